import { day, hour, march, minute, monday9, second } from '../../../test/builders/clock'
import { aCommand, dissatisfied, someAnswers } from '../../../test/builders/commands'
import { type Filing, aComplainant } from '../../../test/builders/filing'
import { people } from '../../../test/builders/people'
import { aPolicy, standardPolicy } from '../../../test/builders/policy'
import { Story, aTicket } from '../../../test/builders/ticket'
import type { DeadlineKind } from '../../../types/vocabulary'
import { replay } from '../ticket/evolve'
import { toIso } from '../calendar/zone'
import { type Timer, timersOf } from './timers'

const { steward, clerk, otherClerk, manager, resident, neighbour, engineer, otherEngineer, quality } = people

const all = (story: Story, kind: DeadlineKind, policy = standardPolicy): readonly Timer[] =>
  timersOf(story.ticket, policy).filter(timer => timer.kind === kind)
const only = (story: Story, kind: DeadlineKind, policy = standardPolicy): Timer => {
  const timers = all(story, kind, policy)
  const last = timers.at(-1)
  if (!last) throw new Error(`no ${kind} deadline`)
  return last
}
const due = (story: Story, kind: DeadlineKind): string => toIso(only(story, kind).dueAt).slice(0, 19)
const filed = (some: Partial<Filing> = {}, at = monday9) => Story.filed(some, {}, resident, at)
const running = (timer: Timer): boolean => timer.metAt === null && timer.endedAt === null

/** docs/rules.md, Deadlines, row by row, for something filed on Monday at 09:00 unless another time is given. */
describe('due times', () => {
  const cases: readonly (readonly [string, DeadlineKind, Partial<Filing>, string, number?])[] = [
    ['D-SLA-0', 'acknowledge', {}, '2026-03-03T09:00:00'],
    [
      'D-SLA-1 by telephone, in the evening',
      'firstReply',
      { channel: 'phone' },
      '2026-03-03T00:00:00',
      march(2, '22:00'),
    ],
    ['D-SLA-1 in person, on a Sunday', 'firstReply', { channel: 'inPerson' }, '2026-03-09T00:00:00', march(8, '10:00')],
    ['D-SLA-2 by letter', 'firstReply', { channel: 'letter' }, '2026-03-04T18:00:00'],
    ['D-SLA-2 by e-mail on a Friday', 'firstReply', { channel: 'email' }, '2026-03-10T18:00:00', march(6, '09:00')],
    ['D-SLA-3 online, in working hours', 'firstReply', {}, '2026-03-03T00:00:00'],
    ['D-SLA-3 online, at lunch', 'firstReply', {}, '2026-03-03T00:00:00', march(2, '12:30')],
    ['D-SLA-3 online, in the evening', 'firstReply', {}, '2026-03-04T00:00:00', march(2, '18:00')],
    [
      'D-SLA-3 emergency, on a Sunday',
      'firstReply',
      { urgency: 'emergency' },
      '2026-03-08T10:30:00',
      march(8, '10:00'),
    ],
    [
      'D-SLA-3 emergency, by telephone at night',
      'firstReply',
      { urgency: 'emergency', channel: 'phone' },
      '2026-03-03T00:20:00',
      march(2, '23:50'),
    ],
    ['D-SLA-3 online, Friday night', 'firstReply', { channel: 'online' }, '2026-03-10T00:00:00', march(6, '20:00')],
    ['D-SLA-4 emergency', 'accept', { urgency: 'emergency' }, '2026-03-02T23:10:00', march(2, '23:00')],
    ['D-SLA-4 urgent', 'accept', { urgency: 'urgent' }, '2026-03-02T09:30:00'],
    ['D-SLA-4 normal, over lunch', 'accept', {}, '2026-03-02T14:30:00', march(2, '11:00')],
    ['D-SLA-4 suggestion', 'accept', { urgency: 'suggestion' }, '2026-03-02T11:00:00'],
    ['D-SLA-5', 'organise', {}, '2026-03-04T09:00:00'],
    ['D-SLA-6 emergency', 'completion', { urgency: 'emergency' }, '2026-03-02T13:00:00'],
    ['D-SLA-6 urgent', 'completion', { urgency: 'urgent' }, '2026-03-03T18:00:00'],
    ['D-SLA-6 normal', 'completion', {}, '2026-03-05T18:00:00'],
    ['D-SLA-6 suggestion', 'completion', { urgency: 'suggestion' }, '2026-03-11T18:00:00'],
    ['D-SLA-11', 'followUp', { kind: 'consultation' }, '2026-03-03T09:00:00'],
  ]
  it.each(cases.map(([rule, kind, some, expected, at = monday9]) => ({ rule, kind, some, expected, at })))(
    '$rule: $kind',
    ({ kind, some, expected, at }) => {
      expect(due(filed(some, at), kind)).toBe(expected)
    },
  )

  it('those that start later: accepted at 09:01, done at 09:02, verified at 09:03', () => {
    expect(due(aTicket('inProgress'), 'progress')).toBe('2026-03-04T18:00:00') // D-SLA-7
    expect(due(aTicket('completed'), 'verification')).toBe('2026-03-03T18:00:00') // D-SLA-8
    expect(due(aTicket('callback'), 'callback')).toBe('2026-03-04T18:00:00') // D-SLA-9
    expect(due(aTicket('quietPeriod'), 'quiet')).toBe('2026-03-09T09:04:00') // D-SLA-10
    expect(due(filed().do(manager, aCommand('supervise')), 'supervision')).toBe('2026-03-02T14:31:00') // D-SLA-14
  })

  it('only where they belong', () => {
    expect(all(filed({ kind: 'request' }), 'organise')).toEqual([])
    expect(all(filed(), 'followUp')).toEqual([])
    expect(all(filed({ category: 'neighbour' }), 'accept')).toEqual([])
  })
})

describe('what meets and ends them', () => {
  const metBy = (story: Story, kind: DeadlineKind) => only(story, kind).metAt
  const submitted = aTicket('submitted')
  const dispatched = aTicket('dispatched')
  const inProgress = aTicket('inProgress')

  it('D-SLA-0: a person of staff, not the rule, the clock or the complainant', () => {
    expect(metBy(dispatched, 'acknowledge')).toBeNull()
    expect(metBy(dispatched.do(resident, aCommand('supplement')), 'acknowledge')).toBeNull()
    expect(metBy(submitted.later(day).settled(), 'acknowledge')).toBeNull()
    for (const story of [
      inProgress,
      submitted.do(clerk, aCommand('triage')),
      submitted.do(clerk, aCommand('dispatch')),
    ])
      expect(metBy(story, 'acknowledge')).toBe(story.now)
  })
  it('D-SLA-0: a filing recorded by staff is acknowledged by that', () => {
    const byPhone = Story.filed({ channel: 'phone', recordedBy: 'clerk-1' }, {}, clerk)
    expect(only(byPhone, 'acknowledge')).toMatchObject({ metAt: monday9, pending: [] })
  })
  it('D-SLA-3: the first words to the complainant, no note among colleagues', () => {
    expect(metBy(inProgress.do(steward, aCommand('note')), 'firstReply')).toBeNull()
    for (const name of ['reply', 'propose', 'complete'] as const) {
      const story = inProgress.do(steward, aCommand(name))
      expect([name, metBy(story, 'firstReply')]).toEqual([name, story.now])
    }
  })
  it('D-SLA-4: anew for each person it is given to', () => {
    const moved = dispatched
      .do(clerk, aCommand('dispatch', { assigneeId: 'engineer-1' }))
      .do(engineer, aCommand('accept'))
    expect(
      all(moved, 'accept').map(({ cycle, startedAt, metAt, endedAt }) => [cycle, startedAt, metAt, endedAt]),
    ).toEqual([
      [1, monday9, null, monday9 + minute],
      [2, monday9 + minute, monday9 + 2 * minute, null],
    ])
  })
  it('D-SLA-5: a site check or a proposal organises an investigation, nothing else does', () => {
    for (const name of ['reply', 'note', 'supervise', 'assist', 'reclassify', 'transfer', 'return'] as const) {
      const by = name === 'supervise' ? manager : name === 'reclassify' ? clerk : steward
      expect([name, running(only(inProgress.do(by, aCommand(name)), 'organise'))]).toEqual([name, true])
    }
    expect(running(only(submitted.do(clerk, aCommand('dispatch')), 'organise'))).toBe(true)
    for (const name of ['inspect', 'propose'] as const) {
      const story = inProgress.do(steward, aCommand(name))
      expect([name, metBy(story, 'organise')]).toEqual([name, story.now])
    }
  })
  it('D-SLA-5: hot, major and escalated ones only by the plan of the service manager or of quality', () => {
    const grave = (['hot', 'major'] as const).map(severity =>
      inProgress.do(clerk, aCommand('reclassify', { urgency: 'normal', severity })),
    )
    const escalated = inProgress.do(steward, aCommand('escalate')).do(quality, aCommand('accept'))
    for (const story of grave) {
      const tried = story.do(steward, aCommand('inspect')).do(steward, aCommand('propose'))
      expect(running(only(tried, 'organise'))).toBe(true)
      // D-HD-2: the steward's proposal waits, and is the manager's plan once approved.
      const planned = tried.do(manager, aCommand('decideDraft'))
      expect(metBy(planned, 'organise')).toBe(planned.now)
    }
    expect(running(only(escalated.do(manager, aCommand('inspect')), 'organise'))).toBe(true)
    const planned = escalated.do(quality, aCommand('propose'))
    expect(metBy(planned, 'organise')).toBe(planned.now)
  })
  it('D-SLA-5: what has been done needs no organising, unless it fails verification', () => {
    const done = inProgress.do(steward, aCommand('complete'))
    expect(only(done, 'organise')).toMatchObject({ metAt: null, endedAt: done.now })
    const rejected = done.do(clerk, aCommand('reject'))
    expect(all(rejected, 'organise')).toMatchObject([{ startedAt: monday9, metAt: null, endedAt: null }])
  })
  it('D-SLA-7: each word to the complainant starts the next period, completion ends the last', () => {
    const told = inProgress.later(day).do(steward, aCommand('reply'))
    const done = told.do(steward, aCommand('complete'))
    expect(all(done, 'progress').map(({ startedAt, metAt, endedAt }) => [startedAt, metAt, endedAt])).toEqual([
      [inProgress.now, told.now, null],
      [told.now, null, done.now],
    ])
  })
  it('D-SLA-7: not before somebody works on it, nor after', () => {
    expect(all(dispatched.do(clerk, aCommand('reply')), 'progress')).toEqual([])
    expect(all(aTicket('completed').do(clerk, aCommand('reply')), 'progress').filter(running)).toEqual([])
  })
  it('D-SLA-8: a completion that failed verification was none: its clock has never stopped', () => {
    const rejected = aTicket('completed').do(clerk, aCommand('reject'))
    expect(only(rejected, 'verification').metAt).toBe(rejected.now)
    expect(all(rejected, 'completion')).toMatchObject([{ startedAt: monday9, metAt: null, cycle: 1 }])
    const again = rejected.do(steward, aCommand('complete'))
    expect(all(again, 'completion')).toMatchObject([{ metAt: again.now }])
    expect(all(again, 'verification').map(({ cycle, metAt }) => [cycle, metAt])).toEqual([
      [1, rejected.now],
      [2, null],
    ])
  })
  it('D-SLA-9: met by whatever settles it', () => {
    const callback = aTicket('callback')
    for (const answers of [someAnswers(), dissatisfied]) {
      const story = callback.do(resident, aCommand('answerSurvey', { answers }))
      expect(only(story, 'callback').metAt).toBe(story.now)
    }
    const exempt = callback.do(clerk, aCommand('exempt'))
    expect(only(exempt, 'callback')).toMatchObject({ metAt: null, endedAt: exempt.now })
  })
  it('D-SLA-9, D-SLA-19: a call that reached nobody gives the next one its time', () => {
    const tried = aTicket('callback').do(clerk, aCommand('recordCallback', { result: 'unreached', answers: undefined }))
    expect(all(tried, 'callback').map(({ cycle, startedAt, metAt }) => [cycle, startedAt, metAt])).toEqual([
      [1, tried.now - minute, tried.now],
      [2, tried.now, null],
    ])
  })
  it('D-SLA-9: a neighbour’s answer that settles nothing stops nothing', () => {
    const joined = aTicket('callback').do(clerk, aCommand('join', { complainants: [aComplainant('resident-2')] }))
    expect(running(only(joined.do(neighbour, aCommand('answerSurvey')), 'callback'))).toBe(true)
  })
  it('D-SLA-14: each order runs for itself until it is answered', () => {
    const first = inProgress.do(manager, aCommand('supervise'))
    const ordered = first.do(manager, aCommand('supervise'))
    const runs = (story: Story) =>
      all(story, 'supervision').map(({ cycle, startedAt, metAt, endedAt }) => [cycle, startedAt, metAt, endedAt])
    expect(runs(ordered)).toEqual([
      [1, first.now, null, null],
      [2, ordered.now, null, null],
    ])
    const answered = ordered.do(steward, aCommand('answerSupervision', { order: 2 }))
    expect(runs(answered)).toEqual([
      [1, first.now, null, null],
      [2, ordered.now, answered.now, null],
    ])
    const both = ordered.do(steward, aCommand('answerSupervision'))
    expect(all(both, 'supervision').map(({ metAt }) => metAt)).toEqual([both.now, both.now])
  })
  it('when nothing is owed any more nothing runs', () => {
    for (const state of ['closed', 'archived', 'withdrawn', 'declined', 'merged'] as const)
      expect([state, timersOf(aTicket(state).ticket, standardPolicy).filter(running)]).toEqual([state, []])
  })
})

describe('nothing that staff do gives time back (D-SLA-20)', () => {
  const inProgress = aTicket('inProgress')
  const starts = (story: Story, kind: DeadlineKind) =>
    all(story, kind).map(({ startedAt, metAt, endedAt }) => [startedAt, metAt, endedAt])

  it('changing hands starts no new period of telling the complainant, nor ends the one that runs (D-SLA-7)', () => {
    const handed = inProgress
      .do(steward, aCommand('transfer'))
      .do(otherEngineer, aCommand('accept'))
      .do(otherEngineer, aCommand('return'))
      .do(engineer, aCommand('escalate'))
      .do(quality, aCommand('accept'))
      .do(manager, aCommand('handOver', { toPersonId: 'manager-1' }))
    expect(starts(handed, 'progress')).toEqual([[inProgress.now, null, null]])
    const told = handed.do(manager, aCommand('reply'))
    expect(starts(told, 'progress')).toEqual([
      [inProgress.now, told.now, null],
      [told.now, null, null],
    ])
  })
  it('dispatched again to the same person it waits for the same acceptance', () => {
    const again = aTicket('dispatched')
      .later(hour)
      .do(clerk, aCommand('dispatch', { assigneeId: 'steward-1' }))
    expect(again.ticket.assignedAt).toBe(monday9)
    expect(starts(again, 'accept')).toEqual([[monday9, null, null]])
    const other = again.do(clerk, aCommand('dispatch', { assigneeId: 'engineer-1' }))
    expect(starts(other, 'accept')).toEqual([
      [monday9, null, other.now],
      [other.now, null, null],
    ])
  })
  it('lowered and raised again, a major matter owes its report by the first time', () => {
    const to = (severity: 'ordinary' | 'major' | 'hot') => aCommand('reclassify', { urgency: 'normal', severity })
    const raised = inProgress.do(clerk, to('major'))
    const lowered = raised.later(day).do(clerk, to('hot'))
    expect(starts(lowered, 'majorReport')).toEqual([[raised.now, null, lowered.now]])
    expect(starts(lowered.do(clerk, to('major')), 'majorReport')).toEqual([[raised.now, null, null]])
    const given = lowered.do(clerk, to('major')).do(clerk, aCommand('report'))
    const anew = given.do(clerk, to('ordinary')).do(clerk, to('major'))
    expect(starts(anew, 'majorReport')).toEqual([
      [raised.now, given.now, null],
      [anew.now, null, null],
    ])
  })
  it('the special report is owed from the first completion, whatever becomes of that', () => {
    const done = inProgress
      .do(clerk, aCommand('reclassify', { urgency: 'normal', severity: 'major' }))
      .do(steward, aCommand('complete'))
    const twice = done.do(clerk, aCommand('reject')).later(day).do(steward, aCommand('complete'))
    expect(starts(twice, 'majorSpecialReport')).toEqual([[done.now, null, null]])
    const reopened = twice.do(clerk, aCommand('verify')).do(clerk, aCommand('reopen'))
    expect(starts(reopened, 'majorSpecialReport')).toEqual([[done.now, null, null]])
  })
})

describe('a reopened ticket (D-SLA-16)', () => {
  const reopened = aTicket('callback')
    .later(day)
    .do(resident, aCommand('answerSurvey', { answers: dissatisfied }))

  it('starts a new completion clock and keeps the old one’s record', () => {
    const [old, fresh, ...more] = all(reopened, 'completion')
    expect(more).toEqual([])
    expect(old).toEqual({ ...only(aTicket('completed'), 'completion') })
    expect(fresh).toMatchObject({ cycle: 2, startedAt: reopened.now, metAt: null })
    expect(due(reopened, 'completion')).toBe('2026-03-06T18:00:00')
  })
  it('has to be accepted, verified and asked about again', () => {
    const again = reopened
      .do(steward, aCommand('accept'))
      .do(steward, aCommand('complete'))
      .do(otherClerk, aCommand('verify'))
    for (const kind of ['accept', 'verification', 'callback'] as const)
      expect([kind, all(again, kind).map(({ cycle }) => cycle)]).toEqual([kind, [1, 2]])
  })
})

describe('a correction (D-CL-6, D-SLA-17)', () => {
  const to = (urgency: 'emergency' | 'urgent' | 'suggestion') => aCommand('reclassify', { urgency })

  it('recomputes what still runs, from its start: no time is given back', () => {
    const story = aTicket('inProgress').later(hour)
    expect(due(story.do(clerk, to('emergency')), 'completion')).toBe('2026-03-02T13:00:00')
    expect(due(story.do(clerk, to('urgent')), 'completion')).toBe('2026-03-03T18:00:00')
    expect(due(story.do(clerk, to('suggestion')), 'completion')).toBe('2026-03-11T18:00:00')
  })
  it('that makes it late already is a breach at the time it would have been due', () => {
    const late = aTicket('inProgress')
      .later(6 * hour)
      .do(clerk, to('emergency'))
      .settled()
    expect(late.events('breached')).toContainEqual({
      type: 'breached',
      deadline: 'completion',
      cycle: 1,
      dueAt: monday9 + 4 * hour,
    })
  })
  it('leaves a breach standing that has happened', () => {
    const breached = filed({ urgency: 'emergency' })
      .later(5 * hour)
      .settled()
    const lowered = breached.do(clerk, to('suggestion'))
    expect(only(lowered, 'completion')).toMatchObject({ breachedAt: monday9 + 4 * hour })
    expect(
      lowered
        .later(30 * day)
        .settled()
        .events('breached')
        .filter(e => e.deadline === 'completion'),
    ).toHaveLength(1)
  })
  it('leaves the record of what is over alone', () => {
    const story = aTicket('inProgress')
    const before = only(story, 'accept')
    expect(only(story.do(clerk, to('emergency')), 'accept')).toEqual(before)
    expect(only(story.do(clerk, to('emergency')), 'acknowledge')).toEqual(only(story, 'acknowledge'))
  })
})

describe('same events + same configuration = same due times (D-SLA-17)', () => {
  it('from the events alone, as often as one asks', () => {
    const story = aTicket('onHold')
      .later(day)
      .settled()
      .do(steward, aCommand('resume'))
      .do(steward, aCommand('complete'))
    const again = replay(JSON.parse(JSON.stringify(story.history)))
    expect(again && timersOf(again, standardPolicy)).toEqual(timersOf(story.ticket, standardPolicy))
    expect(timersOf(story.ticket, aPolicy())).toEqual(timersOf(story.ticket, standardPolicy))
  })
  it('another configuration, other times: nothing of the old one is kept', () => {
    const quick = aPolicy({ deadlines: [{ kind: 'completion', calendar: 'always', target: { hours: 1 } }] })
    const story = aTicket('inProgress')
    expect(timersOf(story.ticket, quick).map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['completion', monday9 + hour],
    ])
  })
  it('within one kind the first rule that fits counts', () => {
    const rules = aPolicy({
      deadlines: [
        { kind: 'completion', when: { category: 'engineering' }, calendar: 'always', target: { hours: 2 } },
        { kind: 'completion', calendar: 'always', target: { hours: 1 } },
      ],
    })
    expect(only(filed({ category: 'leak' }), 'completion', rules).dueAt).toBe(monday9 + 2 * hour)
    expect(only(filed({ category: 'noise' }), 'completion', rules).dueAt).toBe(monday9 + hour)
  })
})

describe('holds (D-SLA-16)', () => {
  const hold = (until: number) => aCommand('hold', { reason: 'awaitingPart', until })
  const inProgress = aTicket('inProgress')

  it('move the due time on by the open time they cover, on each deadline’s own calendar', () => {
    // 10:00 to 14:30 is 4.5 h by the clock and 3 h of office.
    const back = inProgress.at(march(2, '10:00') - minute).do(steward, hold(march(2, '20:00')))
    const resumed = back.at(march(2, '14:30') - minute).do(steward, aCommand('resume'))
    expect(due(resumed, 'completion')).toBe('2026-03-06T11:30:00')
    expect(only(resumed, 'completion').heldSeconds).toBe(3 * 3_600)
    expect(due(resumed, 'firstReply')).toBe('2026-03-03T11:30:00')
  })
  it('count to their planned end while they last', () => {
    const held = inProgress.at(march(2, '10:00') - minute).do(steward, hold(march(2, '12:00')))
    expect(due(held, 'completion')).toBe('2026-03-06T10:30:00')
  })
  it('add up', () => {
    const twice = inProgress
      .at(march(2, '10:00') - minute)
      .do(steward, hold(march(2, '11:00')))
      .at(march(2, '14:00'))
      .settled()
      .do(steward, hold(march(2, '14:31')))
      .at(march(2, '15:00'))
      .settled()
    expect(only(twice, 'completion').heldSeconds).toBe(90 * 60)
  })
  it('end by themselves, with the planned time as their end however late it is noticed', () => {
    const held = inProgress.do(steward, hold(march(3, '09:00')))
    expect(held.at(march(3, '09:00') - second).settled().ticket.state).toBe('onHold')
    const late = held.at(march(4, '16:00')).settled()
    expect(late.ticket).toMatchObject({ state: 'inProgress', holds: [{ to: march(3, '09:00') }] })
    expect(late.events('resumed')).toEqual([{ type: 'resumed', endedAt: march(3, '09:00'), due: true }])
  })
  it('let nothing fire while they last, and go on where it stopped', () => {
    const held = inProgress.do(steward, aCommand('hold', { reason: 'appointment', until: march(20, '09:02') }))
    const before = held.history.length
    expect(held.at(march(20, '09:01')).settled().history).toHaveLength(before)
  })
  it('let the complainant be told all the same while others are waited for (D-SLA-7)', () => {
    const until = march(20, '09:00')
    const waiting = (reason: 'awaitingPart' | 'awaitingThirdParty' | 'awaitingComplainant') =>
      inProgress.do(steward, aCommand('hold', { reason, until }))
    const dues = (story: Story) => all(story, 'progress').map(({ dueAt }) => toIso(dueAt).slice(0, 19))
    expect(dues(inProgress)).toEqual(['2026-03-04T18:00:00'])
    expect(dues(waiting('awaitingPart'))).toEqual(['2026-03-04T18:00:00'])
    expect(dues(waiting('awaitingThirdParty'))).toEqual(['2026-03-09T18:00:00'])
    expect(dues(waiting('awaitingComplainant'))[0]?.slice(0, 10)).toBe('2026-03-24')
    // What else is owed stands still: another's work is waited for.
    expect(due(waiting('awaitingThirdParty'), 'completion').slice(0, 10)).toBe('2026-03-25')
    const told = waiting('awaitingThirdParty').at(march(4, '10:00')).do(steward, aCommand('reply'))
    expect(dues(told)).toEqual(['2026-03-09T18:00:00', '2026-03-11T18:00:00'])
    const back = told.do(steward, aCommand('resume')).do(steward, aCommand('reply'))
    expect(dues(back).slice(1)).toEqual(['2026-03-11T18:00:00', '2026-03-06T18:00:00'])
  })
  it('for a third party that begin when the complainant should have been told long ago change nothing about it', () => {
    const late = inProgress.at(march(5, '09:00')).settled()
    const held = late.do(steward, aCommand('hold', { reason: 'awaitingThirdParty', until: march(20, '09:00') }))
    expect(due(held, 'progress')).toBe('2026-03-04T18:00:00')
  })
  it('that begin after a clock has stopped do not move it', () => {
    const held = inProgress.do(steward, hold(march(9, '09:00')))
    for (const kind of ['accept', 'acknowledge'] as const) {
      expect(only(held, kind)).toEqual(only(inProgress, kind))
      expect(only(held, kind).heldSeconds).toBe(0)
    }
  })
  it('count for a clock that stops during them as far as it ran', () => {
    const told = inProgress
      .at(march(2, '10:00') - minute)
      .do(steward, hold(march(9, '09:00')))
      .at(march(2, '11:00') - minute)
      .do(steward, aCommand('reply'))
    expect(only(told, 'firstReply')).toMatchObject({ metAt: march(2, '11:00'), heldSeconds: 3_600 })
  })
  it('that begin at or after the due time move nothing: the breach stands', () => {
    const late = filed({ urgency: 'emergency' })
      .at(monday9 + 4 * hour)
      .settled()
    const held = late.do(clerk, hold(monday9 + 9 * hour))
    expect(only(held, 'completion')).toMatchObject({
      dueAt: monday9 + 4 * hour,
      heldSeconds: 0,
      breachedAt: monday9 + 4 * hour,
    })
  })
})
