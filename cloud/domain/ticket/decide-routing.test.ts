import { minute, monday9 } from '../../../test/builders/clock'
import { aCommand } from '../../../test/builders/commands'
import { aComplainant } from '../../../test/builders/filing'
import { aDirectory, aStaffMember, people, staff } from '../../../test/builders/people'
import { aPolicy } from '../../../test/builders/policy'
import { aTicket } from '../../../test/builders/ticket'
import type { Workload } from '../workload/workload'
import { complainantIdsOf } from './complainants'

const { steward, engineer, otherEngineer, engineeringHead, serviceHead, clerk, manager, quality, resident } = people

describe('given a submitted ticket', () => {
  it('triage lowers the severity only with a reason, which is kept (D-CL-3)', () => {
    const hot = aTicket('submitted').do(clerk, aCommand('reclassify', { severity: 'hot' }))
    expect(hot.try(clerk, aCommand('triage', { severity: 'ordinary' }))).toMatchObject({
      ok: false,
      refusal: { code: 'invalidRequest', fields: { reason: '严重程度降低时，请写明原因' } },
    })
    for (const severity of ['hot', 'major', undefined] as const)
      expect([severity, hot.refusal(clerk, aCommand('triage', severity ? { severity } : {}))]).toEqual([severity, null])
    const lowered = hot.do(clerk, aCommand('triage', { severity: 'ordinary', reason: '只有一户反映' }))
    expect(lowered.events('triaged')).toMatchObject([{ severity: 'ordinary', reason: '只有一户反映' }])
  })
  it('triage classifies and accepts it, and keeps the severity unless told (D-CL-4, D-CL-3)', () => {
    const story = aTicket('submitted').do(clerk, aCommand('triage', { category: 'noise', urgency: 'urgent' }))
    expect(story.ticket).toMatchObject({
      state: 'accepted',
      category: 'noise',
      urgency: 'urgent',
      severity: 'ordinary',
    })
  })
  it('triage and a correction need a category that exists', () => {
    const story = aTicket('submitted')
    expect(story.refusal(clerk, aCommand('triage', { category: 'moon' }))).toBe('unknownCategory')
    expect(story.refusal(clerk, aCommand('reclassify', { category: 'moon' }))).toBe('unknownCategory')
  })
  it('dispatch without a target follows the rules, and else the department of the category', () => {
    const story = aTicket('submitted').do(clerk, aCommand('triage', { category: 'leak' }))
    const bare = { command: 'dispatch' } as const
    expect(story.do(clerk, bare).ticket.assignment?.personId).toBe('steward-1')
    const none = { policy: aPolicy({ routing: [] }) }
    const chosen = story.with(none).do(clerk, bare).ticket
    expect(chosen).toMatchObject({ assignment: { personId: 'engineer-1', departmentId: 'engineering' } })
    expect(story.with({ ...none, directory: aDirectory([]) }).refusal(clerk, bare)).toBe('unknownPerson')
  })
})

describe('given an accepted ticket, dispatch', () => {
  const story = aTicket('accepted')
  it('to a person', () => {
    const given = story.do(clerk, aCommand('dispatch', { assigneeId: 'guard-1', requirement: '带上工具' })).ticket
    expect(given).toMatchObject({
      state: 'dispatched',
      assignment: { personId: 'guard-1', departmentId: 'security' },
      requirement: '带上工具',
      route: { rule: '人工指派' },
    })
  })
  it('to a department, which names one of its people', () => {
    expect(story.do(clerk, aCommand('dispatch')).ticket.assignment).toMatchObject({ departmentId: 'engineering' })
  })
  it('not to anybody unknown, nor to somebody who only watches', () => {
    expect(story.refusal(clerk, aCommand('dispatch', { assigneeId: 'nobody' }))).toBe('unknownPerson')
    expect(story.refusal(clerk, aCommand('dispatch', { assigneeId: 'assistant-1' }))).toBe('unknownPerson')
    expect(story.refusal(clerk, aCommand('dispatch', { departmentId: 'moon' }))).toBe('unknownPerson')
  })
})

describe('given a dispatched ticket', () => {
  const dispatched = aTicket('dispatched')
  const inEngineering = aTicket('accepted').do(clerk, aCommand('dispatch', { assigneeId: 'engineer-1' }))

  it('the assignee accepts it', () => {
    expect(dispatched.do(steward, aCommand('accept')).ticket.state).toBe('inProgress')
    expect(inEngineering.refusal(otherEngineer, aCommand('accept'))).toBe('forbidden')
  })

  it('returns go to the next candidate, then the head, the manager, quality, and never back (D-RT-3)', () => {
    const takers = [engineer, otherEngineer, engineeringHead, manager, quality]
    let story = inEngineering
    const seen: (string | undefined)[] = []
    for (const taker of takers.slice(0, -1)) {
      story = story.do(taker, aCommand('return'))
      seen.push(story.ticket.assignment?.personId)
    }
    expect(seen).toEqual(takers.slice(1).map(({ id }) => id))
    expect(story.ticket.state).toBe('dispatched')
    // A ticket never belongs to nobody.
    expect(story.refusal(quality, aCommand('return'))).toBe('wrongState')
  })

  it('who returned it is not asked again after another accepted and returned it (D-RT-3)', () => {
    const story = inEngineering
      .do(engineer, aCommand('return'))
      .do(otherEngineer, aCommand('accept'))
      .do(otherEngineer, aCommand('return'))
    expect(story.ticket.assignment?.personId).toBe('engineering-head')
  })

  it('a fresh dispatch may name them again', () => {
    const story = inEngineering
      .do(engineer, aCommand('return'))
      .do(clerk, aCommand('dispatch', { assigneeId: 'engineer-1' }))
    expect(story.ticket).toMatchObject({ returnedBy: [], assignment: { personId: 'engineer-1' } })
  })

  it('a correction routes it anew as long as nobody has accepted it (D-CL-6)', () => {
    const fees = aCommand('reclassify', { category: 'fees', urgency: 'normal' })
    const finance = {
      directory: aDirectory([...Object.values(staff), aStaffMember('cashier', { departmentId: 'finance' })]),
    }
    expect(dispatched.with(finance).do(clerk, fees).ticket.assignment?.personId).toBe('cashier')
    const kept = dispatched.do(steward, aCommand('accept')).with(finance).do(clerk, fees).ticket
    expect(kept).toMatchObject({ state: 'inProgress', category: 'fees', assignment: { personId: 'steward-1' } })
  })

  it('a correction that routes to the same person does not start over', () => {
    expect(dispatched.adds(clerk, aCommand('reclassify'))).toEqual(['reclassified'])
  })
})

describe('given a ticket in progress, transfer (D-RT-4)', () => {
  const story = aTicket('inProgress')
  const to = (assigneeId: string) => aCommand('transfer', { assigneeId })

  it('hands it to somebody else, who has to accept it', () => {
    const given = story.do(steward, to('engineer-1'))
    expect(given.ticket).toMatchObject({ state: 'dispatched', transfers: 1, assignment: { personId: 'engineer-1' } })
    expect(given.refusal(steward, aCommand('accept'))).toBe('forbidden')
  })
  it('not to the same person, nor to anybody unknown', () => {
    expect(story.refusal(steward, to('steward-1'))).toBe('unknownPerson')
    expect(story.refusal(steward, to('nobody'))).toBe('unknownPerson')
  })
  it('after two only the manager and quality decide', () => {
    const twice = story.do(steward, to('engineer-1')).do(engineer, to('engineer-2'))
    expect(twice.ticket.transfers).toBe(2)
    expect(twice.refusal(otherEngineer, to('engineer-1'))).toBe('forbidden')
    expect(twice.refusal(engineeringHead, to('engineer-1'))).toBe('forbidden')
    expect(twice.refusal(quality, to('engineer-1'))).toBeNull()
    expect(twice.do(manager, to('engineer-1')).ticket.transfers).toBe(3)
  })
  it('the number is the policy’s', () => {
    expect(story.with({ policy: aPolicy({ maxTransfers: 0 }) }).refusal(steward, to('engineer-1'))).toBe('forbidden')
  })
})

describe('given a ticket nobody here can solve, escalate (D-HD-4)', () => {
  it('goes to quality, and where there is none to the manager', () => {
    const story = aTicket('inProgress')
    expect(story.do(steward, aCommand('escalate')).ticket.assignment?.personId).toBe('quality-1')
    const small = aDirectory([staff.steward, staff.manager])
    expect(story.with({ directory: small }).do(steward, aCommand('escalate')).ticket.assignment?.personId).toBe(
      'manager-1',
    )
    const alone = aDirectory([staff.steward])
    expect(story.with({ directory: alone }).refusal(steward, aCommand('escalate'))).toBe('wrongState')
  })
  it('by what they carry, and the longest idle first (D-HD-9)', () => {
    const two = aDirectory([
      staff.steward,
      staff.manager,
      staff.quality,
      aStaffMember('quality-2', { role: 'quality' }),
    ])
    const story = aTicket('inProgress').with({ directory: two })
    const to = (carried: ReadonlyMap<string, Workload>) =>
      story.with({ workloads: carried }).do(steward, aCommand('escalate')).ticket.assignment?.personId
    expect(to(new Map())).toBe('quality-1')
    expect(to(new Map([['quality-1', { weight: 2, lastAssignedAt: monday9 }]]))).toBe('quality-2')
    const idle = (at: number) => ({ weight: 2, lastAssignedAt: at })
    expect(
      to(
        new Map([
          ['quality-1', idle(monday9)],
          ['quality-2', idle(monday9 - minute)],
        ]),
      ),
    ).toBe('quality-2')
  })
  it('from a proposal drops what nobody has answered', () => {
    const story = aTicket('proposed').do(serviceHead, aCommand('escalate'))
    expect(story.ticket.proposals.map(({ status }) => status)).toEqual(['dropped'])
    expect(story.refusal(resident, aCommand('agree'))).toBe('wrongState')
  })
})

describe('given several tickets about one event, merge and join (D-IN-6)', () => {
  const story = aTicket('onHold')
  const target = { id: 'ticket-2', number: 'T-0002', open: true }

  it('merges into one that is open, and only there', () => {
    expect(story.with({ target }).do(clerk, aCommand('merge')).ticket).toMatchObject({
      state: 'merged',
      closedAt: story.now + minute,
    })
    for (const wrong of [null, undefined, { ...target, open: false }, { ...target, id: story.ticket.id }])
      expect(story.with({ target: wrong }).refusal(clerk, aCommand('merge'))).toBe('notFound')
  })
  it('the hold is over with it', () => {
    const merged = story.with({ target }).do(clerk, aCommand('merge'))
    expect(merged.ticket.holds.map(({ to }) => to)).toEqual([merged.now])
  })
  it('joining makes co-complainants, each once', () => {
    const join = aCommand('join', {
      complainants: [aComplainant('resident-2'), aComplainant('resident-1'), aComplainant('resident-2')],
    })
    expect(complainantIdsOf(story.do(clerk, join).ticket)).toEqual(['resident-1', 'resident-2'])
  })
  it('nobody joins what has ended', () => {
    for (const state of ['closed', 'merged', 'withdrawn'] as const)
      expect([state, aTicket(state).refusal(clerk, aCommand('join'))]).toEqual([state, 'wrongState'])
  })
})
