/** Times as people say them, for screens and notices alike. Instants are epoch milliseconds; the wall clock is the product's +08:00. */
const minute = 60_000
const hour = 60 * minute
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
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const
const nearDays = { 昨天: -1, 今天: 0, 明天: 1 } as const

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

/**
 * For words that are kept and read on any later day, as notices and the timeline are (L-WRD-2): 「3月5日周四 18:00」, with its year where that is
 * another one than when it was said. Never 今天 or 明天.
 */
export function datedText(at: number, saidAt: number): string {
  const { year, month, date, time, dayNumber } = wallClock(at)
  // Day 0 was a Thursday.
  const weekday = weekdays[(dayNumber + 4) % 7]
  return `${year === wallClock(saidAt).year ? '' : `${year}年`}${month}月${date}日周${weekday} ${time}`
}

/** The same for the end of a promise: 「3月4日周三 24:00」 */
export function datedDueText(at: number, saidAt: number): string {
  if (wallClock(at).time !== '00:00') return datedText(at, saidAt)
  return datedText(at - 1, saidAt).replace('23:59', '24:00')
}

const nearTime = /(昨天|今天|明天) ([01]\d|2[0-4]):([0-5]\d)/g

/** The times in a text that are told as `instantText` and `dueText` do, told anew by `tell`. */
const toldAnew = (text: string, saidAt: number, tell: (at: number, isDue: boolean) => string): string =>
  text.replace(nearTime, (_, word: keyof typeof nearDays, hours: string, minutes: string) => {
    const startOfDay = (wallClock(saidAt).dayNumber + nearDays[word]) * day - zoneOffset
    return tell(startOfDay + Number(hours) * hour + Number(minutes) * minute, hours === '24')
  })

/** A text of then for a reader of now: its 今天 may be yesterday, or a date. For words of ours, not for what people wrote. */
export const retold = (text: string, saidAt: number, now: number): string =>
  toldAnew(text, saidAt, (at, isDue) => (isDue ? dueText(at, now) : instantText(at, now)))

/** The same with the date and weekday, for every later reader. */
export const datedWords = (text: string, saidAt: number): string =>
  toldAnew(text, saidAt, (at, isDue) => (isDue ? datedDueText(at, saidAt) : datedText(at, saidAt)))

/** Milliseconds to the end of the day of +08:00, when 今天 becomes 昨天. */
export const untilMidnight = (now: number): number => day - ((now + zoneOffset) % day)

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
