import { performance } from 'node:perf_hooks'
import { Logger, WorkerPreset, makeWorkerUtils, run } from 'graphile-worker'
import pg from 'pg'
import type { Order, Round } from './messages'
import { type Job, fireOne } from './one-job'
import { runtimeAt } from './runtime'

const task = 'deadline'
const quiet = new Logger(() => () => undefined)

/** A job for every deadline that is due. Not measured. */
export async function enqueueForGraphile(databaseUrl: string, jobs: readonly Job[]): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString: databaseUrl, logger: quiet })
  await utils.migrate()
  for (let from = 0; from < jobs.length; from += 1_000)
    await utils.addJobs(jobs.slice(from, from + 1_000).map(payload => ({ identifier: task, payload })))
  await utils.release()
}

async function countJobs(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ count: string }>('select count(*) from graphile_worker.jobs')
    return Number(rows[0]?.count)
  } finally {
    await client.end()
  }
}

/** graphile-worker by its own API: jobs locked by the two hundred, several at a time, completed in batches. */
export async function drainByGraphile({ databaseUrl, now, concurrency }: Order): Promise<() => Promise<Round>> {
  const { runtime, database } = await runtimeAt(databaseUrl, now, concurrency)
  const expected = await countJobs(databaseUrl)
  return async () => {
    const began = performance.now()
    let fired = 0
    let done = 0
    let finish: () => void = () => undefined
    const finished = new Promise<void>(resolve => {
      finish = resolve
    })
    const runner = await run({
      preset: {
        extends: [WorkerPreset],
        worker: {
          connectionString: databaseUrl,
          concurrentJobs: concurrency,
          maxPoolSize: 4,
          localQueue: { size: 200 },
          completeJobBatchDelay: 1,
          failJobBatchDelay: 1,
          logger: quiet,
        },
      },
      noHandleSignals: true,
      taskList: {
        [task]: async payload => {
          const events = await fireOne(runtime, payload as Job)
          fired += events
          done += 1
          if (done === expected) finish()
        },
      },
    })
    await finished
    // Its last completions are still under way: left out, in its favour.
    const tookMs = performance.now() - began
    await runner.stop()
    await database.close()
    return { fired, tookMs }
  }
}
