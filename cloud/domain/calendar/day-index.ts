const BUCKET = 32

/** A sorted set of day numbers that tells at once how many come before a day: buckets of a month, then a few steps. */
export class DayIndex {
  readonly days: Float64Array
  private readonly first: number
  /** How many days come before the start of each bucket. */
  private readonly buckets: Int32Array

  constructor(days: readonly number[]) {
    this.days = Float64Array.from(days).sort()
    this.first = at(this.days, 0)
    const last = at(this.days, days.length - 1)
    this.buckets = new Int32Array(Math.floor((last - this.first) / BUCKET) + 1)
    this.buckets.forEach((_, i) => (this.buckets[i] = countBelow(this.days, this.first + i * BUCKET)))
  }

  /** How many of the days come before this one; also the position of this one if it belongs to the set. */
  countBefore(day: number): number {
    if (!(day > this.first)) return 0
    let i = this.buckets[Math.floor((day - this.first) / BUCKET)] ?? this.days.length
    while (i < this.days.length && at(this.days, i) < day) i++
    return i
  }
}

export const at = (values: Float64Array, index: number): number => values[index] ?? 0

/** How many of the ascending values are less than `limit`. */
export function countBelow(values: Float64Array, limit: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (at(values, middle) < limit) low = middle + 1
    else high = middle
  }
  return low
}
