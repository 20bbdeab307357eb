import { centersWith, ownCentersWith } from '../../domain/access/centers'
import { uncoveredYears } from '../../domain/policy/validate/calendars'
import { timerHealth } from '../../store/timer/health'
import { granted } from '../granted'
import type { Handler } from '../handlers'
import { currentPolicy, centerContextOf } from '../center-context'
import { runWords } from './health-words'

/** Whether the timers keep up; dead letters and holiday years are those of the caller's centers. */
export const health: Handler<'center', 'health'> = async (_input, { runtime, caller }) => {
  const now = runtime.clock.now()
  const centerIds = granted(centersWith(caller.actor, 'readHealth'))
  const { figures, deadLetters, runs } = await timerHealth(runtime.db, now, { centerIds })
  const mine = ownCentersWith(caller.actor, 'retryFailed')
  const years = new Set<number>()
  for (const centerId of centerIds) {
    const { policy } = await currentPolicy(runtime, (await centerContextOf(runtime, centerId)).center)
    for (const year of uncoveredYears(policy, now)) years.add(year)
  }
  return {
    now,
    oldestDueAt: figures.oldestDueAt,
    backlog: figures.backlog,
    runs: runs.map(run => ({ name: run.name, startedAt: run.startedAt, finishedAt: run.finishedAt, ...runWords(run) })),
    deadLetters: deadLetters.map(({ centerId, error, ...letter }) => ({
      ...letter,
      technical: error,
      mayRetry: mine.includes(centerId),
    })),
    uncoveredYears: [...years].sort((one, other) => one - other),
  }
}
