import { groupedNumber } from './number'

test.each([
  ['KS202603020001', 'KS 2026 0302 0001'],
  ['20260302-00017', '2026 0302 0001 7'],
  ['A-1', 'A 1'],
  ['无编号', '无编号'],
])('number %s → %s', (number, words) => expect(groupedNumber(number)).toBe(words))
