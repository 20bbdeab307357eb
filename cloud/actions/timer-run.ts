import { Unavailable } from '../store/engine/errors'
import { runFinished, runStarted } from '../store/timer/runs'
import { errorText } from './error-text'
import type { Runtime } from './runtime'

/** Work of a timer, told how many ms it may take; it may be called twice for one tick, and by two instances at once. */
export type TimerWork<T = unknown> = (runtime: Runtime, options: { readonly budgetMs: number }) => Promise<T>

/** The work, with each of its runs noted under the timer's name for the health page: start, end, and what came of it. */
export function recorded<T>(name: string, work: TimerWork<T>): TimerWork<T> {
  return async (runtime, options) => {
    const { db, clock } = runtime
    await runStarted(db, name, clock.now())
    try {
      const result = await work(runtime, options)
      await runFinished(db, name, clock.now(), result ?? null)
      return result
    } catch (error) {
      const told = { error: errorText(error), databaseAway: error instanceof Unavailable }
      // The database may be what has failed; what had gone wrong first is told.
      await runFinished(db, name, clock.now(), told).catch(() => undefined)
      throw error
    }
  }
}
