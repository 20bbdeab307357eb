import { Cron, type CronOptions } from 'croner'
import { tickDeadlines } from '../actions/deadline/tick'
import { recorded } from '../actions/timer-run'
import { deliverNotices } from '../actions/notify/deliver'
import deadlineConfig from '../functions/deadline/config.json'
import { describeError } from '../functions/failure'
import notifyConfig from '../functions/notify/config.json'
import type { EmbeddedRuntime } from './embedded-runtime'

/** Timer triggers count in +08:00, wherever the machine stands (P-CLD-1). */
const zoneMinutes = 8 * 60
/** ms a run may take before the next tick gets its turn. */
const budgetMs = 20_000
/** Daily, when nobody works. */
const maintenance = '0 20 4 * * * *'

export interface Timers {
  /** From now on the triggers of the functions fire. */
  start(): void
  /** No more ticks; resolves when what runs has ended. */
  stop(): Promise<void>
  /** Fires everything that is due, however long it takes, and delivers the notices; answers how many fired. */
  fireAllDue(): Promise<number>
}

/** A trigger pattern of the platform (seconds to years, seven fields), paused until a job is given. */
export const schedule = (pattern: string, options: Partial<CronOptions> = {}, job?: () => Promise<void>): Cron =>
  job ? new Cron(pattern, { utcOffset: zoneMinutes, ...options }, job) : new Cron(pattern, { utcOffset: zoneMinutes })

const sweep = recorded('deadline', tickDeadlines)
const deliver = recorded('notify', deliverNotices)

/** The scheduler of a host: the functions' own config.json, each job never twice at once in this process. */
export function createTimers(runtime: EmbeddedRuntime): Timers {
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other: the demo clock must not answer while a tick still works on what it has made due. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const run = last.then(work)
    last = run.catch(() => undefined)
    return run
  }
  const jobs: readonly { name: string; pattern: string; work: () => Promise<unknown> }[] = [
    ...deadlineConfig.triggers.map(({ name, config }) => ({
      name,
      pattern: config,
      work: () => sweep(runtime, { budgetMs }),
    })),
    ...notifyConfig.triggers.map(({ name, config }) => ({
      name,
      pattern: config,
      work: () => deliver(runtime, { budgetMs }),
    })),
    { name: 'maintenance', pattern: maintenance, work: () => runtime.database.maintain() },
  ]
  const crons: Cron[] = []
  return {
    start() {
      for (const { name, pattern, work } of jobs) {
        const report = (error: unknown) => runtime.log(`timer ${name}: ${describeError(error)}`)
        // `protect`: a tick that comes while the last one still works is left out; the next finds what is due.
        crons.push(schedule(pattern, { protect: true, catch: report }, async () => void (await inTurn(work))))
      }
    },
    async stop() {
      for (const cron of crons.splice(0)) cron.stop()
      await last
    },
    fireAllDue: () =>
      inTurn(async () => {
        let fired = 0
        for (let more = true; more;) {
          const swept = await sweep(runtime, { budgetMs })
          fired += swept.fired
          more = swept.more
        }
        await deliver(runtime, { budgetMs })
        return fired
      }),
  }
}
