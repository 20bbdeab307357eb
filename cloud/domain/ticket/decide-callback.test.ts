import { day, minute } from '../../../test/builders/clock'
import { aCommand, dissatisfied, someAnswers } from '../../../test/builders/commands'
import { aComplainant } from '../../../test/builders/filing'
import { actorOf, aDirectory, people, staff } from '../../../test/builders/people'
import { aPolicy } from '../../../test/builders/policy'
import { type Story, aTicket } from '../../../test/builders/ticket'
import type { SurveyAnswers } from './events'

const { steward, clerk, otherClerk, manager, quality, resident, neighbour } = people
const answer = (answers: SurveyAnswers) => aCommand('answerSurvey', { answers })
const unreached = aCommand('recordCallback', { result: 'unreached', answers: undefined })

describe('given a completed ticket', () => {
  const story = aTicket('completed')

  it('verifying starts the survey in the same decision (D-CB-1)', () => {
    expect(story.adds(clerk, aCommand('verify'))).toEqual(['verified', 'callbackStarted'])
    const asked = story.do(clerk, aCommand('verify'))
    expect(asked.in('callback').round).toMatchObject({ round: 1, startedAt: asked.now, endedAt: null, answers: [] })
    expect(asked.history.map(({ actorId }) => actorId).slice(-2)).toEqual(['clerk-1', null])
  })

  it('verifying may correct what it came from, which is recorded with what it was before (D-CL-5)', () => {
    const from = { factor: 'equipment', detail: null, verdict: 'substantiated', responsibleParty: 'own' }
    const corrected = story.do(
      clerk,
      aCommand('verify', { cause: { factor: 'material', detail: '密封圈老化' }, responsibleParty: 'developer' }),
    )
    const to = { factor: 'material', detail: '密封圈老化', verdict: 'substantiated', responsibleParty: 'developer' }
    expect(corrected.events('completionCorrected')).toEqual([{ type: 'completionCorrected', from, to }])
    expect(corrected.history.find(({ event }) => event.type === 'completionCorrected')?.actorId).toBe('clerk-1')
    expect(corrected.in('callback').completion).toMatchObject({ ...to, summary: '已更换接头', byId: 'steward-1' })
  })

  it('verifying records no correction where it says the same', () => {
    const same = aCommand('verify', {
      cause: { factor: 'equipment' },
      verdict: 'substantiated',
      responsibleParty: 'own',
    })
    expect(story.adds(clerk, same)).toEqual(['verified', 'callbackStarted'])
  })

  it('rejecting sends it back to work', () => {
    expect(story.do(clerk, aCommand('reject')).ticket).toMatchObject({ state: 'inProgress', cycle: 1 })
  })

  it('whoever did the work judges nothing about it (D-CB-6, D-SLA-8)', () => {
    // The clerk handles it; a colleague may judge.
    const own = aTicket('accepted')
      .do(clerk, aCommand('dispatch', { assigneeId: 'clerk-1' }))
      .do(clerk, aCommand('accept'))
      .do(clerk, aCommand('complete'))
    for (const name of ['verify', 'reject', 'exempt'] as const) {
      expect([name, own.refusal(clerk, aCommand(name))]).toEqual([name, 'forbidden'])
      expect([name, own.refusal(otherClerk, aCommand(name))]).toEqual([name, null])
    }
    const asked = own.do(otherClerk, aCommand('verify'))
    for (const name of ['exempt', 'recordCallback'] as const) {
      expect([name, asked.refusal(clerk, aCommand(name))]).toEqual([name, 'forbidden'])
      expect([name, asked.refusal(otherClerk, aCommand(name))]).toEqual([name, null])
    }
  })

  it('not even somebody who lives there and handled it answers', () => {
    const both = { ...actorOf(staff.steward), rooms: resident.rooms }
    const story = aTicket('callback').do(clerk, aCommand('join', { complainants: [aComplainant('steward-1')] }))
    expect(story.refusal(both, answer(someAnswers()))).toBe('forbidden')
  })
})

describe('who is not asked (D-CB-2)', () => {
  it.each([
    ['anonymous', { anonymous: true }, 'unreachable'],
    ['no way to reach', { reachable: false }, 'unreachable'],
    ['declared no callbacks', { callbackDeclined: true }, 'declinedCallbacks'],
  ] as const)('%s', (_name, filing, reason) => {
    const story = aTicket('completed', filing)
    expect(story.adds(clerk, aCommand('verify'))).toEqual(['verified', 'quietPeriodStarted'])
    expect(story.do(clerk, aCommand('verify')).in('quietPeriod').exemption).toBe(reason)
  })

  it('marked sensitive, before or during the callback', () => {
    const before = aTicket('completed').do(clerk, aCommand('exempt'))
    expect(before.ticket.state).toBe('completed')
    expect(before.do(clerk, aCommand('verify')).in('quietPeriod').exemption).toBe('sensitive')
    expect(aTicket('callback').do(clerk, aCommand('exempt')).in('quietPeriod').exemption).toBe('sensitive')
  })

  it.each([
    ['settled on the spot without a record of it', {}, 'settledOnSpot', 'unfounded'],
    ['has an account', {}, 'unreachable', 'unfounded'],
    ['left a number', { filerId: null, reachable: true }, 'unreachable', 'unfounded'],
    ['anonymous', { anonymous: true }, 'unreachable', null],
    ['no account and no number', { filerId: null, reachable: false }, 'unreachable', null],
    ['never said so', {}, 'declinedCallbacks', 'unfounded'],
    ['has said so', { callbackDeclined: true }, 'declinedCallbacks', null],
  ] as const)('each exemption rests on what is recorded: %s', (_name, filing, reason, expected) => {
    const story = aTicket('completed', filing)
    expect(story.refusal(clerk, aCommand('exempt', { reason }))).toBe(expected)
  })

  it('who refuses on the telephone is not asked in a later cycle either (D-CB-2d)', () => {
    const refused = aTicket('callback').do(clerk, aCommand('recordCallback', { result: 'refused', answers: undefined }))
    expect(refused.in('quietPeriod').exemption).toBe('declinedCallbacks')
    const again = refused
      .do(resident, aCommand('reopen'))
      .do(steward, aCommand('accept'))
      .do(steward, aCommand('complete'))
      .do(clerk, aCommand('verify'))
    expect(again.in('quietPeriod').exemption).toBe('declinedCallbacks')
  })

  it('an exemption for one cycle is not one for the next', () => {
    const again = aTicket('quietPeriod')
      .do(resident, aCommand('reopen'))
      .do(steward, aCommand('accept'))
      .do(steward, aCommand('complete'))
      .do(clerk, aCommand('verify'))
    expect(again.ticket.state).toBe('callback')
  })
})

describe('given a callback', () => {
  const story = aTicket('callback')

  it.each([
    ['solved, result 3', someAnswers({ result: 3 }), 'closed'],
    ['solved, result 2', someAnswers({ result: 2 }), 'dispatched'],
    ['not solved, result 5', someAnswers({ solved: false }), 'dispatched'],
    ['poor reception alone', someAnswers({ reception: 1, measures: 1 }), 'closed'],
  ] as const)('%s → %s (D-CB-3)', (_name, answers, state) => {
    expect(story.do(resident, answer(answers)).ticket.state).toBe(state)
  })

  it('what counts as satisfied is the policy’s', () => {
    const strict = aPolicy({ survey: { ...aPolicy().policy.survey, satisfiedFrom: 4 } })
    expect(story.with({ policy: strict }).do(resident, answer(someAnswers({ result: 3 }))).ticket.state).toBe(
      'dispatched',
    )
  })

  it('closing says how, when, and ends the round', () => {
    const closed = story.do(resident, answer(someAnswers()))
    expect(closed.in('closed')).toMatchObject({
      ending: 'satisfied',
      closedAt: closed.now,
      rounds: [{ endedAt: closed.now }],
    })
  })

  it('one answer per person and round; a neighbour’s satisfaction does not speak for the filer (D-CB-5)', () => {
    const both = story.do(clerk, aCommand('join', { complainants: [aComplainant('resident-2')] }))
    const one = both.do(neighbour, answer(someAnswers()))
    expect(one.ticket.state).toBe('callback')
    expect(one.refusal(neighbour, answer(dissatisfied))).toBe('alreadyAnswered')
    expect(one.do(resident, answer(someAnswers())).ticket.state).toBe('closed')
  })

  it('a neighbour’s dissatisfaction reopens (D-CB-3)', () => {
    const both = story.do(clerk, aCommand('join', { complainants: [aComplainant('resident-2')] }))
    expect(both.do(neighbour, answer(dissatisfied)).ticket).toMatchObject({ state: 'dispatched', dissatisfied: 1 })
  })

  it('by telephone: the answers are the complainant’s and close or reopen as well', () => {
    expect(story.do(clerk, aCommand('recordCallback')).in('closed').ending).toBe('satisfied')
    const poor = { reception: 2, measures: 2, result: 1, solved: false }
    expect(story.do(clerk, aCommand('recordCallback', { answers: poor })).ticket.state).toBe('dispatched')
    const none = aCommand('recordCallback', { result: 'answered', answers: undefined })
    expect(story.refusal(clerk, none)).toBe('invalidRequest')
  })

  it('closed as unreached after three different days, never as satisfied (D-CB-4)', () => {
    const one = story.do(clerk, unreached).do(clerk, unreached).do(clerk, unreached)
    expect(one.ticket).toMatchObject({ state: 'callback', rounds: [{ unreached: [{ day: '2026-03-02' }] }] })
    const two = one.later(day).do(clerk, unreached)
    expect(two.ticket.state).toBe('callback')
    const three = two.later(day).do(clerk, unreached)
    expect(three.in('closed').ending).toBe('unreached')
  })
})

describe('dissatisfied again and again (D-CB-3)', () => {
  const around = (story: Story, handler: typeof steward, judge = clerk): Story =>
    story
      .do(handler, aCommand('accept'))
      .do(handler, aCommand('complete'))
      .do(judge, aCommand('verify'))
      .do(resident, answer(dissatisfied))

  it('the lead first, then at least one level up, then quality', () => {
    const first = aTicket('callback').do(resident, answer(dissatisfied))
    expect(first.ticket).toMatchObject({ cycle: 2, dissatisfied: 1, assignment: { personId: 'steward-1' } })
    const second = around(first, steward)
    expect(second.ticket).toMatchObject({ cycle: 3, dissatisfied: 2, assignment: { personId: 'service-head' } })
    const third = around(second, actorOf(staff.serviceHead))
    expect(third.ticket).toMatchObject({ cycle: 4, dissatisfied: 3, assignment: { personId: 'quality-1' } })
    const fourth = around(third, quality)
    expect(fourth.ticket).toMatchObject({ cycle: 5, dissatisfied: 4, assignment: { personId: 'quality-1' } })
  })

  it('comes with the complainant’s reasons', () => {
    const first = aTicket('callback').do(resident, answer({ ...dissatisfied, text: '还是滴' }))
    expect(first.events('reopened')).toEqual([
      { type: 'reopened', reason: '问题没有解决；没有修好；还是滴', dissatisfied: true },
    ])
    expect(first.events('assigned').at(-1)).toMatchObject({
      cause: 'reopened',
      reason: '问题没有解决；没有修好；还是滴',
    })
  })

  it('a lead who has left is followed by the next level; nobody at all waits in triage', () => {
    const callback = aTicket('callback')
    const left = aDirectory(Object.values(staff).filter(({ id }) => id !== 'steward-1'))
    expect(callback.with({ directory: left }).do(resident, answer(dissatisfied)).ticket.assignment?.personId).toBe(
      'service-head',
    )
    const empty = callback.with({ directory: aDirectory([]) }).do(resident, answer(dissatisfied))
    expect(empty.ticket.state).toBe('accepted')
  })
})

describe('given a closed ticket, reopen', () => {
  const closed = aTicket('closed')
  const reopen = aCommand('reopen')

  it('by its complainant within the window; later by staff only', () => {
    const last = closed.at(closed.in('closed').closedAt + 30 * day)
    expect(last.refusal(resident, reopen)).toBeNull()
    expect(last.later(1).refusal(resident, reopen)).toBe('wrongState')
    for (const who of [clerk, manager, quality]) expect(last.later(day).refusal(who, reopen)).toBeNull()
    expect(closed.do(resident, reopen).ticket).toMatchObject({ state: 'dispatched', cycle: 2, dissatisfied: 1 })
  })

  it('counts as dissatisfied whoever writes it down (D-CB-10)', () => {
    for (const who of [resident, clerk, manager, quality])
      expect([who.id, closed.do(who, reopen).ticket.dissatisfied]).toEqual([who.id, 1])
  })

  it('a manager’s own decision is told apart, and nobody else’s may be (D-CB-10)', () => {
    const own = aCommand('reopen', { ownInitiative: true })
    for (const who of [manager, quality])
      expect(closed.do(who, own).ticket).toMatchObject({ state: 'dispatched', cycle: 2, dissatisfied: 0 })
    for (const who of [resident, clerk]) expect([who.id, closed.refusal(who, own)]).toEqual([who.id, 'forbidden'])
  })

  it('leaves nothing of the closing behind', () => {
    const again = closed.do(resident, reopen).ticket
    expect(Object.keys(again)).not.toEqual(expect.arrayContaining(['ending']))
    expect('closedAt' in again).toBe(false)
  })

  it('from the quiet period, in which a new complaint ends the quiet (D-SLA-10)', () => {
    const quiet = aTicket('quietPeriod')
    expect(quiet.do(resident, reopen).ticket).toMatchObject({ state: 'dispatched', exemption: null })
  })

  it('not once it is archived', () => {
    const archived = closed.do(clerk, aCommand('archive'))
    expect(archived.ticket).toMatchObject({
      state: 'archived',
      ending: 'satisfied',
      closedAt: closed.in('closed').closedAt,
    })
    expect(archived.later(minute).refusal(resident, reopen)).toBe('wrongState')
  })
})
