import {
  exactDueText,
  exactText,
  instantText,
  promiseText,
  remainingText,
  spanText,
  standingOf,
  untilNextChange,
} from './time'

const minute = 60_000
const hour = 60 * minute
/** Monday, 2 March 2026, 15:30 (+08:00). */
const now = Date.UTC(2026, 2, 2, 7, 30)

it.each([
  [now + 2.5 * hour, '今天 18:00'],
  [Date.UTC(2026, 2, 2, 15, 59), '今天 23:59'],
  [Date.UTC(2026, 2, 2, 16, 0), '明天 00:00'],
  [Date.UTC(2026, 2, 1, 1, 5), '昨天 09:05'],
  [Date.UTC(2026, 2, 5, 10), '3月5日 18:00'],
  [Date.UTC(2025, 11, 31, 10), '2025年12月31日 18:00'],
])('names an instant as people do (%#)', (at, words) => expect(instantText(at, now)).toBe(words))

it('words a promise, and one that was missed', () => {
  expect(promiseText(now + 2.5 * hour, now)).toBe('今天 18:00 前')
  expect(promiseText(now - hour, now)).toBe('应在 今天 14:30')
  expect(exactText(now)).toBe('2026年3月2日 15:30')
  // The end of the day is 24:00 of that day.
  expect(exactDueText(now + 8.5 * hour)).toBe('2026年3月2日 24:00')
  expect(exactDueText(now)).toBe('2026年3月2日 15:30')
})

it.each([
  [30_000, '不到 1 分钟'],
  [25 * minute + 59_999, '25 分钟'],
  [2 * hour + 59 * minute, '2 小时'],
  [47 * hour, '47 小时'],
  [3 * 24 * hour, '3 天'],
])('rounds a span down (%#)', (ms, words) => expect(spanText(ms)).toBe(words))

it('says what is left and by how much it is late', () => {
  expect(remainingText(now + 2 * hour, now)).toBe('还剩 2 小时')
  expect(remainingText(now - 3 * hour, now)).toBe('已超过 3 小时')
})

it('is due soon with less than a fifth of the time left, late only after the instant', () => {
  const dueAt = now + 10 * hour
  expect(standingOf(now, dueAt, now + 8 * hour)).toBe('running')
  expect(standingOf(now, dueAt, now + 8 * hour + 1)).toBe('dueSoon')
  expect(standingOf(now, dueAt, dueAt)).toBe('dueSoon')
  expect(standingOf(now, dueAt, dueAt + 1)).toBe('late')
})

const odd = 5_000
it.each([
  10 * minute + odd,
  90 * minute + odd,
  30 * hour + odd,
  100 * hour + odd,
  -10 * minute - odd,
  -30 * hour - odd,
])('says the same words until the next change (%d ms away)', away => {
  const dueAt = now + away
  const wait = untilNextChange(dueAt, now)
  expect(wait).toBeLessThanOrEqual(hour)
  expect(remainingText(dueAt, now + wait - 2)).toBe(remainingText(dueAt, now))
})
