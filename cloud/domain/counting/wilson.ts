/** A share with the range that the true one is likely to lie in. */
export interface Interval {
  readonly share: number
  readonly low: number
  readonly high: number
}

/** The two-sided 95 % point of the normal distribution. */
const z = 1.959963984540054

/**
 * Wilson's score interval at 95 %, without continuity correction (D-CB-8): it stays between 0 and 1 and is wide where few have
 * answered. null: nobody has.
 */
export function wilson(count: number, of: number): Interval | null {
  if (of <= 0) return null
  const share = count / of
  const middle = share + (z * z) / (2 * of)
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const whole = 1 + (z * z) / of
  return {
    share,
    // Nothing but rounding would keep these ends from being exact.
    low: count === 0 ? 0 : (middle - spread) / whole,
    high: count === of ? 1 : (middle + spread) / whole,
  }
}
