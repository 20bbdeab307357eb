import type { Runtime } from '../actions/runtime'
import { type TimerFigures, type TimerRun, timerFigures, timerRuns } from '../store/timer/health'

/** What `/healthz` says of the timers: what is due and not fired, what is set aside, and the last run of the sweep. */
export interface TimersHealth extends TimerFigures {
  /** Null before the first. */
  readonly lastRun: TimerRun | null
}

/** ms a health check waits for a database that is at work before it answers without these figures. */
const patienceMs = 1_000

async function read({ db, clock }: Runtime): Promise<TimersHealth> {
  const figures = await timerFigures(db, clock.now())
  const runs = await timerRuns(db)
  return { ...figures, lastRun: runs.find(({ name }) => name === 'deadline') ?? null }
}

/**
 * Reads the figures for any number of callers at once: one reading serves all who ask while it is under way, so asking
 * often costs little. Null where the database is too busy to tell; whether it is there at all is another question.
 */
export function healthOf(runtime: Runtime): () => Promise<TimersHealth | null> {
  let underWay: Promise<TimersHealth | null> | null = null
  const readOnce = (): Promise<TimersHealth | null> =>
    (underWay ??= read(runtime)
      .catch((error: unknown) => {
        runtime.log(`health of the timers: ${error instanceof Error ? error.message : String(error)}`)
        return null
      })
      .finally(() => {
        underWay = null
      }))
  return async () => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<null>(resolve => {
      timer = setTimeout(resolve, patienceMs, null)
    })
    try {
      return await Promise.race([readOnce(), late])
    } finally {
      clearTimeout(timer)
    }
  }
}
