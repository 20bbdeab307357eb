import { parseDate, startOfDay } from '../calendar/zone'
import { tenureOf } from './tenure'

const day = (text: string): number => parseDate(text) ?? NaN

test.each([
  ['2026-03-01', 'new'],
  ['2025-09-03', 'new'],
  ['2025-09-02', 'settling'],
  ['2025-03-03', 'settling'],
  ['2025-03-02', 'stable'],
  ['2024-03-03', 'stable'],
  ['2024-03-02', 'long'],
  ['1999-12-31', 'long'],
])('who moved in on %s is %s on 2 March 2026 (D-CU-1)', (movedIn, tenure) => {
  expect(tenureOf(day(movedIn), startOfDay(day('2026-03-02')))).toBe(tenure)
})

test('a day that the month does not have runs over into the next', () => {
  expect(tenureOf(day('2025-08-31'), startOfDay(day('2026-03-02')))).toBe('new')
  expect(tenureOf(day('2025-08-31'), startOfDay(day('2026-03-03')))).toBe('settling')
})
