import { CallError } from '../actions/call-error'
import type { TimerWork } from '../actions/timer-run'
import { cloudSdk } from './cloud-sdk'
import { type OutsideFactory, runtimeOnce } from './environment'
import { answerWithoutWaiting } from './function-main'
import { readEvent } from './platform-event'

/** ms kept for the last batch, the answer and the platform's own work. */
const reserveMs = 4_000
const defaultBudgetMs = 10_000

/** ms the work may take, from the function's time limit where the platform tells it. */
export function budgetOf(context: unknown): number {
  const limit =
    typeof context === 'object' && context !== null && 'time_limit_in_ms' in context
      ? Number(context.time_limit_in_ms)
      : NaN
  if (!(limit > 0)) return defaultBudgetMs
  return Math.max(Math.min(limit / 2, 1_000), limit - reserveMs)
}

/** `exports.main` of a function that only its timer trigger calls. */
export function timerMain(
  work: TimerWork,
  outside?: OutsideFactory,
): (event: unknown, context?: unknown) => Promise<unknown> {
  const runtimeOf = runtimeOnce(outside)
  return async (event, context) => {
    answerWithoutWaiting(context)
    // A mini-program can call every function with whatever it likes; the timer alone has no person behind it.
    const { OPENID } = (await cloudSdk()).getWXContext()
    if (readEvent(event).from !== 'timer' || OPENID) throw new CallError('forbidden')
    return work(await runtimeOf(), { budgetMs: budgetOf(context) })
  }
}
