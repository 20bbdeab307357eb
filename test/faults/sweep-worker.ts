import type { KyselyPlugin } from 'kysely'
import { sweepDeadlines } from '../../cloud/actions/deadline/sweep'
import { runtimeAt } from '../../bench/deadlines/runtime'

/** What a worker is started with. */
export interface WorkerOrder {
  readonly databaseUrl: string
  /** Epoch ms by this worker's clock. */
  readonly now: number
  /** Due steps in one transaction. */
  readonly batch: number
}

/** What it tells: each statement it is about to run, and that it has found nothing left. */
export type WorkerReport = { readonly statement: true } | { readonly swept: true }

const tell = (report: WorkerReport): void => void process.send?.(report)

/** Tells of every statement before it runs, so that the test can kill at any of them. */
const telling: KyselyPlugin = {
  transformQuery: ({ node }) => {
    tell({ statement: true })
    return node
  },
  transformResult: async ({ result }) => result,
}

/** A worker that gets every trigger twice, as timers may be delivered, until it is killed or told to end. */
async function work({ databaseUrl, now, batch }: WorkerOrder): Promise<void> {
  const { runtime } = await runtimeAt(databaseUrl, now, 3)
  const told = { ...runtime, db: runtime.db.withPlugin(telling) }
  const trigger = () => sweepDeadlines(told, { budgetMs: 10_000, batch })
  for (;;) {
    const delivered = await Promise.all([trigger(), trigger()])
    if (delivered.every(({ more }) => !more)) tell({ swept: true })
  }
}

process.on('disconnect', () => process.exit(0))
process.once('message', (order: WorkerOrder) => {
  work(order).catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
})
