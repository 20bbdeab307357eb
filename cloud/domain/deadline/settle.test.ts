import { day, hour, march, minute, monday9 } from '../../../test/builders/clock'
import { aCommand } from '../../../test/builders/commands'
import { aDirectory, people, staff } from '../../../test/builders/people'
import { aPolicy, onlyCompletion } from '../../../test/builders/policy'
import { Story, aContext, aTicket } from '../../../test/builders/ticket'
import type { DeadlineKind, Role } from '../../../types/vocabulary'
import { settle } from './settle'
import { nextFireAt, timersOf } from './timers'

const { steward, clerk, resident } = people

/** One deadline alone: completion in ten hours by the clock. */
const tenHours = aPolicy(onlyCompletion('always', 10))
const filed = Story.filed({}, { policy: tenHours })
type Alarm = readonly [step: string, dueAt: number]
const fired = (story: Story): readonly Alarm[] =>
  story.history.flatMap(({ event }): readonly Alarm[] => {
    if (event.type === 'warned') return [[`warn ${event.share}`, event.dueAt]]
    if (event.type === 'breached') return [['breach', event.dueAt]]
    return event.type === 'deadlineEscalated' ? [[`level ${event.level}: ${event.to}`, event.dueAt]] : []
  })
const due = (hours: number): number => monday9 + hours * hour

describe('warnings, breach and levels (D-SLA-15)', () => {
  const everything = [
    ['warn 0.5', due(5)],
    ['warn 0.8', due(8)],
    ['breach', due(10)],
    ['level 1: departmentHead', due(10)],
    ['level 2: serviceManager', due(15)],
    ['level 3: quality', due(20)],
  ]

  it.each([
    [5, 1],
    [8, 2],
    [10, 4],
    [15, 5],
    [20, 6],
    [999, 6],
  ])('after %d hours %d of them have happened, not one a millisecond earlier', (hours, count) => {
    expect(fired(filed.at(due(hours)).settled())).toEqual(everything.slice(0, count))
    if (hours <= 20) expect(fired(filed.at(due(hours) - 1).settled()).length).toBeLessThan(count)
  })

  it('seen late they carry the time they were due and the time they were noticed (D-SLA-18)', () => {
    const late = filed.at(due(100)).settled()
    expect(late.ticket.deadlineRuns.find(({ kind }) => kind === 'completion')?.fired).toMatchObject([
      { what: 'warn', share: 0.5, dueAt: due(5), at: due(100) },
      { what: 'warn', share: 0.8, dueAt: due(8), at: due(100) },
      { what: 'breach', dueAt: due(10), at: due(100) },
      { what: 'escalate', level: 1, dueAt: due(10), at: due(100), to: 'departmentHead' },
      { what: 'escalate', level: 2, dueAt: due(15), at: due(100), to: 'serviceManager' },
      { what: 'escalate', level: 3, dueAt: due(20), at: due(100), to: 'quality' },
    ])
    expect(late.history.slice(2).every(({ at, actorId }) => at === due(100) && actorId === null)).toBe(true)
  })

  it('happen once, however often it is swept', () => {
    const often = [6, 6, 9, 11, 11, 30, 31].reduce((story, hours) => story.at(due(hours)).settled(), filed)
    expect(fired(often)).toEqual(everything)
  })

  it('happen before whatever somebody does later: finishing late is late', () => {
    const accepted = filed.do(steward, aCommand('accept'))
    const late = accepted.at(due(11)).do(steward, aCommand('complete'))
    expect(late.history.slice(3).map(({ event }) => event.type)).toEqual([
      'warned',
      'warned',
      'breached',
      'deadlineEscalated',
      'completed',
    ])
    expect(timersOf(late.ticket, tenHours)).toMatchObject([{ breachedAt: due(10), metAt: late.now, pending: [] }])
  })

  it('do not happen to what was met in time', () => {
    const done = filed.do(steward, aCommand('accept')).do(steward, aCommand('complete')).at(due(99)).settled()
    expect(fired(done)).toEqual([])
  })

  it('come after a failed verification for the time that has passed meanwhile', () => {
    const done = filed.do(steward, aCommand('accept')).do(steward, aCommand('complete'))
    const rejected = done.at(due(12)).do(clerk, aCommand('reject'))
    expect(fired(rejected)).toEqual([])
    expect(fired(rejected.settled())).toEqual(everything.slice(0, 4))
  })

  it('a refused command leaves them to the next sweep', () => {
    const story = filed.at(due(11))
    const decision = story.try(people.manager, aCommand('accept'))
    expect(decision).toEqual({ ok: false, refusal: expect.objectContaining({ code: 'forbidden' }) })
    expect(fired(story.settled())).toHaveLength(4)
  })

  it('of several deadlines come in the order in which they were due', () => {
    const late = Story.filed().at(march(30, '09:00')).settled()
    const dues = fired(late).map(([, at]) => at)
    expect(dues).toEqual([...dues].sort((one, other) => one - other))
    const kinds = new Set<DeadlineKind>(late.events('breached').map(({ deadline }) => deadline))
    expect([...kinds]).toEqual(['accept', 'firstReply', 'acknowledge', 'organise', 'completion'])
  })

  it('nextFireAt names the next one, and nothing when nothing is left', () => {
    const next = (story: Story) => timersOf(story.ticket, tenHours).map(nextFireAt)
    expect(next(filed)).toEqual([due(5)])
    expect(next(filed.at(due(5)).settled())).toEqual([due(8)])
    expect(next(filed.at(due(99)).settled())).toEqual([null])
  })
})

describe('who hears of it (D-SLA-15)', () => {
  const told = (members: readonly (typeof staff)[keyof typeof staff][], to: Role) => {
    const policy = aPolicy({
      deadlines: [{ kind: 'completion', calendar: 'always', target: { hours: 1 }, escalate: [{ at: 1, to }] }],
    })
    const context = aContext(clerk, due(1), { policy, directory: aDirectory(members) })
    const [, escalation] = settle(filed.ticket, context).events
    return escalation?.type === 'deadlineEscalated' ? [escalation.to, escalation.recipientIds] : null
  }
  const { engineeringHead, serviceHead, manager, quality, clerk: clerkMember } = staff

  it('the head of the ticket’s own department', () => {
    expect(told([engineeringHead, serviceHead, manager], 'departmentHead')).toEqual([
      'departmentHead',
      ['service-head'],
    ])
  })
  it('the next one up where nobody holds the post', () => {
    expect(told([engineeringHead, manager, quality], 'departmentHead')).toEqual(['serviceManager', ['manager-1']])
    expect(told([quality], 'departmentHead')).toEqual(['quality', ['quality-1']])
  })
  it('the next one down where there is nobody above: an alarm must reach a person', () => {
    expect(told([serviceHead, manager], 'quality')).toEqual(['serviceManager', ['manager-1']])
    expect(told([serviceHead], 'quality')).toEqual(['departmentHead', ['service-head']])
  })
  it('any post that is configured', () => {
    expect(told([clerkMember, manager], 'clerk')).toEqual(['clerk', ['clerk-1']])
    expect(told([manager], 'clerk')).toEqual(['serviceManager', ['manager-1']])
  })
  it('nobody only where there is nobody, and the record says so', () => {
    expect(told([], 'quality')).toEqual(['quality', []])
  })
  it('a ticket nobody owns starts with the manager, since no department answers for it', () => {
    const submitted = Story.filed(
      { category: 'neighbour' },
      { policy: aPolicy({ deadlines: tenHours.policy.deadlines }) },
    )
    expect(submitted.at(due(10)).settled().events('deadlineEscalated')[0]).toMatchObject({
      level: 1,
      to: 'serviceManager',
    })
  })
})

describe('what happens by itself besides', () => {
  it('one reminder of the survey after two days (D-CB-1)', () => {
    const callback = aTicket('callback')
    expect(
      callback
        .later(2 * day - 1)
        .settled()
        .events('callbackReminded'),
    ).toEqual([])
    const reminded = callback
      .later(2 * day)
      .settled()
      .later(9 * day)
      .settled()
    expect(reminded.events('callbackReminded')).toEqual([{ type: 'callbackReminded', round: 1 }])
  })
  it('seven quiet days close the ticket (D-SLA-10, D-CB-3)', () => {
    const quiet = aTicket('quietPeriod')
    expect(quiet.later(7 * day - 1).settled().ticket.state).toBe('quietPeriod')
    const closed = quiet.later(7 * day).settled()
    expect(closed.in('closed')).toMatchObject({ ending: 'quiet', closedAt: closed.now })
    expect(timersOf(closed.ticket, aPolicy()).find(({ kind }) => kind === 'quiet')).toMatchObject({ metAt: closed.now })
  })
  it('a new complaint on the last day comes too late once the days are over, and reopens instead', () => {
    const late = aTicket('quietPeriod')
      .later(7 * day + hour)
      .do(resident, aCommand('reopen'))
    expect(late.history.slice(-3).map(({ event }) => event.type)).toEqual(['closed', 'reopened', 'assigned'])
  })
  it('the clock going backwards changes nothing', () => {
    const story = aTicket('inProgress')
    expect(settle(story.ticket, aContext(clerk, monday9 - day))).toEqual({ ticket: story.ticket, events: [] })
    expect(
      story
        .at(monday9 - minute)
        .do(steward, aCommand('reply'))
        .history.at(-1)?.event.type,
    ).toBe('replied')
  })
})
