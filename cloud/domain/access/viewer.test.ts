import { aCommand } from '../../../test/builders/commands'
import { type Filing, aComplainant } from '../../../test/builders/filing'
import { people } from '../../../test/builders/people'
import { aTicket } from '../../../test/builders/ticket'
import type { Actor, Person } from './actor'
import { maskPhone, placeShownTo, textShownTo, viewerOf } from './viewer'
import { maySeeMedia } from './media'

const person = (actor: Actor): Person => ({ ...actor, id: actor.id ?? 'nobody' })
const story = (filing: Partial<Filing> = {}) => aTicket('inProgress', filing).do(people.clerk, aCommand('join'))
const sees = (actor: Actor, filing: Partial<Filing> = {}) => {
  const { ticket } = story(filing)
  const viewer = viewerOf(ticket, person(actor))
  return (
    viewer && {
      text: textShownTo(ticket, viewer),
      place: placeShownTo(ticket, viewer).name,
      named: viewer.seesIdentity,
    }
  )
}

describe('what somebody sees of a ticket', () => {
  it('for a stranger it does not exist', () => {
    for (const who of [people.stranger, people.otherSteward, people.admin, people.clerkElsewhere])
      expect(sees(who)).toBeNull()
  })

  it('the filer and staff read it whole, a neighbour who joined what is done about it', () => {
    const whole = { text: '厨房天花板漏水', place: '1 栋 101', named: true }
    for (const who of [people.resident, people.steward, people.clerk, people.supervisor])
      expect(sees(who)).toEqual(whole)
    expect(sees(people.neighbour)).toEqual({ text: '（邻居反映的同一件事）', place: '邻居反映的位置', named: false })
  })

  it('a hidden identity is read by the desk, an anonymous one by nobody but its owner (D-IN-3)', () => {
    const named = (filing: Partial<Filing>) =>
      [people.resident, people.steward, people.clerk, people.manager, people.quality, people.supervisor].map(
        who => sees(who, filing)?.named,
      )
    expect(named({ hideIdentity: true })).toEqual([true, false, true, true, true, false])
    expect(named({ anonymous: true, hideIdentity: true })).toEqual([true, false, false, false, false, false])
  })

  it('a room that leads to somebody hidden is read by its people and by nobody on the staff (D-IN-3)', () => {
    const filing = { anonymous: true, hideIdentity: true, placeInstead: { placeId: 'b1', name: '1 栋' } }
    const atHome = {
      ...people.resident,
      id: 'family-1',
      rooms: people.resident.rooms.map(room => ({ ...room, placeId: 'room-101', householdId: 'another' })),
    }
    const joined = aTicket('inProgress', filing).do(
      people.clerk,
      aCommand('join', { complainants: [aComplainant('family-1'), aComplainant('resident-2')] }),
    )
    const placeFor = (actor: Actor) => {
      const viewer = viewerOf(joined.ticket, person(actor))
      return viewer && placeShownTo(joined.ticket, viewer).name
    }
    expect([people.resident, atHome].map(placeFor)).toEqual(['1 栋 101', '1 栋 101'])
    expect(placeFor(people.neighbour)).toBe('邻居反映的位置')
    for (const who of [people.steward, people.clerk, people.manager, people.quality, people.supervisor])
      expect(placeFor(who)).toBe('1 栋')
  })

  it('shows enough of a number to recognise it', () => {
    expect([maskPhone('10000000001'), maskPhone('12345')]).toEqual(['100****0001', '****'])
  })
})

describe('who may see media', () => {
  const own = { ownerId: 'resident-1', internal: false }
  it('on nothing yet: whoever uploaded them', () => {
    expect(maySeeMedia(person(people.resident), [own], null)).toBe(true)
    expect(maySeeMedia(person(people.neighbour), [own], null)).toBe(false)
    expect(maySeeMedia(person(people.manager), [own, { ...own, ownerId: 'manager-1' }], null)).toBe(false)
  })
  it('on a ticket: whoever may see it, internal ones staff only', () => {
    const { ticket } = story()
    const internal = { ...own, internal: true }
    const may = (who: Actor) => [own, internal].map(medium => maySeeMedia(person(who), [medium], ticket))
    expect([may(people.resident), may(people.steward), may(people.stranger)]).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ])
    expect(maySeeMedia(person(people.resident), [own, internal], ticket)).toBe(false)
  })
})
