import { type Timer, nextDue, nextFireAt, runningTimersOf, timersOf, timersOfTwo } from '../deadline/timers'
import type { CompiledPolicy } from '../policy/compile/compile'
import type { Ticket } from '../ticket/state'

/** What a decision makes of a ticket's timers. */
export interface TimerEffects {
  /** Timers that are new, or differ from what the state before had. Those that are over have nothing pending. */
  readonly changed: readonly Timer[]
  /** The running promise that runs out first: what lists are sorted by; null: none. */
  readonly next: Timer | null
  /** Epoch ms at which something happens by itself; null: nothing will. */
  readonly comesUpAt: number | null
}

const isSame = (one: Timer, other: Timer): boolean =>
  one.dueAt === other.dueAt &&
  one.metAt === other.metAt &&
  one.endedAt === other.endedAt &&
  one.heldSeconds === other.heldSeconds &&
  one.breachedAt === other.breachedAt &&
  one.pending[0]?.at === other.pending[0]?.at

function nextFireOf(timers: readonly Timer[]): number | null {
  let next: number | null = null
  for (const timer of timers) {
    const at = nextFireAt(timer)
    if (at !== null && (next === null || at < next)) next = at
  }
  return next
}

/** The timer of the same run in another state of the ticket. */
const findAlike = ({ kind, cycle }: Timer, among: readonly Timer[]): Timer | undefined =>
  among.find(timer => timer.kind === kind && timer.cycle === cycle)

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
  const { old, timers, running } =
    before === null || policyBefore === policy
      ? timersOfTwo(before, after, policy)
      : {
          old: timersOf(before, policyBefore),
          timers: timersOf(after, policy),
          running: runningTimersOf(after, policy),
        }
  const changed = timers.filter(timer => {
    const was = findAlike(timer, old)
    return !was || !isSame(timer, was)
  })
  for (const timer of old) {
    // A hold that ended and a reminder that went out have no timer any more; what is stored of them ends here.
    if (!findAlike(timer, timers)) changed.push({ ...timer, endedAt: after.updatedAt, pending: [] })
  }
  return { changed, next: nextDue(running), comesUpAt: nextFireOf(running) }
}
