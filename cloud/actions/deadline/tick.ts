import { runCampaigns } from '../campaign/timer'
import { endLeases } from '../organisation/end-leases'
import { rollOutPolicies } from './roll-out'
import type { Runtime } from '../runtime'
import { type Sweep, sweepDeadlines } from './sweep'

export interface Tick extends Sweep {
  /** Tickets that run under other rules or calendars now (D-SLA-17). */
  readonly moved: number
  /** Surveys of the estate sent, reminded of or ended, and owners of improvements reminded (D-CB-7). */
  readonly campaigns: number
  /** Rooms that tenants have left because their lease has ended (D-OR-2). */
  readonly leases: number
}

/**
 * What the deadline timer does: fires what is due, then brings running tickets under changed calendars and rules. The
 * sweep comes first: what was due under the old ones by now has happened under them; surveys of the estate and leases come last, a minute
 * matters least to them. `budgetMs` of real time for all.
 */
export async function tickDeadlines(runtime: Runtime, { budgetMs }: { readonly budgetMs: number }): Promise<Tick> {
  const from = runtime.wallClock.now()
  const swept = await sweepDeadlines(runtime, { budgetMs })
  // A sweep that spends every budget must not keep the others waiting for ever.
  const left = () => ({ budgetMs: Math.max(budgetMs - (runtime.wallClock.now() - from), budgetMs / 10) })
  const rolled = await rollOutPolicies(runtime, left())
  const campaigns = await runCampaigns(runtime, left())
  const leases = await endLeases(runtime, left())
  const failed = swept.failed + rolled.failed + campaigns.failed + leases.failed
  // What came due by the change is fired by the next run.
  return {
    ...swept,
    moved: rolled.moved,
    campaigns: campaigns.effects,
    leases: leases.items,
    failed,
    more: swept.more || rolled.more || rolled.moved > 0 || campaigns.more || leases.more,
  }
}
