import { instantText } from '@/ui/words/time'

const hour = 3_600_000
const day = 24 * hour
const zoneOffset = 8 * hour

export interface QuickTime {
  /** Epoch ms. */
  at: number
  word: string
}

/** Start of the day (+08:00) that holds `at`. */
const dayStart = (at: number): number => Math.floor((at + zoneOffset) / day) * day - zoneOffset

/** Times people agree on, all at least half an hour away; from `now` in epoch ms. */
export function quickTimes(now: number): QuickTime[] {
  const today = dayStart(now)
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

const pad = (n: number) => String(n).padStart(2, '0')

/** Wall clock of +08:00: `2026-03-05` and `18:00`, as pickers want them. */
export function wallClockParts(at: number): { date: string; time: string } {
  const shifted = new Date(at + zoneOffset)
  return {
    date: `${shifted.getUTCFullYear()}-${pad(shifted.getUTCMonth() + 1)}-${pad(shifted.getUTCDate())}`,
    time: `${pad(shifted.getUTCHours())}:${pad(shifted.getUTCMinutes())}`,
  }
}

/** Back to epoch ms; null where the parts make no date. Strings are never given to `Date` (iOS cannot read them). */
export function instantOf(date: string, time: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})/.exec(`${date} ${time}`)
  if (!found) return null
  const [year, month, dayOfMonth, hours, minutes] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  return Date.UTC(year, month - 1, dayOfMonth, hours, minutes) - zoneOffset
}
