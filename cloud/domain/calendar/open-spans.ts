import type { Calendar } from './calendar'
import { dayNumber, startOfDay } from './zone'

/** Times in epoch ms, [from, to). */
export interface OpenSpan {
  readonly from: number
  readonly to: number
}

/**
 * When a calendar is open, from the day of `at` on for as many days, ascending: what a phone without a network still
 * knows a week later. At most one span for each shift.
 */
export function openSpans(calendar: Pick<Calendar, 'shiftsOf'>, at: number, days: number): readonly OpenSpan[] {
  const today = dayNumber(at)
  return Array.from({ length: days }, (_, offset) => today + offset).flatMap(day =>
    calendar.shiftsOf(day).map(({ open, close }) => ({ from: startOfDay(day) + open, to: startOfDay(day) + close })),
  )
}
