import { aCommand } from '../../../test/builders/commands'
import { aDirectory, people, staff } from '../../../test/builders/people'
import { aPolicy, standardPolicy } from '../../../test/builders/policy'
import { aTicket } from '../../../test/builders/ticket'
import type { State } from '../../../types/vocabulary'
import { timersOf } from '../deadline/timers'

const { manager, steward, otherSteward, resident } = people
const toOther = aCommand('handOver', { toPersonId: 'steward-2' })

describe('handing everything over (D-RT-7)', () => {
  it.each<State>(['dispatched', 'inProgress', 'proposed', 'agreed', 'onHold', 'completed', 'callback'])(
    'a ticket goes on as it is: %s',
    state => {
      const before = aTicket(state)
      const after = before.do(manager, toOther)
      expect(after.ticket.state).toBe(state)
      expect(after.ticket.assignment?.personId).toBe('steward-2')
      expect(after.ticket.route?.why).toContain('移交给steward-2')
      expect(after.ticket.transfers).toBe(before.ticket.transfers)
    },
  )

  it('what waits for being accepted waits anew, what has been accepted need not be again', () => {
    const acceptClocks = (state: State) =>
      aTicket(state)
        .do(manager, toOther)
        .ticket.deadlineRuns.filter(clock => clock.kind === 'accept')
    expect(acceptClocks('dispatched')).toMatchObject([{ endedAt: expect.any(Number) as number }, { endedAt: null }])
    expect(acceptClocks('inProgress')).toHaveLength(1)
  })

  it('the others’ clocks run on', () => {
    const before = aTicket('inProgress')
    const completion = (story: typeof before) =>
      timersOf(story.ticket, standardPolicy).find(({ kind }) => kind === 'completion')?.dueAt
    expect(completion(before.do(manager, toOther))).toBe(completion(before))
  })

  it('without a name it goes to whoever the rules would ask next', () => {
    const after = aTicket('inProgress').do(manager, aCommand('handOver'))
    expect(after.ticket.assignment?.personId).toBe('steward-2')
  })

  it('a dissatisfied answer comes back to the one who has it now', () => {
    const story = aTicket('callback').do(manager, toOther)
    const reopened = story.do(resident, aCommand('reopen'))
    expect(reopened.ticket.assignment?.personId).toBe('steward-2')
  })

  it('twice moves nothing twice, and an unknown person is refused', () => {
    const once = aTicket('inProgress').do(manager, toOther)
    expect(once.adds(manager, toOther)).toEqual([])
    expect(once.refusal(manager, aCommand('handOver', { toPersonId: 'nobody' }))).toBe('unknownPerson')
    // Nobody was named, so no name can be wrong.
    const alone = once.with({ directory: aDirectory([staff.otherSteward]) })
    expect(alone.refusal(manager, aCommand('handOver'))).toBe('wrongState')
    expect(once.refusal(steward, aCommand('complete'))).not.toBeNull()
    expect(once.refusal(otherSteward, aCommand('complete'))).toBeNull()
  })
})

describe('what somebody helps with goes on too (D-RT-5, D-RT-7)', () => {
  const { guard } = people
  const asked = () => aTicket('inProgress').do(steward, aCommand('assist', { assigneeId: 'guard-1' }))
  const of = (from: string, to: string | null = null) =>
    aCommand('handOver', { fromPersonId: from, toPersonId: to, reason: '休假' })
  const helpers = (story: ReturnType<typeof asked>) => story.ticket.assists?.map(one => one.assignment.personId)
  const assistClock = (story: ReturnType<typeof asked>) =>
    timersOf(story.ticket, standardPolicy).find(({ kind }) => kind === 'assist')

  it('to the one named, its time running on and the lead left alone', () => {
    const before = asked()
    const after = before.do(manager, of('guard-1', 'engineer-1'))
    expect(helpers(after)).toEqual(['engineer-1'])
    expect(after.ticket.assignment?.personId).toBe('steward-1')
    expect(assistClock(after)?.dueAt).toBe(assistClock(before)?.dueAt)
    expect(after.refusal(guard, aCommand('finishAssist'))).toBe('notFound')
    expect(after.refusal(people.engineer, aCommand('finishAssist'))).toBeNull()
    expect(after.adds(manager, of('guard-1', 'engineer-1'))).toEqual([])
  })

  it('whoever leads does not become their own helper', () => {
    const after = asked().do(manager, of('guard-1', 'steward-1'))
    expect(helpers(after)).not.toContain('steward-1')
    expect(helpers(after)).not.toContain('guard-1')
  })

  it('of a department only what is done for it', () => {
    const forEngineering = aCommand('handOver', { fromPersonId: 'guard-1', departmentId: 'engineering' })
    expect(asked().adds(manager, forEngineering)).toEqual([])
    const forSecurity = aCommand('handOver', { fromPersonId: 'guard-1', departmentId: 'security' })
    expect(asked().adds(manager, forSecurity)).toEqual(['assistHandedOver'])
  })

  it('lead and help of the same person go in one step', () => {
    const both = aTicket('inProgress').do(steward, aCommand('assist', { assigneeId: 'steward-2' }))
    const after = both.do(manager, of('steward-2', 'engineer-1'))
    expect(helpers(after)).toEqual(['engineer-1'])
    const lead = asked().do(manager, of('steward-1', 'guard-1'))
    expect([lead.ticket.assignment?.personId, helpers(lead)]).toEqual(['guard-1', ['guard-1']])
  })
})

describe('what those above have taken up does not go back down (D-CB-3, D-HD-4)', () => {
  const escalated = () => aTicket('inProgress').do(steward, aCommand('escalate'))

  it('by letting it lie', () => {
    const story = escalated()
    const holder = story.ticket.assignment?.personId
    expect(['manager-1', 'quality-1']).toContain(holder)
    const later = story.later(30 * 24 * 3_600_000).settled()
    expect(['manager-1', 'quality-1']).toContain(later.ticket.assignment?.personId)
  })

  it('by handing it over', () => {
    const after = escalated()
    const moved = after.try(manager, aCommand('handOver'))
    expect(moved.ok ? moved.ticket.assignment?.personId : moved.refusal.code).not.toMatch(/steward|engineer|head/)
  })
})

describe('a new policy reaches what is running (D-SLA-17)', () => {
  const faster = aPolicy({
    deadlines: standardPolicy.policy.deadlines.map(rule =>
      rule.kind === 'completion' ? { ...rule, target: { hours: 1 } } : rule,
    ),
  })
  const apply = (version: number, scope: 'all' | 'calendars') => aCommand('applyPolicy', { version, scope })

  it('once: the same version again, or an older one, changes nothing', () => {
    const story = aTicket('inProgress').do(manager, apply(3, 'all'))
    expect(story.ticket).toMatchObject({ policyVersion: 3, calendarVersion: 3 })
    expect(story.adds(manager, apply(3, 'all'))).toEqual([])
    expect(story.adds(manager, apply(2, 'calendars'))).toEqual([])
    expect(story.adds(manager, apply(4, 'calendars'))).toEqual(['policyApplied'])
  })

  it('calendars alone leave the figures as they were', () => {
    const story = aTicket('inProgress').do(manager, apply(2, 'calendars'))
    expect(story.ticket).toMatchObject({ policyVersion: 1, calendarVersion: 2 })
  })

  it('what is over is left alone', () => {
    expect(aTicket('closed').adds(manager, apply(2, 'all'))).toEqual([])
  })

  it('a due time that has passed under the new figures is a breach at the time it would have been due', () => {
    const story = aTicket('inProgress').do(manager, apply(2, 'all'))
    const late = story
      .with({ policy: faster })
      .later(2 * 3_600_000)
      .settled()
    expect(late.events('breached')).toContainEqual(
      expect.objectContaining({ deadline: 'completion', dueAt: late.ticket.filedAt + 3_600_000 }),
    )
  })

  it('what had stopped keeps the due time it had', () => {
    const dueOf = (story: ReturnType<typeof aTicket>, policy: typeof faster) =>
      timersOf(story.ticket, policy).map(({ kind, dueAt }) => [kind, dueAt])
    const before = aTicket('completed')
    const after = before.do(manager, apply(2, 'all'))
    const stopped = before.ticket.deadlineRuns.filter(({ metAt, endedAt }) => metAt !== null || endedAt !== null)
    expect(stopped.map(({ kind }) => kind)).toContain('completion')
    const kept = (story: typeof before, policy: typeof faster) =>
      dueOf(story, policy).filter(([kind]) => stopped.some(clock => clock.kind === kind))
    expect(kept(after, faster)).toEqual(kept(before, standardPolicy))
    // Work that failed verification was none: its clock has never stopped, and runs on by the new figures.
    const rejected = after.with({ policy: faster }).do(people.clerk, aCommand('reject'))
    const completion = timersOf(rejected.ticket, faster).find(({ kind }) => kind === 'completion')
    expect(completion?.dueAt).toBe(rejected.ticket.filedAt + 3_600_000)
    const again = timersOf(rejected.do(steward, aCommand('complete')).ticket, faster)
    expect(again.find(({ kind }) => kind === 'completion')?.dueAt).toBe(rejected.ticket.filedAt + 3_600_000)
  })

  it('edits in whatever order come to the same for a ticket filed later', () => {
    const shorter = { holdMaxDays: 30 }
    const calmer = { quietHours: { from: '20:00', to: '08:00' } }
    const one = aPolicy({ ...shorter, ...calmer })
    const other = aPolicy({ ...calmer, ...shorter })
    const times = (policy: typeof one) =>
      timersOf(aTicket('inProgress', {}, { policy }).ticket, policy).map(({ kind, dueAt }) => [kind, dueAt])
    expect(times(one)).toEqual(times(other))
  })
})

describe('reports on major and hot matters (D-SLA-12, D-SLA-13)', () => {
  const severe = (severity: 'major' | 'hot' | 'ordinary') => aCommand('reclassify', { severity, urgency: 'normal' })
  const running = (story: ReturnType<typeof aTicket>) =>
    story.ticket.deadlineRuns
      .filter(({ kind, metAt, endedAt }) => kind.endsWith('Report') && metAt === null && endedAt === null)
      .map(({ kind }) => kind)

  it.each(['major', 'hot'] as const)('%s: one when it is known, one after completion', severity => {
    const known = aTicket('inProgress').do(people.clerk, severe(severity))
    expect(running(known)).toEqual([`${severity}Report`])
    const told = known.do(people.clerk, aCommand('report'))
    expect(running(told)).toEqual([])
    const completed = told.do(steward, aCommand('complete'))
    expect(running(completed)).toEqual([`${severity}SpecialReport`])
    const special = completed.do(people.clerk, aCommand('report', { stage: 'special' }))
    expect(running(special)).toEqual([])
  })

  it('known to be one only after completion, it owes both from then on; not so after all, none', () => {
    const known = aTicket('completed').do(people.clerk, severe('hot'))
    expect(running(known)).toEqual(['hotReport', 'hotSpecialReport'])
    expect(running(known.do(people.clerk, severe('ordinary')))).toEqual([])
  })

  it('closing does not end what is still owed, being ordinary after all does', () => {
    const completed = aTicket('inProgress').do(people.clerk, severe('major')).do(steward, aCommand('complete'))
    const closed = completed.do(people.clerk, aCommand('verify')).do(resident, aCommand('answerSurvey'))
    expect([closed.ticket.state, running(closed)]).toEqual(['closed', ['majorReport', 'majorSpecialReport']])
    expect(closed.refusal(people.clerk, aCommand('report', { stage: 'special' }))).toBeNull()
    const ordinary = aTicket('inProgress').do(people.clerk, severe('hot')).do(people.clerk, severe('ordinary'))
    expect(running(ordinary)).toEqual([])
  })
})
