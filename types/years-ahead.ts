import { partBetween } from './words/text'

/**
 * Years whose holidays deadlines may meet soon, as of a day 'YYYY-MM-DD': this one, and from October on the next. It is
 * announced in the last months of the year before, and due times and holds of autumn reach into it (D-SLA-21).
 */
export function yearsAhead(today: string): readonly number[] {
  const year = Number(partBetween(today, 0, 4))
  return Number(partBetween(today, 5, 7)) >= 10 ? [year, year + 1] : [year]
}
