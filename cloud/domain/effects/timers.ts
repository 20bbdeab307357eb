import { type Timer, nextDue, timersOf } from '../deadline/timers'
import type { CompiledPolicy } from '../policy/compile/compile'
import type { Ticket } from '../ticket/state'

/** What a decision makes of a ticket's timers. */
export interface TimerEffects {
  /** Timers that are new, or differ from what the state before had. Those that are over have nothing pending. */
  readonly changed: readonly Timer[]
  /** The running promise that runs out first: what lists are sorted by; null: none. */
  readonly next: Timer | null
}

const keyOf = (timer: Timer): string => `${timer.kind}:${timer.cycle}`

const isSame = (one: Timer, other: Timer): boolean =>
  one.dueAt === other.dueAt &&
  one.metAt === other.metAt &&
  one.endedAt === other.endedAt &&
  one.heldSeconds === other.heldSeconds &&
  one.breachedAt === other.breachedAt &&
  one.pending[0]?.at === other.pending[0]?.at

/**
 * Timers follow from the events and the policy (D-SLA-17): those of the state after are compared with those of the state
 * before, so that only what differs is written.
 * @param policyBefore what `before` ran under, where this very decision has put the ticket under another policy
 */
export function timerEffects(
  before: Ticket | null,
  after: Ticket,
  policy: CompiledPolicy,
  policyBefore: CompiledPolicy = policy,
): TimerEffects {
  const timers = timersOf(after, policy)
  const old = new Map((before ? timersOf(before, policyBefore) : []).map(timer => [keyOf(timer), timer]))
  const changed: Timer[] = []
  for (const timer of timers) {
    const was = old.get(keyOf(timer))
    old.delete(keyOf(timer))
    if (!was || !isSame(timer, was)) changed.push(timer)
  }
  // A hold that ended and a reminder that went out have no timer any more; what is stored of them ends here.
  for (const gone of old.values()) changed.push({ ...gone, endedAt: after.updatedAt, pending: [] })
  return { changed, next: nextDue(timers) }
}
