import { yearsAhead } from '../../types/years-ahead'
import type { Runtime } from '../actions/runtime'
import { dateString } from '../domain/calendar/zone'
import { isCovered } from '../domain/calendar/holidays'
import { yearsWithoutHolidays } from '../store/policy/versions'
import { type TimerFigures, type TimerRun, timerFigures, timerRuns } from '../store/timer/health'

/** What `/healthz` says of the timers: what is due and not fired, what is set aside, and the last run of the sweep. */
export interface TimersHealth extends TimerFigures {
  /** Null before the first. */
  readonly lastRun: TimerRun | null
}

/** Years ahead whose holidays some center's policy asks for and does not have (D-SLA-21), ascending. */
const unannouncedYears = ({ db, clock }: Runtime): Promise<readonly number[]> =>
  yearsWithoutHolidays(
    db,
    yearsAhead(dateString(clock.now())).filter(year => !isCovered(year)),
  )

/** ms a health check waits for a database that is at work before it answers without these figures. */
const patienceMs = 1_000

async function read({ db, clock }: Runtime): Promise<TimersHealth> {
  const figures = await timerFigures(db, clock.now())
  const runs = await timerRuns(db)
  return { ...figures, lastRun: runs.find(({ name }) => name === 'deadline') ?? null }
}

export const healthOf = (runtime: Runtime): (() => Promise<TimersHealth | null>) => shared(runtime, 'timers', read)
export const unannouncedYearsOf = (runtime: Runtime): (() => Promise<readonly number[] | null>) =>
  shared(runtime, 'holidays', unannouncedYears)

/**
 * Reads the figures for any number of callers at once: one reading serves all who ask while it is under way, so asking
 * often costs little. Null where the database is too busy to tell; whether it is there at all is another question.
 */
function shared<T>(runtime: Runtime, what: string, read: (runtime: Runtime) => Promise<T>): () => Promise<T | null> {
  let underWay: Promise<T | null> | null = null
  const readOnce = (): Promise<T | null> =>
    (underWay ??= read(runtime)
      .catch((error: unknown) => {
        runtime.log(`health of the ${what}: ${error instanceof Error ? error.message : String(error)}`)
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
