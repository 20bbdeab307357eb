import { day, hour, minute } from '../../../test/builders/clock'
import { aCommand } from '../../../test/builders/commands'
import { aComplainant } from '../../../test/builders/filing'
import { aDirectory, aStaffMember, people, staff } from '../../../test/builders/people'
import { standardPolicy } from '../../../test/builders/policy'
import { type Story, aTicket } from '../../../test/builders/ticket'
import { runningTimersOf } from '../deadline/timers'
import { openCalls } from './calls'

const { clerk, otherClerk, manager, quality, resident } = people
const twoClerks = aDirectory([...Object.values(staff), aStaffMember('clerk-2', { role: 'clerk' })])
/** Told on the telephone and written down by clerk-1, who so calls nobody about it. */
const byPhone = (some: object = {}): Story =>
  aTicket('callback', { filerId: null, recordedBy: 'clerk-1', channel: 'phone', ...some }, { directory: twoClerks })
const call = (some: Parameters<typeof aCommand<'recordCallback'>>[1] = {}) =>
  aCommand('recordCallback', { result: 'answered', answers: undefined, ...some })
const due = (story: Story): number =>
  runningTimersOf(story.ticket, standardPolicy).find(({ kind }) => kind === 'callback')?.dueAt ?? Infinity
const calls = (story: Story) => openCalls(story.ticket, standardPolicy)

describe('who is called, by whom, and when (D-CB-1, D-CB-6)', () => {
  it('whoever has no account is called at once, by somebody else than recorded it', () => {
    expect(calls(byPhone())).toMatchObject([
      { task: 1, round: 1, complainant: 'ticket-1', owner: { personId: 'clerk-2' }, callAt: null, attempts: 0 },
    ])
    const [open] = calls(byPhone())
    expect(open?.dueAt).toBe(due(byPhone()))
  })

  it('whoever has an account is asked there first, and called a day after the reminder', () => {
    const story = aTicket('callback')
    expect(calls(story)).toEqual([])
    const reminded = story.later(2 * day).settled()
    expect(reminded.adds(resident, aCommand('supplement'))).toEqual(['supplemented'])
    expect(calls(reminded)).toMatchObject([
      { complainant: 'resident-1', owner: { personId: 'clerk-1' }, callAt: story.now + 3 * day },
    ])
    expect(calls(reminded.do(resident, aCommand('answerSurvey')))).toEqual([])
  })

  it('where the desk has nobody else it is the manager, then quality, and nobody where nobody is left', () => {
    const owner = (members: Parameters<typeof aDirectory>[0]) =>
      calls(aTicket('callback', { filerId: null, recordedBy: 'clerk-1' }, { directory: aDirectory(members) }))[0]?.owner
    const { steward, clerk: one, manager: head, quality: above } = staff
    expect(owner([steward, one, head, above])?.personId).toBe('manager-1')
    expect(owner([steward, one, above])?.personId).toBe('quality-1')
    expect(owner([steward, one])).toBeNull()
  })

  it('whoever leaves hands on the calls too, never to somebody who may not make them (D-RT-7)', () => {
    const { steward, clerk: one, manager: head, quality: above } = staff
    const story = byPhone().with({
      directory: aDirectory([steward, one, head, above, aStaffMember('clerk-2', { role: 'clerk' })]),
    })
    const leaves = (to: string | null) =>
      calls(story.do(manager, aCommand('handOver', { fromPersonId: 'clerk-2', toPersonId: to })))[0]?.owner?.personId
    // The other clerk wrote it down, so the rules name the manager; so does naming that clerk.
    expect([leaves(null), leaves('clerk-1'), leaves('quality-1')]).toEqual(['manager-1', 'manager-1', 'quality-1'])
    const alone = story.with({ directory: aDirectory([steward, one]) })
    const nobody = alone.do(manager, aCommand('handOver', { fromPersonId: 'clerk-2' }))
    expect(calls(nobody)).toMatchObject([{ owner: null, task: 1 }])
    expect(nobody.adds(manager, aCommand('handOver', { fromPersonId: 'clerk-2' }))).toEqual([])
  })

  it('who has left or is on leave calls nobody: with the next decision somebody who is there does (D-RT-7)', () => {
    const { steward, clerk: one, manager: head } = staff
    const away = aStaffMember('clerk-2', { role: 'clerk', leave: [{ from: '2026-01-01', to: '2026-12-31' }] })
    const owner = (members: Parameters<typeof aDirectory>[0]) =>
      calls(
        byPhone()
          .with({ directory: aDirectory(members) })
          .do(manager, aCommand('note')),
      )[0]?.owner?.personId
    expect(owner([steward, one, head])).toBe('manager-1')
    expect(owner([steward, one, head, away])).toBe('manager-1')
    // Nobody else is there, so it stays where it is.
    expect(owner([steward, one, away])).toBe('clerk-2')
  })

  it('whoever comes to do the work makes no call about it any more (D-CB-6)', () => {
    const worker = byPhone().do(manager, aCommand('handOver', { toPersonId: 'clerk-2' }))
    expect(worker.ticket.assignment?.personId).toBe('clerk-2')
    expect(calls(worker)[0]?.owner?.personId).toBe('manager-1')
  })

  it('a head hands on the calls of the own department’s people only', () => {
    const of = (departmentId: string | null) =>
      byPhone().adds(manager, aCommand('handOver', { fromPersonId: 'clerk-2', departmentId }))
    expect([of('cleaning'), of(null)]).toEqual([[], ['callHandedOver']])
  })

  it('the recorder may neither call nor exempt; a colleague may', () => {
    for (const command of [call({ outcome: 'noAnswer', result: 'unreached' }), aCommand('exempt')]) {
      expect(byPhone().refusal(clerk, command)).toBe('forbidden')
      for (const who of [otherClerk, manager, quality]) expect(byPhone().refusal(who, command)).toBeNull()
    }
  })

  it('of several, the recorder calls those whose words somebody else wrote down', () => {
    const story = byPhone().do(
      otherClerk,
      aCommand('join', { complainants: [aComplainant(null, { ticketId: 'ticket-5', recordedBy: 'clerk-2' })] }),
    )
    expect(calls(story).map(({ owner, complainant }) => [complainant, owner?.personId])).toEqual([
      ['ticket-1', 'clerk-2'],
      ['ticket-5', 'clerk-1'],
    ])
    const unreached = call({ outcome: 'noAnswer', result: 'unreached' })
    expect(story.do(clerk, unreached).events('callbackAttempted').at(-1)?.complainant).toBe('ticket-5')
    expect(story.refusal(clerk, { ...unreached, complainant: 'ticket-1' })).toBe('unknownPerson')
  })

  it('by the way round: who recorded it without a number and did the work is not believed, a colleague visits', () => {
    const filing = { filerId: null, channel: 'inPerson', reachable: false } as const
    const own = aTicket('callback', { ...filing, recordedBy: 'steward-1' })
    expect(calls(own)).toMatchObject([{ owner: { personId: 'clerk-1' } }])
    expect(aTicket('completed', { ...filing, recordedBy: 'clerk-1' }).adds(otherClerk, aCommand('verify'))).toEqual([
      'verified',
      'quietPeriodStarted',
    ])
  })
})

describe('what becomes of a call (D-CB-4, D-CB-12)', () => {
  const noAnswer = call({ result: 'unreached', outcome: 'noAnswer' })
  const wrongNumber = call({ result: 'unreached', outcome: 'wrongNumber' })

  it('tried on three different days it ends as unreached, in whatever way nobody was reached', () => {
    const once = byPhone().do(otherClerk, noAnswer).do(otherClerk, wrongNumber).do(otherClerk, noAnswer)
    expect(calls(once)).toMatchObject([{ attempts: 3 }])
    const twice = once.later(day).do(otherClerk, wrongNumber)
    expect(twice.ticket.state).toBe('callback')
    expect(twice.later(day).do(otherClerk, noAnswer).in('closed').ending).toBe('unreached')
  })

  it('later: due when the person asked, no attempt that counts, and only within two weeks', () => {
    const story = byPhone()
    const at = (callAt?: number) => call({ outcome: 'later', callAt })
    for (const wrong of [undefined, story.now, story.now + 14 * day + 2 * minute])
      expect([wrong, story.refusal(otherClerk, at(wrong))]).toEqual([wrong, 'invalidRequest'])
    const agreed = story.later(day).do(otherClerk, at(story.now + day + 5 * hour))
    expect(calls(agreed)).toMatchObject([{ dueAt: story.now + day + 5 * hour, attempts: 1 }])
    expect(agreed.in('callback').round.unreached).toEqual([])
    // The call was made: the next has a time of its own, and nothing stays without one (D-SLA-19).
    expect(due(agreed)).toBeGreaterThan(due(story))
    expect(calls(agreed.do(otherClerk, noAnswer))[0]?.callAt).toBeNull()
  })

  it.each([
    ['solved, result 4', { solved: true, result: 4 }, 'closed', 0],
    ['solved, result 1', { solved: true, result: 1 }, 'dispatched', 1],
    ['not solved, the rest unsaid', { solved: false }, 'dispatched', 1],
    ['result alone', { result: 4 }, 'callback', 0],
    ['solved alone', { solved: true }, 'callback', 0],
  ] as const)('answered in part: %s → %s (D-CB-3)', (_name, part, state, times) => {
    const story = byPhone().do(otherClerk, call({ outcome: 'partial', part }))
    expect(story.ticket).toMatchObject({ state, dissatisfied: times })
    expect(calls(story)).toHaveLength(state === 'callback' ? 1 : 0)
  })

  it('in part without a word of it is refused; what was not asked stays unsaid', () => {
    expect(byPhone().refusal(otherClerk, call({ outcome: 'partial' }))).toBe('invalidRequest')
    const part = { solved: true, result: 5 }
    const said = byPhone()
      .do(otherClerk, call({ outcome: 'partial', part }))
      .events('surveyAnswered')
    expect(said).toMatchObject([{ by: 'phone', answers: { reception: null, measures: null, result: 5, solved: true } }])
  })

  it('refused: the wish is recorded, and nobody is called any more (D-CB-9)', () => {
    const refused = byPhone().do(otherClerk, call({ result: 'refused', outcome: 'refused' }))
    expect(refused.in('quietPeriod').exemption).toBe('declinedCallbacks')
    expect(calls(refused)).toEqual([])
  })

  it('a round that begins again has calls of its own', () => {
    const again = byPhone().do(otherClerk, call({ outcome: 'partial', part: { solved: false, result: 1 } }))
    const second = again
      .do(people.steward, aCommand('accept'))
      .do(people.steward, aCommand('complete'))
      .do(otherClerk, aCommand('verify'))
    expect(calls(second)).toMatchObject([{ round: 2, task: 1, attempts: 0 }])
  })
})
