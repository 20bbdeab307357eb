import { runCampaigns } from '../../actions/campaign/timer'
import { sweepDeadlines } from '../../actions/deadline/sweep'
import type { Runtime } from '../../actions/runtime'
import { compileCalendar } from '../../domain/calendar/calendar'
import { startOfDay, dayNumber } from '../../domain/calendar/zone'
import { defaultPolicy } from '../../domain/policy/model/default-policy'
import { timerFigures } from '../../store/timer/health'
import { chance } from './chance'
import { type Life, life, type LifeOptions } from './life'
import type { Cast } from './cast'
import { moves } from './moves'
import { surveys } from './surveys'

const hourMs = 3_600_000

/** A clock that the seed sets by hand; it never runs backwards. */
function scriptedClock(start: number) {
  let at = start
  return {
    now: () => at,
    to: (next: number) => {
      at = Math.max(at, next)
    },
  }
}

/** Instants of filing over the last year, in waking hours, oldest first, the last few on the last days. */
function filingTimes(count: number, recent: number, now: number): readonly number[] {
  const dice = chance(20260101)
  const at = (daysAgo: number) =>
    startOfDay(dayNumber(now) - daysAgo) + dice.between(7, 20) * hourMs + dice.between(0, 3599) * 1000
  const past = Array.from({ length: count - recent }, () => at(dice.between(4, 364)))
  const latest = Array.from(
    { length: recent },
    (_, index) => now - (recent - index) * 8 * hourMs - dice.between(0, 3599) * 1000,
  )
  return [...past, ...latest].filter(time => time < now).sort((one, other) => one - other)
}

export interface HistoryOptions {
  /** Epoch ms up to which the past is told. */
  readonly now: number
  readonly tickets: number
  /** How many of them were filed in the last four days, most of them still under way. */
  readonly recent: number
}

/**
 * A year of tickets and surveys, made by calling the real actions as the people concerned, in the order of time, with the deadline
 * sweep at every due instant in between: the demo's past is made of nothing that could not have happened.
 */
export async function seedHistory(real: Runtime, cast: Cast, { now, tickets, recent }: HistoryOptions): Promise<void> {
  const times = filingTimes(tickets, recent, now)
  const first = times[0]
  if (first === undefined) return
  const clock = scriptedClock(first)
  const runtime: Runtime = { ...real, clock }
  const office = compileCalendar(defaultPolicy.calendars[defaultPolicy.workingHours] ?? '24x7')
  const options = (index: number): LifeOptions => ({ runtime, cast, office, dice: chance(index + 1), index, now })
  const waiting: { at: number; life: Life }[] = times.map((at, index) => ({ at, life: life(options(index)) }))
  waiting.push({ at: first, life: surveys({ runtime, cast, dice: chance(20260401), now }) })
  waiting.push({ at: first, life: moves({ runtime, cast, now }) })

  /** Lets everything fire that falls due before `at`, each at its own instant. */
  const passTime = async (at: number): Promise<void> => {
    for (;;) {
      const { oldestDueAt } = await timerFigures(runtime.db, at)
      if (oldestDueAt === null || oldestDueAt > at) break
      clock.to(oldestDueAt)
      const { fired } = await sweepDeadlines(runtime, { budgetMs: 60_000 })
      if (fired > 0) continue
      // No deadline was due, so it was a survey.
      const { effects } = await runCampaigns(runtime, { budgetMs: 60_000 })
      if (effects === 0) break
    }
    clock.to(at)
  }

  while (waiting.length > 0) {
    waiting.sort((one, other) => other.at - one.at)
    const next = waiting.pop()
    if (!next || next.at >= now) continue
    await passTime(next.at)
    const step = await next.life.next()
    if (!step.done) waiting.push({ at: Math.max(step.value, next.at + 1), life: next.life })
  }
  await passTime(now)
}
