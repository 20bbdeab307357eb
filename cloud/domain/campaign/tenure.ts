import type { Tenure } from '../../../types/vocabulary'
import { dateOfDay, dayNumber, dayOfDate } from '../calendar/zone'

/** Months after moving in at which each class ends; the last has no end (D-CU-1). */
const classes: readonly (readonly [Tenure, months: number])[] = [
  ['new', 6],
  ['settling', 12],
  ['stable', 24],
]

/** The day so many months later; one that a month does not have runs over into the next. */
function monthsLater(day: number, months: number): number {
  const { year, month, dayOfMonth } = dateOfDay(day)
  const index = month - 1 + months
  return dayOfDate(year + Math.floor(index / 12), (index % 12) + 1, dayOfMonth)
}

/** How long somebody who moved in on a day (day number, +08:00) has lived here at an instant (epoch ms). */
export function tenureOf(movedIn: number, now: number): Tenure {
  const today = dayNumber(now)
  return classes.find(([, months]) => today < monthsLater(movedIn, months))?.[0] ?? 'long'
}
