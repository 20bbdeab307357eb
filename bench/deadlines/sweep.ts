import { performance } from 'node:perf_hooks'
import { sweepDeadlines } from '../../cloud/actions/deadline/sweep'
import type { Order, Round } from './messages'
import { runtimeAt } from './runtime'

/** The product's timer function, as one worker runs it. */
export async function drainBySweep({ databaseUrl, now }: Order): Promise<() => Promise<Round>> {
  const { runtime, database } = await runtimeAt(databaseUrl, now, 2)
  return async () => {
    const began = performance.now()
    const { fired, failed } = await sweepDeadlines(runtime, { budgetMs: 600_000 })
    const tookMs = performance.now() - began
    await database.close()
    if (failed > 0) throw new Error(`${failed} tickets failed`)
    return { fired, tookMs }
  }
}
