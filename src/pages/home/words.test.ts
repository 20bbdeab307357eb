import { greeting } from './greeting'
import { groupedNumber } from '@/ui/words/number'

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

test.each([
  ['KS202603020001', 'KS 2026 0302 0001'],
  ['20260302-00017', '2026 0302 0001 7'],
  ['A-1', 'A 1'],
  ['无编号', '无编号'],
])('number %s → %s', (number, words) => expect(groupedNumber(number)).toBe(words))
