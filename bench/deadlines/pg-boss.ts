import { performance } from 'node:perf_hooks'
import PgBoss from 'pg-boss'
import type { Order, Round } from './messages'
import { type Job, fireOne } from './one-job'
import { runtimeAt } from './runtime'

const queue = 'deadline'
/** Jobs fetched and completed together. */
const batchSize = 200

/** A job for every deadline that is due. Not measured. */
export async function enqueueForPgBoss(databaseUrl: string, jobs: readonly Job[]): Promise<void> {
  const boss = await start(databaseUrl)
  await boss.createQueue(queue)
  for (let from = 0; from < jobs.length; from += 1_000)
    await boss.insert(jobs.slice(from, from + 1_000).map(data => ({ name: queue, data })))
  await boss.stop({ graceful: false })
}

async function start(databaseUrl: string): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false, max: 2 })
  boss.on('error', error => console.error(error))
  return boss.start()
}

/** Works jobs off, a few at a time: their transactions wait for the disk together. */
async function workOff(
  jobs: readonly Job[],
  concurrency: number,
  fire: (job: Job) => Promise<number>,
): Promise<number> {
  const left = [...jobs]
  let fired = 0
  const lane = async (): Promise<void> => {
    for (let job = left.pop(); job; job = left.pop()) {
      const events = await fire(job)
      fired += events
    }
  }
  await Promise.all(Array.from({ length: concurrency }, lane))
  return fired
}

/** pg-boss by its own API: fetch two hundred, carry them out, complete the two hundred. */
export async function drainByPgBoss({ databaseUrl, now, concurrency }: Order): Promise<() => Promise<Round>> {
  const { runtime, database } = await runtimeAt(databaseUrl, now, concurrency)
  const boss = await start(databaseUrl)
  return async () => {
    const began = performance.now()
    let fired = 0
    for (;;) {
      const jobs = await boss.fetch<Job>(queue, { batchSize })
      if (jobs.length === 0) break
      const work = jobs.map(job => job.data)
      fired += await workOff(work, concurrency, job => fireOne(runtime, job))
      await boss.complete(
        queue,
        jobs.map(job => job.id),
      )
    }
    const tookMs = performance.now() - began
    await boss.stop({ graceful: false })
    await database.close()
    return { fired, tookMs }
  }
}
