import { weekdayOf, dayWords } from '@/ui/words/day'
import { instantOfWallClock, midnightOf, wallClock } from '@/ui/words/wall-clock'

/** Days are `YYYY-MM-DD`, months `YYYY-MM`, both at +08:00. */
const dayMs = 86_400_000

/** The day that holds the instant (epoch ms). */
export const dayAt = (at: number): string => wallClock(at).format('YYYY-MM-DD')
/** Midnight at the beginning of the day, epoch ms. */
export const startOfDay = (day: string): number => instantOfWallClock(midnightOf(day))
export const addDays = (day: string, days: number): string => midnightOf(day).add(days, 'day').format('YYYY-MM-DD')

export { dayWords, weekdayOf }

export const mondayOf = (day: string): string => addDays(day, -weekdayOf(day))
export const weekOf = (monday: string): string[] => Array.from({ length: 7 }, (_day, index) => addDays(monday, index))

/** `2026-03` and so on; `by` months later. */
export const addMonths = (month: string, by: number): string => midnightOf(month).add(by, 'month').format('YYYY-MM')
/** 「2026年3月」 */
export const monthWords = (month: string): string => midnightOf(month).format('YYYY年M月')

/** Instant (epoch ms) of a time `HH:mm` on a day; 24:00 is the end of it. */
export function instantAt(day: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return startOfDay(day) + (hours * 60 + minutes) * 60_000
}
/** `HH:mm` of an instant. */
export const timeAt = (at: number): string => wallClock(at).format('HH:mm')

export interface TimeSpan {
  /** Epoch ms, [from, to). */
  from: number
  to: number
}

/** Whether any of it lies within the day. */
export const touches = ({ from, to }: TimeSpan, day: string): boolean => {
  const start = startOfDay(day)
  return from < start + dayMs && to > start
}

/** A span as told on the day it begins: 「18:00–次日 08:30」. */
export function spanWords({ from, to }: TimeSpan): string {
  const first = dayAt(from)
  const days = (startOfDay(dayAt(to)) - startOfDay(first)) / dayMs
  const until = timeAt(to)
  if (days === 0) return `${timeAt(from)}–${until}`
  if (days === 1 && until === '00:00') return `${timeAt(from)}–24:00`
  return days === 1 ? `${timeAt(from)}–次日 ${until}` : `${timeAt(from)}–${dayWords(dayAt(to))} ${until}`
}
