import type { Role } from '../../../types/vocabulary'
import type { CompiledPolicy } from '../policy/compile/compile'
import { type Directory, holdersOf, ladder } from '../routing/directory'
import type { Workloads } from '../workload/workload'
import { takeOver } from '../routing/route'
import { stillToHear, tasksFor } from '../survey/calls'
import type { TicketEvent } from '../ticket/events'
import { evolve } from '../ticket/evolve'
import type { Ticket } from '../ticket/state'
import { isRunning } from './runs'
import { type TimerStep, type Timer, factsOf, runningTimersOf } from './timers'

const dayMs = 86_400_000

export interface SettleContext {
  /** Epoch ms. */
  readonly now: number
  readonly policy: CompiledPolicy
  readonly directory: Directory
  /** What people carry, where somebody may have to be chosen (`reassignmentDue`). */
  readonly workloads: Workloads
}

/**
 * Whoever holds the post told of, or the next one up that somebody holds, or else the next one down: an alarm must
 * reach a person.
 */
const recipientsOf = (
  to: Role,
  departmentId: string | null,
  directory: Directory,
): { to: Role; recipientIds: readonly string[] } => {
  const level = ladder.indexOf(to)
  const roles = level < 0 ? [to, ...ladder] : [...ladder.slice(level), ...ladder.slice(0, level).reverse()]
  for (const role of roles) {
    const holders = holdersOf(directory, role, departmentId)
    if (holders.length > 0) return { to: role, recipientIds: holders.map(holder => holder.id) }
  }
  return { to, recipientIds: [] }
}

/** Whose head is told: the department's that owes it, which for an assist is not the lead's (D-RT-5). */
const departmentOfTimer = (timer: Timer, ticket: Ticket): string | null => {
  const assist = timer.kind === 'assist' ? ticket.assists?.find(one => one.assist === timer.cycle) : undefined
  return (assist ?? ticket).assignment?.departmentId ?? null
}

/**
 * D-RT-3: nobody has accepted in time, so it goes to the next candidate, then to the department's head and on up. Who
 * has nobody left above keeps it, and the levels of D-SLA-15 go on being told.
 */
const reassigned = (timer: Timer, step: TimerStep, ticket: Ticket, context: SettleContext): readonly TicketEvent[] => {
  const holder = ticket.assignment
  if (!holder) return []
  const { now: at, policy, directory, workloads } = context
  const except = [...ticket.returnedBy, holder.personId]
  const next = takeOver(holder, { policy, directory, workloads, facts: factsOf(ticket), at, except })
  const noted: TicketEvent = { type: 'unaccepted', cycle: timer.cycle, personId: holder.personId, dueAt: step.at }
  if (!next) return [noted]
  const why = `${holder.personName}在规定时间内没有接单，转由${next.personName}负责`
  const route = { rule: '超时未接单顺延', why }
  return [noted, { type: 'assigned', cause: 'unaccepted', assignment: next, route, requirement: null, reason: null }]
}

const eventsOf = (timer: Timer, step: TimerStep, ticket: Ticket, context: SettleContext): readonly TicketEvent[] => {
  const does = step.does
  switch (does.what) {
    case 'resume':
      return [{ type: 'resumed', endedAt: step.at, due: true }]
    case 'remind':
      // D-CB-1: whom the reminder does not move is called, a day later at the earliest.
      return [
        { type: 'callbackReminded', round: timer.cycle },
        ...(ticket.state === 'callback'
          ? tasksFor(ticket, stillToHear(ticket, context.policy, undefined), step.at + dayMs, {
              ...context,
              facts: factsOf(ticket),
              at: context.now,
            })
          : []),
      ]
    case 'reassign':
      return reassigned(timer, step, ticket, context)
    case 'endQuietPeriod':
      return [{ type: 'closed', ending: 'quiet' }]
    default: {
      if (timer.kind === 'holdEnd' || timer.kind === 'surveyReminder') return []
      const clock = { deadline: timer.kind, cycle: timer.cycle, dueAt: step.at }
      if (does.what === 'warn') return [{ type: 'warned', ...clock, share: does.share }]
      if (does.what === 'breach') return [{ type: 'breached', ...clock }]
      const receivers = recipientsOf(does.to, departmentOfTimer(timer, ticket), context.directory)
      return [{ type: 'deadlineEscalated', ...clock, level: does.level, ...receivers }]
    }
  }
}

/** Whether somebody may have to be chosen for a call before `now` (D-CB-1). */
export const callDue = (ticket: Ticket, policy: CompiledPolicy, now: number): boolean =>
  ticket.state === 'callback' &&
  runningTimersOf(ticket, policy).some(({ kind, dueAt }) => kind === 'surveyReminder' && dueAt <= now)

/** Whether somebody may have to be chosen before `now`, so that what people carry must be known (D-RT-2, D-RT-3). */
export const reassignmentDue = (ticket: Ticket, policy: CompiledPolicy, now: number): boolean =>
  ticket.deadlineRuns.some(clock => clock.kind === 'accept' && isRunning(clock)) &&
  runningTimersOf(ticket, policy).some(timer =>
    timer.pending.some(step => step.does.what === 'reassign' && step.at <= now),
  )

const earliest = (timers: readonly Timer[]): { timer: Timer; step: TimerStep } | null => {
  let found: { timer: Timer; step: TimerStep } | null = null
  for (const timer of timers) {
    const step = timer.pending[0]
    if (step && (found === null || step.at < found.step.at)) found = { timer, step }
  }
  return found
}

/**
 * Whatever is due at `now` and has not happened yet, in the order in which it was due. Every command settles first,
 * so a late timer changes nothing: a matter finished five minutes after its due time is breached, noticed or not
 * (D-SLA-18), and the history is the same however often and by whom it is swept.
 */
export function settle(ticket: Ticket, context: SettleContext): { ticket: Ticket; events: readonly TicketEvent[] } {
  const events: TicketEvent[] = []
  let current = ticket
  let before: Ticket | undefined
  for (;;) {
    const due = earliest(runningTimersOf(current, context.policy, before))
    if (!due || due.step.at > context.now) return { ticket: current, events }
    before = current
    for (const event of eventsOf(due.timer, due.step, current, context)) {
      current = evolve(current, { seq: current.version + 1, at: context.now, actorId: null, event })
      events.push(event)
    }
  }
}
