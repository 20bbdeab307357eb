import type { DeadlineRun } from '../../cloud/domain/deadline/runs'
import { isDeadline, runningTimersOf } from '../../cloud/domain/deadline/timers'
import type { Complainant } from '../../cloud/domain/ticket/complainants'
import type { Recorded } from '../../cloud/domain/ticket/events'
import { evolve } from '../../cloud/domain/ticket/evolve'
import type { Ticket } from '../../cloud/domain/ticket/state'
import type { Closing, Severity, State, Urgency } from '../../types/vocabulary'
import { day } from './clock'
import { needsQuality } from './least'
import { type Moment, eventsOf } from './lives'
import { standardPolicy } from './policy'

// What the rules ask of one decision, written down a second time without the code that carries them out.

const stillRuns = ({ metAt, endedAt }: DeadlineRun): boolean => metAt === null && endedAt === null
const keysOf = (timers: readonly Parameters<typeof keyOf>[0][]): string => timers.map(keyOf).join(', ')
const keyOf = ({ kind, cycle }: { readonly kind: string; readonly cycle: number }): string => `${kind} ${cycle}`

/** D-SLA-20: the holds, re-classifications and policy changes that may move what is still owed. */
const mayMove = ({ event }: Recorded): boolean =>
  event.type === 'held' || event.type === 'reclassified' || event.type === 'triaged' || event.type === 'policyApplied'

/**
 * Whether it went to somebody else at any time in the decision, the clock's part of it included: whoever let it lie may be
 * whom a higher urgency chooses again, and has then been given it a second time.
 */
function changedHands(moment: Moment): boolean {
  let holder = moment.before.assignment?.personId
  for (const { event } of eventsOf(moment)) {
    if (event.type !== 'assigned' && event.type !== 'handedOver') continue
    if (event.assignment.personId !== holder) return true
    holder = event.assignment.personId
  }
  return false
}

/** D-SLA-20: promises that moved later, were lost, or began anew without having been kept. */
export function timeGivenBack(moment: Moment): readonly string[] {
  const { before, decision, now } = moment
  if (!decision.ok || decision.events.length === 0) return []
  const after = decision.ticket.deadlineRuns
  const runs = new Map(after.map(run => [keyOf(run), run]))
  const dueAt = new Map(runningTimersOf(decision.ticket, standardPolicy).map(timer => [keyOf(timer), timer.dueAt]))
  const moves = decision.events.some(mayMove)
  const wrong: string[] = []
  for (const was of runningTimersOf(before, standardPolicy)) {
    if (was.kind === 'holdEnd' || was.kind === 'surveyReminder') continue
    const is = runs.get(keyOf(was))
    if (!is) {
      wrong.push(`${keyOf(was)} is gone`)
      continue
    }
    const isDueAt = dueAt.get(keyOf(was))
    // Another class may have no such deadline.
    if (stillRuns(is) && !moves && !(isDueAt !== undefined && isDueAt <= was.dueAt))
      wrong.push(`${keyOf(was)} moved from ${was.dueAt} to ${isDueAt ?? 'never'}`)
    if (is.startedAt !== was.startedAt) wrong.push(`${keyOf(was)} has another start`)
    // Each order and each assist has a clock of its own.
    if (was.kind === 'assist' || was.kind === 'supervision') continue
    const anew = after.some(({ kind, startedAt, cycle }) => kind === was.kind && startedAt === now && cycle > was.cycle)
    if (anew && is.metAt === null && !(was.kind === 'accept' && changedHands(moment)))
      wrong.push(`${keyOf(was)} begins anew, unmet`)
  }
  return wrong
}

const urgencies: readonly Urgency[] = ['suggestion', 'normal', 'urgent', 'emergency']
const severities: readonly Severity[] = ['ordinary', 'hot', 'major']
const higher = <Name>(order: readonly Name[], one: Name, other: Name): Name =>
  order.indexOf(one) < order.indexOf(other) ? other : one

const keyOfPerson = ({ personId, ticketId }: Complainant): string => personId ?? ticketId

/** D-HD-8: nobody is lost, who has withdrawn stays on record, and of two tickets that become one the higher class stands. */
export function lost({ before, command, decision, other }: Moment): readonly string[] {
  if (!decision.ok) return []
  const { complainants, urgency, severity } = decision.ticket
  const now = new Map(complainants.map(one => [keyOfPerson(one), one]))
  const wrong: string[] = []
  if (command.command !== 'separate')
    for (const one of before.complainants) if (!now.has(keyOfPerson(one))) wrong.push(`lost ${keyOfPerson(one)}`)
  if (command.command !== 'join') return wrong
  const asItMustBe = `${higher(urgencies, before.urgency, command.urgency)}, ${higher(severities, before.severity, command.severity)}`
  if (`${urgency}, ${severity}` !== asItMustBe) wrong.push(`became ${urgency}, ${severity} in place of ${asItMustBe}`)
  if (other.state !== 'merged') return [...wrong, 'joined from a ticket that is not merged']
  for (const one of other.unmerged.complainants)
    if (one.withdrawnAt === null && now.get(keyOfPerson(one))?.withdrawnAt !== null)
      wrong.push(`did not bring ${keyOfPerson(one)}`)
  return wrong
}

const satisfiedFrom = 3
const attempts = 3
const quietFor = 7 * day

/** D-CB-2: what exempts somebody from being asked stands on record, for the matter or for the person. */
const isExempt = (ticket: Ticket, one: Complainant): boolean =>
  ticket.exemption === 'sensitive' ||
  one.exemption !== null ||
  one.anonymous ||
  one.callbackDeclined ||
  (one.personId === null && !one.reachable)

/** D-CB-3, D-SLA-10: seven days since it went quiet, or since the last new complaint, of a matter about which nobody is asked. */
function falselyQuiet(ticket: Ticket, at: number): string | null {
  if (ticket.state !== 'quietPeriod') return `quiet in ${ticket.state}`
  const since = Math.max(...ticket.deadlineRuns.flatMap(run => (run.kind === 'quiet' ? [run.startedAt] : [])))
  if (!(at - since >= quietFor)) return `quiet after ${(at - since) / day} days`
  const toAsk = ticket.complainants.filter(one => one.withdrawnAt === null && !isExempt(ticket, one))
  return toAsk.length === 0 ? null : `quiet, and nobody has asked ${toAsk.map(keyOfPerson).join(', ')}`
}

/** Why a closing is not what the complainants said or did; null: it is (D-CB-3, D-CB-4, D-CB-11). */
function falseEnding(ticket: Ticket, ending: Closing, at: number, earlier: readonly string[]): string | null {
  const { rounds } = ticket
  const round = rounds.at(-1)
  const said = round?.answers.map(({ answers }) => answers) ?? []
  switch (ending) {
    case 'satisfied':
      return said.length > 0 && said.every(({ solved, result }) => solved && result >= satisfiedFrom)
        ? null
        : 'satisfied without a word of it'
    case 'quiet':
      return falselyQuiet(ticket, at)
    case 'unreached': {
      const days = new Map<string, Set<string>>()
      for (const { complainant, day } of round?.unreached ?? [])
        days.set(complainant, (days.get(complainant) ?? new Set()).add(day))
      return [...days.values()].some(({ size }) => size >= attempts) ? null : 'unreached without three days of trying'
    }
    case 'disputed':
      return earlier.includes('disputeDecided') ? null : 'disputed and nobody has decided'
  }
}

/** D-CB-3: closed only as its complainants have it, and one way of closing never passes for another. */
export function falselyClosed(moment: Moment): readonly string[] {
  const wrong: string[] = []
  const types: string[] = []
  let ticket = moment.before
  for (const recorded of eventsOf(moment)) {
    const { event } = recorded
    const found = event.type === 'closed' ? falseEnding(ticket, event.ending, recorded.at, types) : null
    if (found !== null) wrong.push(found)
    types.push(event.type)
    ticket = evolve(ticket, recorded)
  }
  return wrong
}

const ended: readonly State[] = ['closed', 'archived', 'withdrawn', 'declined', 'merged']
/** Those that wait in the desk's queue, where nobody has been given it yet. */
const queued: readonly State[] = ['submitted', 'accepted']

/** D-SLA-19: while anything is owed there is somebody whose it is, and an instant by which something has to happen. */
export function overlooked({ decision, directory }: Moment): readonly string[] {
  if (!decision.ok) return []
  const { ticket } = decision
  const next = runningTimersOf(ticket, standardPolicy).filter(isDeadline)
  if (ended.includes(ticket.state)) {
    // Owed whatever has become of the matter: a report (D-SP-3), what head office is told (D-HD-4), news of a third party who is
    // followed (D-SP-6).
    const followed = ticket.thirdParty !== undefined && ticket.thirdParty.ended === null
    const owedStill = (kind: string): boolean =>
      kind.endsWith('Report') || kind === 'reportBack' || (kind === 'progress' && followed)
    const others = next.filter(({ kind }) => !owedStill(kind))
    return others.length === 0 ? [] : [`${ticket.state}, and ${keysOf(others)} runs on`]
  }
  const holder = ticket.assignment?.personId
  const wrong: string[] = []
  const waits = ticket.state === 'onHold' ? ticket.resumeTo : ticket.state
  if (holder === undefined ? !queued.includes(waits) : directory.staff.every(({ id }) => id !== holder))
    wrong.push(`nobody has it, ${ticket.state}`)
  if (next.length === 0) wrong.push(`nothing is due, ${ticket.state}`)
  return wrong
}

/** D-CB-6: a call or an exemption by whoever did the work or wrote the matter down. */
export function judgedByItself({ before, command, actor, decision }: Moment): readonly string[] {
  if (!decision.ok || actor.id === null) return []
  if (command.command !== 'recordCallback' && command.command !== 'exempt') return []
  const called = decision.events.flatMap(({ event }) => (event.type === 'callbackAttempted' ? [event.complainant] : []))
  const about = before.complainants.filter(one => command.command === 'exempt' || called.includes(keyOfPerson(one)))
  const recorded = about.some(one => one.recordedBy === actor.id && one.withdrawnAt === null)
  return recorded || before.completion?.byId === actor.id ? [`${command.command} by ${actor.id} on an own matter`] : []
}

/** D-HD-1: what a button shows is accepted, and what none shows is not. */
export const disagreements = ({ shown, decision, before, actor }: Moment): readonly string[] =>
  shown === null || shown === decision.ok
    ? []
    : [`${actor.id} in ${before.state}: ${decision.ok ? 'taken, not shown' : decision.refusal.message}`]

/** D-HD-6: words about what stands online that went out without the word of whoever may give it, or with one's own only. */
export function unapproved(moment: Moment): readonly string[] {
  const { actor, command, directory } = moment
  const mine = directory.staff.filter(({ id }) => id === actor.id)
  const wrong: string[] = []
  let ticket = moment.before
  for (const recorded of eventsOf(moment)) {
    const { type } = recorded.event
    if (type === 'replied' || type === 'proposed') {
      const { channel, posts = [], assignment } = ticket
      const higher = needsQuality(type === 'replied' ? 'reply' : 'proposal', ticket)
      const may = mine.some(
        ({ role, departmentId }) =>
          role === 'quality' ||
          (!higher &&
            (role === 'serviceManager' ||
              (role === 'departmentHead' && departmentId === (assignment?.departmentId ?? null)))),
      )
      if ((channel === 'online' || posts.length > 0) && !may) wrong.push(`${type} by ${actor.id ?? 'the clock'}`)
      const waiting = moment.before.drafts?.find(({ status }) => status === 'waiting')
      if (command.command === 'decideDraft' && waiting?.byId === actor.id) wrong.push(`${type} approved by its author`)
    }
    ticket = evolve(ticket, recorded)
  }
  return wrong
}
