import { greeting } from './greeting'

/** 2026-03-02T00:00:00+08:00 */
const midnight = 1_772_380_800_000
const hour = 3_600_000

test.each([
  [0, '夜深了'],
  [4.99, '夜深了'],
  [5, '早上好'],
  [11, '中午好'],
  [13, '下午好'],
  [18, '晚上好'],
  [23.99, '晚上好'],
])('at %s o’clock of +08:00: %s', (at, words) => expect(greeting(midnight + at * hour)).toBe(words))
