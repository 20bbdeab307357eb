import { day, hour, minute } from '../../../test/builders/clock'
import { aCommand, dissatisfied, someAnswers } from '../../../test/builders/commands'
import { aComplainant } from '../../../test/builders/filing'
import { people } from '../../../test/builders/people'
import { type Story, aTicket } from '../../../test/builders/ticket'
import type { State } from '../../../types/vocabulary'
import { clockActor } from '../access/actor'
import { timersOf } from '../deadline/timers'
import { standardPolicy } from '../../../test/builders/policy'
import { complainantIdsOf } from './complainants'
import { followUpOf, targetOf } from './decide-merge'

const { clerk, steward, resident, neighbour, manager, quality } = people
const joining = (...complainants: readonly ReturnType<typeof aComplainant>[]) => aCommand('join', { complainants })
const second = aComplainant('resident-2')
const byPhone = aComplainant(null, { ticketId: 'ticket-5', number: 'T-0005' })

/** The resident's ticket in a state, and the neighbour's merged into it by the clerk. */
const merged = (state: State, other: Parameters<typeof aTicket>[1] = {}) => {
  const incident = aTicket(state)
  const own = aTicket('inProgress', { ticketId: 'ticket-2', number: 'T-0002', filerId: 'resident-2', ...other }).with({
    target: targetOf(incident.ticket),
  })
  return { incident, own }
}
const mergeNow = (own: Story, incident: Story, into = incident.ticket.id) => {
  const command = aCommand('merge', { into })
  const gone = own.do(clerk, command)
  const followUp = followUpOf(command, own.ticket, gone.ticket)
  if (!followUp) throw new Error('nothing follows')
  return { gone, joined: incident.at(gone.now).do(clockActor, followUp.command) }
}

describe('what a merge brings along (D-HD-8)', () => {
  it('each complainant stays a record of their own', () => {
    const { incident, own } = merged('inProgress', { anonymous: true, mood: 'agitated', urgency: 'urgent' })
    const { joined } = mergeNow(own, incident)
    expect(joined.ticket.complainants).toMatchObject([
      { personId: 'resident-1', anonymous: false, number: 'T-0001' },
      { personId: 'resident-2', anonymous: true, mood: 'agitated', urgency: 'urgent', number: 'T-0002' },
    ])
  })

  it('the higher urgency and severity stand, and deadlines follow (D-CL-6, D-SLA-12)', () => {
    const { incident, own } = merged('inProgress')
    const major = own.do(clerk, aCommand('reclassify', { urgency: 'emergency', severity: 'major' }))
    const { joined } = mergeNow(major, incident)
    expect(joined.ticket).toMatchObject({ urgency: 'emergency', severity: 'major', category: 'leak' })
    const timers = timersOf(joined.ticket, standardPolicy)
    const dueOf = (kind: string) => timers.find(timer => timer.kind === kind)?.dueAt
    expect(dueOf('completion')).toBe(incident.ticket.filedAt + 4 * hour)
    expect(dueOf('majorReport')).toBeGreaterThan(joined.now)
  })

  it('the lower never stands, nor gives time back', () => {
    const { incident, own } = merged('inProgress', { urgency: 'suggestion' })
    expect(mergeNow(own, incident).joined.events('reclassified')).toEqual([])
  })

  it('somebody who can be asked ends the quiet of those who could not (D-CB-2)', () => {
    const quiet = aTicket('completed', { anonymous: true }).do(clerk, aCommand('verify'))
    expect(quiet.ticket.state).toBe('quietPeriod')
    expect(quiet.do(clockActor, joining(second)).in('callback').round.asked).toEqual(['resident-2'])
    expect(quiet.do(clockActor, joining({ ...second, anonymous: true })).ticket.state).toBe('quietPeriod')
  })
})

describe('who is asked, person by person (D-CB-2, D-HD-8)', () => {
  const verified = (filing: Parameters<typeof aTicket>[1], ...others: readonly ReturnType<typeof aComplainant>[]) =>
    aTicket('inProgress', filing)
      .do(clockActor, joining(...others))
      .do(steward, aCommand('complete'))
      .do(clerk, aCommand('verify'))

  it('an anonymous filer exempts no named neighbour, and that one’s word closes', () => {
    const asked = verified({ anonymous: true }, second)
    expect(asked.in('callback').round.asked).toEqual(['resident-2'])
    expect(asked.refusal(resident, aCommand('answerSurvey'))).toBe('forbidden')
    expect(asked.do(neighbour, aCommand('answerSurvey')).ticket).toMatchObject({ state: 'closed', ending: 'satisfied' })
  })

  it('nobody can be asked: the quiet period', () => {
    expect(verified({ anonymous: true }, { ...second, reachable: false }).in('quietPeriod').exemption).toBe(
      'unreachable',
    )
  })

  it('whoever can only be called is called before the matter closes', () => {
    const asked = verified({}, byPhone)
    const answered = asked.do(resident, aCommand('answerSurvey'))
    expect(answered.ticket.state).toBe('callback')
    expect(
      timersOf(answered.ticket, standardPolicy).some(({ kind, metAt }) => kind === 'callback' && metAt === null),
    ).toBe(true)
    expect(answered.do(clerk, aCommand('recordCallback')).ticket).toMatchObject({
      state: 'closed',
      ending: 'satisfied',
    })
    const poor = { reception: 2, measures: 2, result: 1, solved: false }
    expect(answered.do(clerk, aCommand('recordCallback', { answers: poor })).ticket.state).toBe('dispatched')
  })

  it('a call is to one person, by default the first who has still to be heard', () => {
    const asked = verified({}, byPhone)
    const called = asked.do(clerk, aCommand('recordCallback', { complainant: 'ticket-5' }))
    expect(called.events('surveyAnswered').at(-1)).toMatchObject({ by: 'phone', complainant: 'ticket-5' })
    expect(called.ticket.state).toBe('callback')
    expect(called.refusal(clerk, aCommand('recordCallback', { complainant: 'ticket-5' }))).toBe('unknownPerson')
    expect(called.do(clerk, aCommand('recordCallback')).events('surveyAnswered').at(-1)?.complainant).toBe('resident-1')
  })

  it('one who refuses is not asked, the others are (D-CB-2d)', () => {
    const asked = verified({}, byPhone)
    const refused = aCommand('recordCallback', { result: 'refused', answers: undefined, complainant: 'ticket-5' })
    const one = asked.do(clerk, refused)
    expect(one.ticket.state).toBe('callback')
    expect(one.do(clerk, { ...refused, complainant: 'ticket-1' }).in('quietPeriod').exemption).toBe('declinedCallbacks')
  })

  it('days without an answer count for each, and the next who can be heard speaks (D-CB-4)', () => {
    const missed = aCommand('recordCallback', { result: 'unreached', answers: undefined, complainant: 'ticket-1' })
    const three = (story: Story) => story.do(clerk, missed).later(day).do(clerk, missed).later(day).do(clerk, missed)
    expect(three(verified({})).ticket).toMatchObject({ state: 'closed', ending: 'unreached' })
    const both = three(verified({}, second))
    expect(both.ticket.state).toBe('callback')
    expect(both.do(neighbour, aCommand('answerSurvey')).ticket).toMatchObject({ state: 'closed', ending: 'satisfied' })
    expect(both.do(neighbour, aCommand('answerSurvey', { answers: dissatisfied })).ticket.state).toBe('dispatched')
  })

  it('an exemption said of one is not one of the matter', () => {
    const asked = verified({}, second)
    const refuses = { result: 'refused', answers: undefined, complainant: 'ticket-1' } as const
    const one = asked.do(clerk, aCommand('recordCallback', refuses))
    expect(one.ticket.state).toBe('callback')
    expect(one.do(neighbour, aCommand('answerSurvey', { answers: someAnswers() })).ticket.state).toBe('closed')
    expect(asked.do(clerk, aCommand('exempt', { reason: 'sensitive' })).ticket.state).toBe('quietPeriod')
  })

  it('a wish recorded meanwhile is obeyed at the next decision (D-CB-9)', () => {
    const wishes = (...keys: string[]) => ({ callbackWishes: new Set(keys) })
    const asked = verified({}, second)
    expect(asked.with(wishes('resident-1')).settled().ticket.state).toBe('callback')
    expect(asked.with(wishes('resident-1', 'resident-2')).settled().in('quietPeriod').exemption).toBe(
      'declinedCallbacks',
    )
    const before = aTicket('completed')
    expect(before.with(wishes('resident-1')).do(clerk, aCommand('verify')).ticket.state).toBe('quietPeriod')
    const takenBack = aTicket('completed', { callbackDeclined: true }).with(wishes())
    expect(takenBack.do(clerk, aCommand('verify')).ticket.state).toBe('callback')
  })
})

describe('withdrawing (D-HD-8)', () => {
  const both = aTicket('inProgress').do(clockActor, joining(second))

  it('takes away one person; the others keep the matter', () => {
    const one = both.do(resident, aCommand('withdraw', { reason: '不在意了' }))
    expect(one.ticket.state).toBe('inProgress')
    expect(complainantIdsOf(one.ticket)).toEqual(['resident-2'])
    expect(one.refusal(resident, aCommand('supplement'))).toBe('forbidden')
    for (const name of ['supplement', 'urge'] as const)
      expect([name, one.refusal(neighbour, aCommand(name))]).toEqual([name, null])
    const asked = one.do(steward, aCommand('complete')).do(clerk, aCommand('verify'))
    expect(asked.in('callback').round.asked).toEqual(['resident-2'])
  })

  it('ends the matter with the last', () => {
    const last = both.do(neighbour, aCommand('withdraw')).do(resident, aCommand('withdraw'))
    expect(last.ticket).toMatchObject({ state: 'withdrawn', closedAt: last.now })
  })

  it('a clerk withdraws for somebody without an account only', () => {
    const mixed = aTicket('inProgress').do(clockActor, joining(byPhone))
    expect(mixed.do(clerk, aCommand('withdraw')).ticket.complainants).toMatchObject([
      { withdrawnAt: null },
      { personId: null, withdrawnAt: expect.any(Number) },
    ])
    expect(mixed.refusal(clerk, aCommand('withdraw', { complainant: 'ticket-1' }))).toBe('unknownPerson')
    expect(both.refusal(clerk, aCommand('withdraw'))).toBe('forbidden')
  })

  it('whoever withdrew and tells it again is back', () => {
    const back = both.do(neighbour, aCommand('withdraw')).do(clockActor, joining(second))
    expect(complainantIdsOf(back.ticket)).toEqual(['resident-1', 'resident-2'])
  })
})

describe('undoing a merge (D-HD-8)', () => {
  const undo = aCommand('undoMerge')
  const { incident, own } = merged('inProgress')
  const { gone, joined } = mergeNow(own, incident)
  const undone = (story: Story, from: Story) => {
    const back = story.do(clerk, undo)
    const followUp = followUpOf(undo, story.ticket, back.ticket)
    if (!followUp) throw new Error('nothing follows')
    return { back, rest: from.at(back.now).do(clockActor, followUp.command) }
  }

  it.each(['dispatched', 'inProgress', 'proposed', 'agreed', 'onHold'] as const)(
    'gives back the ticket as it was, %s, its deadlines running on as if never stopped',
    state => {
      const before = aTicket(state).with({ target: { id: 'ticket-2', number: 'T-0002', open: true } })
      const back = before.do(clerk, aCommand('merge')).later(hour).do(clerk, undo)
      const { version: _version, updatedAt: _updatedAt, ...rest } = before.ticket
      expect(back.ticket).toMatchObject(rest)
      expect(timersOf(back.ticket, standardPolicy)).toEqual(timersOf(before.ticket, standardPolicy))
    },
  )

  it('within 24 hours, by those who may merge', () => {
    const last = gone.later(day)
    for (const who of [clerk, manager, quality]) expect(last.refusal(who, undo)).toBeNull()
    expect(last.refusal(steward, undo)).toBe('forbidden')
    expect(last.later(1).refusal(clerk, undo)).toBe('wrongState')
  })

  it('takes its people off the other ticket, unless they have said something there', () => {
    expect(complainantIdsOf(undone(gone, joined).rest.ticket)).toEqual(['resident-1'])
    const spoken = joined.do(neighbour, aCommand('supplement'))
    expect(complainantIdsOf(undone(gone.at(spoken.now), spoken).rest.ticket)).toEqual(['resident-1', 'resident-2'])
  })

  it('not while the other has gone on into a third', () => {
    const further = gone.with({ target: { id: incident.ticket.id, number: 'T-0001', open: false, merged: true } })
    expect(further.later(minute).refusal(clerk, undo)).toBe('wrongState')
  })

  it('nobody left who could be asked: the quiet period', () => {
    const asked = aTicket('inProgress', { anonymous: true })
      .do(clockActor, joining(second))
      .do(steward, aCommand('complete'))
      .do(clerk, aCommand('verify'))
    const alone = asked.do(clockActor, aCommand('separate', { complainants: ['resident-2'] }))
    expect(alone.in('quietPeriod').exemption).toBe('unreachable')
  })
})
