import { aCommand } from '../../../test/builders/commands'
import { aComplainant, aFiling } from '../../../test/builders/filing'
import { aDirectory, people, staff } from '../../../test/builders/people'
import { monday9 } from '../../../test/builders/clock'
import { Story, aContext, aTicket } from '../../../test/builders/ticket'
import { standardPolicy } from '../../../test/builders/policy'
import { runningTimersOf } from '../deadline/timers'
import { decide } from './decide'
import { ImpossibleHistory, evolve, replay } from './evolve'

describe('filing', () => {
  it('dispatches at once where a rule names somebody, with the reason in words (D-RT-1)', () => {
    const { ticket } = Story.filed()
    expect(ticket).toMatchObject({
      state: 'dispatched',
      version: 2,
      filedAt: monday9,
      cycle: 1,
      assignment: { personId: 'steward-1' },
      route: { rule: '楼内事项派楼栋管家', why: '按规则“楼内事项派楼栋管家”，由楼栋管家steward-1负责' },
      complainants: [{ personId: 'resident-1', withdrawnAt: null }],
    })
  })

  it('waits in triage where a rule says so', () => {
    expect(Story.filed({ category: 'neighbour' }).ticket).toMatchObject({ state: 'submitted', assignment: null })
  })

  it('waits in triage where nobody is there at all', () => {
    const nobody = { directory: aDirectory([]) }
    expect(Story.filed({}, nobody).ticket).toMatchObject({ state: 'submitted', assignment: null })
  })

  it('the routing is nobody’s act, the filing the filer’s', () => {
    expect(Story.filed().history.map(({ event, actorId }) => [event.type, actorId])).toEqual([
      ['filed', 'resident-1'],
      ['assigned', null],
    ])
  })

  it('of a ticket that exists does nothing', () => {
    const story = Story.filed()
    const again = decide(story.ticket, { command: 'file', filing: aFiling() }, aContext(people.resident, story.now))
    expect(again).toEqual({ ok: true, ticket: story.ticket, events: [] })
  })

  it('comes first: no other command without a ticket', () => {
    expect(() => decide(null, aCommand('accept'), aContext(people.steward, monday9))).toThrow('needs a ticket')
  })
})

describe('recorded and finished in one step (D-IN-8)', () => {
  const told = { filerId: null, recordedBy: 'clerk-1', channel: 'phone', urgency: 'normal' } as const
  const done = {
    summary: '当场调好了门禁',
    cause: { factor: 'equipment' },
    verdict: 'substantiated',
    responsibleParty: 'own',
    result: 4,
  } as const
  const settled = (filing: Parameters<typeof aFiling>[0] = {}, result = 4, by = people.clerk) =>
    decide(
      null,
      { command: 'file', filing: aFiling({ ...told, ...filing }), settled: { ...done, result } },
      aContext(by, monday9),
    )

  it('is done by whoever recorded it and goes into its quiet period, with nothing left to be late', () => {
    const decision = settled()
    if (!decision.ok) throw new Error(decision.refusal.message)
    const { ticket, events } = decision
    expect(events.map(({ event }) => event.type)).toEqual([
      'filed',
      'assigned',
      'accepted',
      'completed',
      'settledOnSpot',
      'quietPeriodStarted',
    ])
    expect(ticket).toMatchObject({
      state: 'quietPeriod',
      exemption: 'settledOnSpot',
      assignment: { personId: 'clerk-1' },
      completion: { summary: '当场调好了门禁', byId: 'clerk-1' },
    })
    expect(runningTimersOf(ticket, standardPolicy).map(({ kind }) => kind)).toEqual(['quiet'])
  })

  it('a neighbour who joins it is asked all the same (D-HD-8)', () => {
    const decision = settled()
    if (!decision.ok) throw new Error(decision.refusal.message)
    const joins = aCommand('join', { complainants: [aComplainant('resident-9', { ticketId: 'ticket-2' })] })
    const joined = decide(decision.ticket, joins, aContext(people.clerk, monday9 + 60_000))
    expect(joined.ok && joined.ticket).toMatchObject({ state: 'callback', round: { asked: ['resident-9'] } })
  })

  it.each([
    ['by a resident', { filerId: 'resident-1', recordedBy: null }, 4, 'forbidden'],
    ['by an assistant, who is given no tickets', { recordedBy: 'assistant-1' }, 4, 'forbidden'],
    ['in danger', { urgency: 'emergency' }, 4, 'invalidRequest'],
    ['without a name, whose satisfaction nobody could vouch for', { anonymous: true }, 4, 'unfounded'],
    ['not content', {}, 2, 'unfounded'],
  ] as const)('not %s', (_name, filing, result, code) => {
    const decision = settled(filing, result)
    expect(decision.ok ? null : decision.refusal.code).toBe(code)
  })
})

describe('a history that decide can’t have written is told', () => {
  const { history } = aTicket('inProgress')
  it('does not begin with the filing', () => {
    expect(() => replay(history.slice(1))).toThrow(ImpossibleHistory)
  })
  it('has two filings', () => {
    expect(() => replay([...history, ...history.slice(0, 1)])).toThrow('"filed" cannot follow state inProgress')
  })
  it('resumes what is not on hold', () => {
    const resumed = {
      seq: 9,
      at: monday9,
      actorId: null,
      event: { type: 'resumed', endedAt: monday9, due: true },
    } as const
    expect(() => evolve(aTicket('inProgress').ticket, resumed)).toThrow(ImpossibleHistory)
  })
  it('puts somebody to work on what nobody has', () => {
    const accepted = { seq: 9, at: monday9, actorId: staff.clerk.id, event: { type: 'accepted' } } as const
    expect(() => evolve(aTicket('submitted').ticket, accepted)).toThrow(ImpossibleHistory)
  })
})
