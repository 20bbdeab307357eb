import { at, countBelow, type DayIndex } from './day-index'
import { weekdayIndex } from './zone'

/**
 * Running sums of a weight per day (open ms, or 1 for a working day) over all days, past and future: a week that repeats,
 * corrected by the days that differ from it. The cost is that of finding a day among those, whatever the span.
 */
export class DaySums {
  /** Sum over the first n days of a week, n = 0…7. */
  private readonly week = new Float64Array(8)
  private readonly weekTotal: number
  /** What the first n exceptions add to the repeating week, n = 0…length. */
  private readonly delta: Float64Array
  /** Sum up to and with each exception. */
  private readonly after: Float64Array

  /**
   * @param weekly weights of Monday … Sunday, not negative
   * @param exceptions the days that may differ
   * @param weights their weights in the order of the days, not negative
   */
  constructor(
    weekly: readonly number[],
    private readonly exceptions: DayIndex,
    weights: readonly number[],
  ) {
    weekly.forEach((weight, i) => (this.week[i + 1] = at(this.week, i) + weight))
    this.weekTotal = at(this.week, 7)
    this.delta = new Float64Array(weights.length + 1)
    this.after = new Float64Array(weights.length)
    weights.forEach((weight, i) => {
      const day = at(exceptions.days, i)
      this.after[i] = this.regular(day) + at(this.delta, i) + weight
      this.delta[i + 1] = at(this.delta, i) + weight - (weekly[weekdayIndex(day)] ?? 0)
    })
  }

  /** Sum of all days before this one, counted from a fixed Monday; only differences mean anything. */
  before(day: number, passed = this.exceptions.countBefore(day)): number {
    return this.regular(day) + at(this.delta, passed)
  }

  /** The first day after which the sum has reached `target`; null when it never does. */
  reaching(target: number): number | null {
    const passed = countBelow(this.after, target)
    const exception = passed < this.after.length ? at(this.exceptions.days, passed) : null
    if (this.weekTotal === 0) return exception
    const rest = target - at(this.delta, passed)
    const weeks = Math.ceil(rest / this.weekTotal) - 1
    const day = weeks * 7 - 3 + countBelow(this.week, rest - weeks * this.weekTotal) - 1
    return exception !== null && exception < day ? exception : day
  }

  /** The sum as if every week were the same. Day −3 is a Monday. */
  private regular(day: number): number {
    const weeks = Math.floor((day + 3) / 7)
    return weeks * this.weekTotal + at(this.week, day + 3 - weeks * 7)
  }
}
