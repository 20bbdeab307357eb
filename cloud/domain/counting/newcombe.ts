import type { Interval } from './wilson'

/**
 * How far a share has moved from one survey to the next, with Newcombe's interval at 95 % from the two Wilson intervals: it holds
 * for few answers too. An interval that has 0 within it tells of no change.
 */
export function newcombe(before: Interval, after: Interval): Interval {
  const share = after.share - before.share
  return {
    share,
    low: share - Math.hypot(after.share - after.low, before.high - before.share),
    high: share + Math.hypot(after.high - after.share, before.share - before.low),
  }
}
