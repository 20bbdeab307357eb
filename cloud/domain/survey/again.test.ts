import { day } from '../../../test/builders/clock'
import { aCommand } from '../../../test/builders/commands'
import { aComplainant } from '../../../test/builders/filing'
import { people } from '../../../test/builders/people'
import { standardPolicy } from '../../../test/builders/policy'
import { type Story, aTicket } from '../../../test/builders/ticket'
import { runningTimersOf } from '../deadline/timers'
import { clockActor } from '../access/actor'
import { type Told, mayBeSame } from './again'

const quiet = aTicket('quietPeriod')
const { category, placeId } = quiet.ticket
const own: Told = { category, placeId, personId: 'resident-1', household: false }
const household: Told = { ...own, personId: 'resident-7', household: true }
const same = aCommand('complainAgain')
const unasked = aCommand('complainAgain', { same: false, number: 'T-0009' })
const quietUntil = (story: Story) =>
  runningTimersOf(story.ticket, standardPolicy).find(({ kind }) => kind === 'quiet')?.dueAt

describe('whether it may be the matter of before (D-CB-2)', () => {
  it.each([
    ['the same person, place and category', own, true],
    ['of the household', household, true],
    ['another place', { ...own, placeId: 'elsewhere' }, false],
    ['no place at all', { ...own, placeId: null }, false],
    ['another category', { ...own, category: 'noise' }, false],
    ['somebody else, at a place that is nobody’s home', { ...own, personId: 'resident-7' }, false],
    ['somebody without an account, elsewhere', { ...own, personId: null }, false],
  ] as const)('%s: %s', (_name, told, expected) => expect(mayBeSame(quiet.ticket, told)).toBe(expected))

  it('only while it is quiet, and of somebody hidden the household hears nothing (D-IN-3)', () => {
    expect(mayBeSame(quiet.later(8 * day).settled().ticket, own)).toBe(false)
    for (const hidden of [{ anonymous: true }, { hideIdentity: true }]) {
      const { ticket } = aTicket('quietPeriod', hidden.anonymous ? {} : hidden)
      const of = { ...ticket, complainants: ticket.complainants.map(one => ({ ...one, ...hidden })) }
      expect([mayBeSame(of, household), mayBeSame(of, own)]).toEqual([false, true])
    }
  })
})

describe('complained of again in the quiet period (D-SLA-10)', () => {
  it('the same: it is reopened, counts as dissatisfied, and the quiet is over', () => {
    const again = quiet.do(people.resident, same)
    expect(again.ticket).toMatchObject({ state: 'dispatched', cycle: 2, dissatisfied: 1, exemption: null })
    expect(again.events('reopened')).toEqual([{ type: 'reopened', reason: '又漏了', dissatisfied: true }])
    expect(quietUntil(again)).toBeUndefined()
    expect(again.refusal(people.resident, same)).toBe('wrongState')
  })

  it('one level up the second time, as after any other word of it (D-CB-3)', () => {
    const once = aTicket('callback')
      .do(people.resident, aCommand('reopen'))
      .do(people.steward, aCommand('accept'))
      .do(people.steward, aCommand('complete'))
      .do(people.clerk, aCommand('exempt'))
      .do(people.clerk, aCommand('verify'))
    expect(once.do(people.resident, same).ticket).toMatchObject({ assignment: { personId: 'service-head' } })
  })

  it('somebody of the household comes to the matter by it', () => {
    const joins = aComplainant('resident-7', { ticketId: quiet.ticket.id, number: quiet.ticket.number })
    const again = quiet.do(people.stranger, { ...same, joins })
    expect(again.ticket.complainants.map(({ personId }) => personId)).toEqual(['resident-1', 'resident-7'])
  })

  it('nobody asked: the quiet begins anew, and does not pass in silence', () => {
    const marked = quiet.later(5 * day).do(clockActor, unasked)
    expect(marked.ticket.state).toBe('quietPeriod')
    expect(quietUntil(marked)).toBe(marked.now + 7 * day)
    expect(marked.at((quietUntil(quiet) ?? 0) + 1).settled().ticket.state).toBe('quietPeriod')
    expect(
      marked
        .later(7 * day)
        .settled()
        .in('closed').ending,
    ).toBe('quiet')
    expect(aTicket('closed').adds(clockActor, unasked)).toEqual([])
  })
})
