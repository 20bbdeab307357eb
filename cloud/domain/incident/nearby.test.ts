import { aCommand } from '../../../test/builders/commands'
import { aComplainant, type Filing } from '../../../test/builders/filing'
import { aResident, people } from '../../../test/builders/people'
import { standardPolicy } from '../../../test/builders/policy'
import { type Story, aTicket } from '../../../test/builders/ticket'
import type { State } from '../../../types/vocabulary'
import { nearby } from './nearby'

/** The neighbour's room above, where the words do not say otherwise. */
const upstairs = { placeId: 'room-201', buildingId: 'b1', path: ['room-201', 'unit-1', 'b1', 'estate'] }

const offered = (stories: readonly Story[], text = '', spot = upstairs, who = people.neighbour) =>
  nearby(
    stories.map(({ ticket }) => ticket),
    spot,
    text,
    who,
    standardPolicy,
  ).map(({ ticket, households }) => [ticket.id, households])
const told = (ticketId: string, some: Partial<Filing> = {}, state: State = 'dispatched') =>
  aTicket(state, { ticketId, ...some })

describe('what is offered to whoever files (D-IN-6)', () => {
  it('what is open in the building, around it and at the place itself, and nothing elsewhere', () => {
    const here = told('here', { placeId: 'room-201' })
    const inside = told('inside')
    const around = told('around', { placeId: 'estate', buildingId: null })
    const elsewhere = told('elsewhere', { placeId: 'room-901', buildingId: 'b9' })
    const outside = told('outside', { placeId: 'garden', buildingId: null })
    const described = told('described', { placeId: null, buildingId: null })
    expect(offered([elsewhere, outside, described, inside, around, here]).map(([id]) => id)).toEqual([
      'here',
      'inside',
      'around',
    ])
  })

  it('the very place first, then what has most in common with the words, and no other trouble of another home', () => {
    const words = '厨房天花板漏水，地上都是水'
    const place = told('place', { placeId: 'room-201', text: '阳台渗水' })
    const same = told('same')
    const other = told('other', { text: '卫生间马桶底座渗水' })
    expect(offered([other, same, place], words).map(([id]) => id)).toEqual(['place', 'same'])
  })

  it.each<[string, Story]>([
    ['done already', told('x', {}, 'completed')],
    ['ended', told('x', {}, 'closed')],
    ['a question', told('x', { kind: 'consultation' })],
    ['between neighbours', told('x', { category: 'neighbour' }, 'submitted')],
    ['one’s own', told('x', { filerId: 'resident-2' })],
    ['of one’s own household', told('x', { household: 'household-of-resident-2' })],
    [
      'joined before',
      aTicket('dispatched').do(people.clerk, aCommand('join', { complainants: [aComplainant('resident-2')] })),
    ],
  ])('nothing that is %s', (_, story) => {
    expect(offered([story])).toEqual([])
  })

  it('households are counted once each, and whoever has withdrawn is none', () => {
    const joining = ['resident-3', 'resident-4', 'resident-5'].map(id =>
      aComplainant(id, { household: id === 'resident-5' ? 'household-b' : 'household-a' }),
    )
    const several = told('several').do(people.clerk, aCommand('join', { complainants: joining }))
    expect(offered([several])).toEqual([['several', 3]])
    const fewer = several.do(aResident('resident-5'), aCommand('withdraw'))
    expect(offered([fewer])).toEqual([['several', 2]])
  })
})
