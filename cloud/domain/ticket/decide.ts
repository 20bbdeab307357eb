import type { Command, FindingKind } from '../../../types/vocabulary'
import { dateString } from '../calendar/zone'
import { settle } from '../deadline/settle'
import { isDeadline, timersOf } from '../deadline/timers'
import type { CompiledPolicy } from '../policy/compile/compile'
import type { Refusal } from '../refusal'
import { callsOfTheGone } from '../survey/calls'
import type { CommandOf, TicketCommand } from './commands'
import { type DecideContext, type Outcome, isRefusal } from './decision'
import { decideAssist } from './decide-assist'
import { complainedAgain, decideCallback, obeyedWishes } from './decide-callback'
import { decideDispute } from './decide-dispute'
import { decideDraft } from './decide-draft'
import { decideFiling } from './decide-filing'
import { decideHandling } from './decide-handling'
import { decideHandOver } from './decide-hand-over'
import { decideMerge } from './decide-merge'
import { decideOutside } from './decide-outside'
import { decideRemedy } from './decide-remedy'
import { decideRouting, routingInput } from './decide-routing'
import { decideSeverity } from './decide-severity'
import { decideWithdrawal } from './decide-withdrawal'
import { type Complainant, complainantKey, filerOf, toldOn } from './complainants'
import type { Recorded, TicketEvent } from './events'
import { evolve } from './evolve'
import { permit } from '../access/permit'
import { specialAfter } from '../special/propose'
import { type Ticket, isOpen } from './state'

export interface Decided {
  readonly ok: true
  readonly ticket: Ticket
  /** In order, numbered on from the ticket's version; empty when nothing was to be done. */
  readonly events: readonly Recorded[]
}
export type Decision = Decided | { readonly ok: false; readonly refusal: Refusal }

/** Which row of the transition table a command answers to; null for steps that have no button and no state. */
export const rowOf = (command: TicketCommand): Command | null => {
  switch (command.command) {
    case 'join':
    case 'separate':
    case 'complainAgain':
    case 'handOver':
    case 'noteFinding':
    case 'applyPolicy':
    case 'fireDue':
    case 'noteHotspot':
    case 'noteRelated':
    case 'file':
      return null
    default:
      return command.command
  }
}

const outcomeOf = (ticket: Ticket, command: TicketCommand, context: DecideContext): Outcome => {
  switch (command.command) {
    case 'file':
      return []
    case 'fireDue':
      return []
    case 'noteHotspot':
    case 'judgeSeverity':
      return decideSeverity(ticket, command, context)
    case 'join':
    case 'separate':
    case 'merge':
    case 'undoMerge':
    case 'split':
      return decideMerge(ticket, command, context)
    case 'withdraw':
      return decideWithdrawal(ticket, command, context)
    case 'handOver':
      return decideHandOver(ticket, command, context)
    case 'noteFinding':
      return noted(ticket, command, context.now)
    case 'applyPolicy':
      return applyPolicy(ticket, command, context.policy)
    case 'assist':
    case 'finishAssist':
    case 'cancelAssist':
      return decideAssist(ticket, command, context)
    case 'revealContact':
      return [{ type: 'contactRevealed', complainant: complainantKey(namedBy(command, ticket) ?? filerOf(ticket)) }]
    case 'triage':
    case 'reclassify':
    case 'dispatch':
    case 'return':
    case 'transfer':
    case 'escalate':
      return decideRouting(ticket, command, context)
    case 'complainAgain':
      return complainedAgain(ticket, command, context)
    case 'dispute':
    case 'decideDispute':
      return decideDispute(ticket, command, context)
    case 'reply':
    case 'propose':
    case 'decideDraft':
      return decideDraft(ticket, command, context)
    case 'decline':
    case 'hold':
    case 'endFollowing':
    case 'notePost':
    case 'relate':
    case 'noteRelated':
    case 'reportBack':
      return decideOutside(ticket, command, context)
    case 'remedy':
    case 'decideRemedy':
      return decideRemedy(ticket, command, context)
    case 'verify':
    case 'reject':
    case 'answerSurvey':
    case 'detailSurvey':
    case 'recordCallback':
    case 'exempt':
    case 'reopen':
      return decideCallback(ticket, command, context)
    default:
      return decideHandling(ticket, command, context)
  }
}

/** D-SLA-17: what runs on this version already, or on a later one, is left alone, so applying twice does nothing. */
const applyPolicy = (ticket: Ticket, { version, scope }: CommandOf<'applyPolicy'>, policy: CompiledPolicy): Outcome => {
  const figures = scope === 'calendars' || ticket.policyVersion >= version
  const calendars = (ticket.calendarVersion ?? ticket.policyVersion) >= version
  if (!isOpen(ticket) || (figures && calendars)) return []
  const kept = timersOf(ticket, policy).flatMap(timer =>
    isDeadline(timer) && (timer.metAt !== null || timer.endedAt !== null)
      ? [{ deadline: timer.kind, cycle: timer.cycle, dueAt: timer.dueAt, heldSeconds: timer.heldSeconds }]
      : [],
  )
  return [{ type: 'policyApplied', version, scope, kept }]
}

/** Said by whoever complains, who may be hidden (D-IN-3). */
const namesNobody: readonly FindingKind[] = ['secondAnswer', 'lateAnswer']

/**
 * A day's tries of one person are one finding: a button pressed again is no second offence. It is about whoever tried and not
 * about the matter, so it is noted in whatever state that is.
 */
const noted = (
  { findings = [] }: Ticket,
  { finding, personId, personName }: CommandOf<'noteFinding'>,
  now: number,
): Outcome =>
  findings.some(one => one.finding === finding && one.personId === personId && dateString(one.at) === dateString(now))
    ? []
    : [{ type: 'findingNoted', finding, personId, personName: namesNobody.includes(finding) ? null : personName }]

/** The complainant whose contact is asked for, or who has rung up to urge; undefined: nobody is named. */
const namedBy = (command: TicketCommand, ticket: Ticket): Complainant | undefined =>
  (command.command === 'revealContact' || command.command === 'urge') && command.complainant !== undefined
    ? toldOn(ticket, command.complainant)
    : undefined

/** Consequences that no person takes: the timeline says so, and they count as nobody's act. */
const automatic = (event: TicketEvent): boolean =>
  event.type === 'callbackStarted' ||
  event.type === 'callTaskOpened' ||
  event.type === 'quietPeriodStarted' ||
  event.type === 'closed' ||
  (event.type === 'assigned' &&
    (event.cause === 'routed' || event.cause === 'reopened' || event.cause === 'unaccepted'))

/**
 * What a command does to a ticket (docs/architecture.md, The core): pure, with `now`, the actor and everything looked up coming
 * in with the context. What is due by the clock happens first. A refusal changes nothing at all.
 */
export function decide(ticket: Ticket | null, command: TicketCommand, context: DecideContext): Decision {
  const { now } = context
  // What is due first: settled as one, so that what follows from it is computed once.
  const due = ticket === null ? null : settle(ticket, context)
  const settled = due?.ticket ?? null
  const recorded: Recorded[] = (due?.events ?? []).map((event, index) => ({
    seq: (ticket?.version ?? 0) + index + 1,
    at: now,
    actorId: null,
    event,
  }))
  let current: Ticket | null = settled
  const record = (event: TicketEvent, actorId: string | null): void => {
    const entry: Recorded = { seq: (current?.version ?? 0) + 1, at: now, actorId, event }
    current = evolve(current, entry)
    recorded.push(entry)
  }

  // D-CB-9: a wish not to be called counts from the moment it is recorded, on what is being asked already too.
  if (current) for (const event of obeyedWishes(current, context)) record(event, null)

  if (current) for (const event of callsOfTheGone(current, routingInput(current, context))) record(event, null)

  let outcome: Outcome
  if (current === null) {
    if (command.command !== 'file') throw new Error(`command ${command.command} needs a ticket`)
    outcome = decideFiling(command, context)
  } else {
    const row = rowOf(command)
    const whose = namedBy(command, current)
    const { actor, policy, directory, phoneKnown = false } = context
    const refused =
      row === null ? null : permit(row, { ticket: current, actor, policy, directory, whose, phoneKnown, now })
    outcome = refused ?? outcomeOf(current, command, context)
  }
  if (isRefusal(outcome)) return { ok: false, refusal: outcome }
  for (const event of outcome) record(event, automatic(event) ? null : context.actor.id)
  for (const event of outcome)
    for (const follows of current === null ? [] : specialAfter(current, event, context.policy)) record(follows, null)
  return current === null
    ? { ok: false, refusal: { code: 'notFound', message: '没有找到' } }
    : { ok: true, ticket: current, events: recorded }
}
