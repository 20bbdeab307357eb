import { instantText } from '@/ui/words/time'
import { instantOfWallClock, midnightOf, wallClock } from '@/ui/words/wall-clock'

const hour = 3_600_000
const day = 24 * hour

export interface QuickTime {
  /** Epoch ms. */
  at: number
  word: string
}

/** Times people agree on, all at least half an hour away; from `now` in epoch ms. */
export function quickTimes(now: number): QuickTime[] {
  const today = instantOfWallClock(wallClock(now).startOf('day'))
  const roundedUp = Math.ceil((now + 2 * hour) / (hour / 2)) * (hour / 2)
  const times = [
    { at: roundedUp, word: '2 小时后' },
    ...[today + 18 * hour, today + day + 9 * hour, today + day + 18 * hour, today + 2 * day + 18 * hour].map(at => ({
      at,
      word: instantText(at, now),
    })),
    { at: today + 3 * day + 18 * hour, word: '3 天后' },
    { at: today + 7 * day + 18 * hour, word: '一周后' },
  ]
  return times.filter(({ at }) => at - now >= hour / 2)
}

/** Wall clock of +08:00: `2026-03-05` and `18:00`, as pickers want them. */
export function wallClockParts(at: number): { date: string; time: string } {
  const shown = wallClock(at)
  return { date: shown.format('YYYY-MM-DD'), time: shown.format('HH:mm') }
}

/** What one usually means by a day without a time. */
const endOfWork = '18:00'

/** Another day at the same time; null where the words make no date, as while somebody types one. */
export const withDate = (at: number | undefined, date: string): number | null =>
  instantOf(date, at === undefined ? endOfWork : wallClockParts(at).time)

/** Another time on the same day; without a day, when the clock shows it next. `now` is epoch ms. */
export function withTime(at: number | undefined, time: string, now: number): number | null {
  if (at !== undefined) return instantOf(wallClockParts(at).date, time)
  const today = instantOf(wallClockParts(now).date, time)
  return today === null || today > now ? today : today + day
}

/** Back to epoch ms; null where the parts make no date. */
export function instantOf(date: string, time: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}/.test(time)) return null
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return instantOfWallClock(midnightOf(date).add(hours, 'hour').add(minutes, 'minute'))
}
