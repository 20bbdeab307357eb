import { rollOutPolicies } from './roll-out'
import type { Runtime } from '../runtime'
import { type Sweep, sweepDeadlines } from './sweep'

export interface Tick extends Sweep {
  /** Tickets that run under other rules or calendars now (D-SLA-17). */
  readonly moved: number
}

/**
 * What the deadline timer does: fires what is due, then brings running tickets under changed calendars and rules. The
 * sweep comes first: what was due under the old ones by now has happened under them. `budgetMs` of real time for both.
 */
export async function tickDeadlines(runtime: Runtime, { budgetMs }: { readonly budgetMs: number }): Promise<Tick> {
  const from = runtime.wallClock.now()
  const swept = await sweepDeadlines(runtime, { budgetMs })
  const left = budgetMs - (runtime.wallClock.now() - from)
  // A sweep that spends every budget must not keep the roll-out waiting for ever.
  const rolled = await rollOutPolicies(runtime, { budgetMs: Math.max(left, budgetMs / 10) })
  const failed = swept.failed + rolled.failed
  // What came due by the change is fired by the next run.
  return { ...swept, moved: rolled.moved, failed, more: swept.more || rolled.more || rolled.moved > 0 }
}
