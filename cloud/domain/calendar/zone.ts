import type { weekdayLabels } from '../../../types/vocabulary'

/**
 * The one zone of the product, +08:00 without daylight saving, by arithmetic on epoch milliseconds. The machine's own
 * zone is never asked, so the same events give the same due times on every host (D-SLA-17, D-UN-1).
 */

export type Weekday = keyof typeof weekdayLabels

export const MS_PER_SECOND = 1_000
export const MS_PER_DAY = 86_400_000
const OFFSET = 8 * 3_600_000

/** Monday first; the position is the index used by `weekdayIndex`. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[]

/** Day of +08:00 holding the instant (epoch ms): days since 1970-01-01. */
export const dayNumber = (epochMs: number): number => Math.floor((epochMs + OFFSET) / MS_PER_DAY)

/** Epoch ms of 00:00 +08:00 of the day. */
export const startOfDay = (day: number): number => day * MS_PER_DAY - OFFSET

/** 0 = Monday … 6 = Sunday. 1970-01-01 was a Thursday. */
export const weekdayIndex = (day: number): number => (((day + 3) % 7) + 7) % 7

/** Weekday of the day number. */
export const weekday = (day: number): Weekday => WEEKDAYS[weekdayIndex(day)] ?? 'mon'

/** Day number of a date of the proleptic Gregorian calendar; month 1–12. The year is counted from March, so that the leap day comes last. */
export function dayOfDate(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The inverse of `dayOfDate`. */
export function dateOfDay(day: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  }
}

/** Year of +08:00 holding the instant (epoch ms). */
export const yearOf = (epochMs: number): number => dateOfDay(dayNumber(epochMs)).year

/** Epoch ms of 00:00 +08:00 of the first day of the month that holds the instant. */
export function startOfMonth(epochMs: number): number {
  const { year, month } = dateOfDay(dayNumber(epochMs))
  return startOfDay(dayOfDate(year, month, 1))
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0')

/** 'YYYY-MM-DD' of a day number. Throws RangeError outside the years 0000–9999. */
export function dateStringOfDay(day: number): string {
  const { year, month, dayOfMonth } = dateOfDay(day)
  if (!(year >= 0 && year <= 9_999)) throw new RangeError(`day ${day} has no four-digit year`)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`
}

/** 'YYYY-MM-DD' in +08:00 of an instant (epoch ms). Throws RangeError outside the years 0000–9999. */
export const dateString = (epochMs: number): string => dateStringOfDay(dayNumber(epochMs))

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Day number of 'YYYY-MM-DD'; null when it is not written so or there is no such date. */
export function parseDate(text: string): number | null {
  const match = DATE.exec(text)
  if (!match) return null
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || dayOfMonth < 1) return null
  const day = dayOfDate(year, month, dayOfMonth)
  // 30 February would come out as 1 or 2 March.
  return dateOfDay(day).dayOfMonth === dayOfMonth ? day : null
}

/** '2026-03-02T09:00:00+08:00' of an instant (whole epoch ms), with '.SSS' only when its ms are not 0. Throws RangeError outside the years 0000–9999. */
export function toIso(epochMs: number): string {
  const day = dayNumber(epochMs)
  const ms = epochMs - startOfDay(day)
  const second = Math.floor(ms / MS_PER_SECOND)
  const fraction = Math.floor(ms) % MS_PER_SECOND
  const clock = [Math.floor(second / 3_600), Math.floor(second / 60) % 60, second % 60]
  return `${dateStringOfDay(day)}T${clock.map(part => padded(part, 2)).join(':')}${fraction ? `.${padded(fraction, 3)}` : ''}+08:00`
}

const ISO =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?(?:Z|([+-])(0\d|1[0-4]):([0-5]\d))$/

/**
 * Epoch ms of an ISO 8601 instant. The offset must be written (Z or ±HH:mm, up to 14 h); seconds and up to three decimals
 * of a second may be. Null for everything else, impossible dates included.
 */
export function parseIso(text: string): number | null {
  const match = ISO.exec(text)
  if (!match) return null
  const day = parseDate(match[1] ?? '')
  if (day === null) return null
  const clock = Number(match[2]) * 3_600_000 + Number(match[3]) * 60_000 + Number(match[4] ?? 0) * MS_PER_SECOND
  const offset = (Number(match[7] ?? 0) * 60 + Number(match[8] ?? 0)) * 60_000 * (match[6] === '-' ? -1 : 1)
  return day * MS_PER_DAY + clock + Number((match[5] ?? '').padEnd(3, '0')) - offset
}
