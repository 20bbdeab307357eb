import { uncoveredYears } from '../../domain/policy/validate/calendars'
import { timerHealth } from '../../store/timer/health'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import type { Caller } from '../runtime'
import { currentPolicy, centerContextOf } from '../ticket/desk'
import { kindWords, runWords } from './health-words'
import { releasableCenters } from './release-parked'

/** @throws CallError forbidden */
function centersOf({ actor }: Caller): readonly string[] {
  const centers = actor.posts.flatMap(({ role, centerId, reach = [] }) =>
    role === 'admin' || role === 'serviceManager' || role === 'quality' ? [centerId, ...reach] : [],
  )
  if (centers.length === 0) throw new CallError('forbidden')
  return [...new Set(centers)]
}

/** Whether the timers keep up; parked tickets and holiday years are those of the caller's centers. */
export const health: Handler<'center', 'health'> = async (_input, { runtime, caller }) => {
  const now = runtime.clock.now()
  const centerIds = centersOf(caller)
  const { figures, parked, runs } = await timerHealth(runtime.db, now, { centerIds })
  const releasable = releasableCenters(caller)
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
    parked: parked.map(({ centerId, error, ...ticket }) => ({
      ...ticket,
      kind: kindWords(ticket),
      technical: error,
      mayRelease: releasable.includes(centerId),
    })),
    uncoveredYears: [...years].sort((one, other) => one - other),
  }
}
