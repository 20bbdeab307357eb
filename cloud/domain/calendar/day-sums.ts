import { weekdayIndex } from './zone'

/**
 * Running sums of a weight per day (open ms, or 1 for a working day) over all days, past and future: a week that repeats,
 * corrected by the days that differ from it. Both directions cost one binary search over those days, whatever the span.
 */
export class DaySums {
  /** Sum over the first n days of a week, n = 0…7. */
  private readonly week: Float64Array
  private readonly weekTotal: number
  /** What the first n exceptions add to the repeating week, n = 0…length. */
  private readonly delta: Float64Array
  /** Sum up to and with each exception. */
  private readonly after: Float64Array

  /**
   * @param weekly weights of Monday … Sunday, not negative
   * @param days the exceptional day numbers, ascending and distinct
   * @param weights their weights, not negative
   */
  constructor(
    weekly: readonly number[],
    private readonly days: Int32Array,
    weights: readonly number[],
  ) {
    this.week = new Float64Array(8)
    weekly.forEach((weight, i) => (this.week[i + 1] = at(this.week, i) + weight))
    this.weekTotal = at(this.week, 7)
    this.delta = new Float64Array(days.length + 1)
    this.after = new Float64Array(days.length)
    weights.forEach((weight, i) => {
      const day = at(days, i)
      this.after[i] = this.regular(day) + at(this.delta, i) + weight
      this.delta[i + 1] = at(this.delta, i) + weight - (weekly[weekdayIndex(day)] ?? 0)
    })
  }

  /** Sum of all days before this one, counted from a fixed Monday; only differences mean anything. */
  before(day: number): number {
    return this.regular(day) + at(this.delta, countBelow(this.days, day))
  }

  /** The first day after which the sum has reached `target`; null when it never does. */
  reaching(target: number): number | null {
    const passed = countBelow(this.after, target)
    const exception = passed < this.days.length ? at(this.days, passed) : null
    if (this.weekTotal === 0) return exception
    const rest = target - at(this.delta, passed)
    const weeks = Math.ceil(rest / this.weekTotal) - 1
    const day = weeks * 7 - 3 + countBelow(this.week, rest - weeks * this.weekTotal) - 1
    return exception !== null && exception < day ? exception : day
  }

  private regular(day: number): number {
    const sinceMonday = weekdayIndex(day)
    return ((day + 3 - sinceMonday) / 7) * this.weekTotal + at(this.week, sinceMonday)
  }
}

const at = (values: Float64Array | Int32Array, index: number): number => values[index] ?? 0

/** How many of the ascending values are less than `limit`. */
export function countBelow(values: Float64Array | Int32Array, limit: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (at(values, middle) < limit) low = middle + 1
    else high = middle
  }
  return low
}
