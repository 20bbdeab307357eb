import type { Role } from '../../../types/vocabulary'
import type { CompiledPolicy } from '../policy/compile'
import { type Directory, holdersOf, ladder } from '../routing/directory'
import type { TicketEvent } from '../ticket/events'
import { evolve } from '../ticket/evolve'
import type { Ticket } from '../ticket/state'
import { type Step, type Timer, timersOf } from './timers'

export interface SettleContext {
  /** Epoch ms. */
  readonly now: number
  readonly policy: CompiledPolicy
  readonly directory: Directory
}

/**
 * Whoever holds the post told of, or the next one up that somebody holds, or else the next one down: an alarm must
 * reach a person.
 */
const receiversOf = (to: Role, ticket: Ticket, directory: Directory): { to: Role; receiverIds: readonly string[] } => {
  const level = ladder.indexOf(to)
  const roles = level < 0 ? [to, ...ladder] : [...ladder.slice(level), ...ladder.slice(0, level).reverse()]
  for (const role of roles) {
    const holders = holdersOf(directory, role, ticket.assignment?.departmentId ?? null)
    if (holders.length > 0) return { to: role, receiverIds: holders.map(holder => holder.id) }
  }
  return { to, receiverIds: [] }
}

const eventsOf = (timer: Timer, step: Step, ticket: Ticket, context: SettleContext): readonly TicketEvent[] => {
  const does = step.does
  switch (does.what) {
    case 'resume':
      return [{ type: 'resumed', endedAt: step.at, due: true }]
    case 'remind':
      return [{ type: 'callbackReminded', round: timer.cycle }]
    case 'endQuietPeriod':
      return [{ type: 'closed', ending: 'quiet' }]
    default: {
      if (timer.kind === 'holdEnd' || timer.kind === 'surveyReminder') return []
      const clock = { deadline: timer.kind, cycle: timer.cycle, dueAt: step.at }
      if (does.what === 'warn') return [{ type: 'warned', ...clock, share: does.share }]
      if (does.what === 'breach') return [{ type: 'breached', ...clock }]
      const receivers = receiversOf(does.to, ticket, context.directory)
      return [{ type: 'deadlineEscalated', ...clock, level: does.level, ...receivers }]
    }
  }
}

const earliest = (timers: readonly Timer[]): { timer: Timer; step: Step } | null => {
  let found: { timer: Timer; step: Step } | null = null
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
  for (;;) {
    const due = earliest(timersOf(current, context.policy))
    if (!due || due.step.at > context.now) return { ticket: current, events }
    for (const event of eventsOf(due.timer, due.step, current, context)) {
      current = evolve(current, { seq: current.version + 1, at: context.now, actorId: null, event })
      events.push(event)
    }
  }
}
