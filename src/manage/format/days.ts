import { weekdayLabels } from '../../../types/vocabulary'

/** Days as `YYYY-MM-DD` at +08:00; strings are never given to `Date` (iOS cannot read them). */
const dayMs = 86_400_000
const zoneOffset = 8 * 3_600_000
const pad = (n: number) => String(n).padStart(2, '0')

/** Days since 1970-01-01. */
const numberOfDay = (day: string): number => {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return Math.floor(Date.UTC(year, month - 1, date) / dayMs)
}
const dayOfNumber = (number: number): string => {
  const at = new Date(number * dayMs)
  return `${at.getUTCFullYear()}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`
}

/** The day that holds the instant (epoch ms). */
export const dayAt = (at: number): string => dayOfNumber(Math.floor((at + zoneOffset) / dayMs))
/** Midnight at the beginning of the day, epoch ms. */
export const startOfDay = (day: string): number => numberOfDay(day) * dayMs - zoneOffset
export const addDays = (day: string, days: number): string => dayOfNumber(numberOfDay(day) + days)

/** 0 is Monday. */
export const weekdayOf = (day: string): number => (((numberOfDay(day) + 3) % 7) + 7) % 7
export const mondayOf = (day: string): string => addDays(day, -weekdayOf(day))
export const weekOf = (monday: string): string[] => Array.from({ length: 7 }, (_day, index) => addDays(monday, index))

const words = Object.values(weekdayLabels)
/** 「3月5日 周四」 */
export function dayWords(day: string): string {
  const [, month = 0, date = 0] = day.split('-').map(Number)
  return `${month}月${date}日 ${words[weekdayOf(day)] ?? ''}`
}

/** `2026-03` and so on; `by` months later. */
export function addMonths(month: string, by: number): string {
  const [year = 1970, number = 1] = month.split('-').map(Number)
  const whole = year * 12 + number - 1 + by
  return `${Math.floor(whole / 12)}-${pad((whole % 12) + 1)}`
}
/** 「2026年3月」 */
export function monthWords(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return `${year}年${number}月`
}

/** Instant (epoch ms) of a time `HH:mm` on a day; 24:00 is the end of it. */
export function instantAt(day: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return startOfDay(day) + (hours * 60 + minutes) * 60_000
}
/** `HH:mm` of an instant. */
export function timeAt(at: number): string {
  const shifted = new Date(at + zoneOffset)
  return `${pad(shifted.getUTCHours())}:${pad(shifted.getUTCMinutes())}`
}

export interface Span {
  /** Epoch ms, [from, to). */
  from: number
  to: number
}

/** Whether any of it lies within the day. */
export const touches = ({ from, to }: Span, day: string): boolean => {
  const start = startOfDay(day)
  return from < start + dayMs && to > start
}

/** A span as told on the day it begins: 「18:00–次日 08:30」. */
export function spanWords({ from, to }: Span): string {
  const first = dayAt(from)
  const days = numberOfDay(dayAt(to)) - numberOfDay(first)
  const until = timeAt(to)
  if (days === 0) return `${timeAt(from)}–${until}`
  if (days === 1 && until === '00:00') return `${timeAt(from)}–24:00`
  return days === 1 ? `${timeAt(from)}–次日 ${until}` : `${timeAt(from)}–${dayWords(dayAt(to))} ${until}`
}
