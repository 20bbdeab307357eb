/** Times as people say them, for screens and notices alike. Instants are epoch milliseconds; the wall clock is the product's +08:00. */
const hour = 3_600_000
const day = 24 * hour
const zoneOffset = 8 * hour

const wallClock = (at: number) => {
  const shifted = new Date(at + zoneOffset)
  return {
    dayNumber: Math.floor((at + zoneOffset) / day),
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    date: shifted.getUTCDate(),
    time: `${pad(shifted.getUTCHours())}:${pad(shifted.getUTCMinutes())}`,
  }
}
const pad = (n: number) => String(n).padStart(2, '0')

/** 「今天 18:00」「昨天 09:05」「3月5日 18:00」「2025年12月31日 18:00」 */
export function instantText(at: number, now: number): string {
  const then = wallClock(at)
  const today = wallClock(now)
  const near = { [-1]: '昨天', 0: '今天', 1: '明天' }[then.dayNumber - today.dayNumber]
  if (near) return `${near} ${then.time}`
  const year = then.year === today.year ? '' : `${then.year}年`
  return `${year}${then.month}月${then.date}日 ${then.time}`
}

/** The end of a promise: midnight is the end of a day and not the beginning of the next one: 「今天 24:00」. */
export function dueText(at: number, now: number): string {
  if (wallClock(at).time !== '00:00') return instantText(at, now)
  return instantText(at - 1, now).replace('23:59', '24:00')
}

/** The exact end of a promise, midnight as in `dueText`: 「2026年3月5日 24:00」 */
export function exactDueText(at: number): string {
  if (wallClock(at).time !== '00:00') return exactText(at)
  return exactText(at - 1).replace('23:59', '24:00')
}

/** The exact time, shown on tap: 「2026年3月5日 18:00」 */
export function exactText(at: number): string {
  const { year, month, date, time } = wallClock(at)
  return `${year}年${month}月${date}日 ${time}`
}
