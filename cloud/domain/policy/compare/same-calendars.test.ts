import fc from 'fast-check'
import type { CalendarConfig, HolidayTable, Shift } from '../../../../types/contract/policy-document'
import { dueAt } from '../../calendar/due'
import { dayOfDate, dateStringOfDay, startOfDay, WEEKDAYS } from '../../calendar/zone'
import { compilePolicy } from '../compile/compile'
import { defaultPolicy } from '../model/default-policy'
import type { Policy } from '../model/policy'
import { sameCalendars } from './compare'

const withOffice = (office: CalendarConfig, holidayYears?: HolidayTable): Policy => ({
  ...defaultPolicy,
  calendars: { always: '24x7', office },
  ...(holidayYears ? { holidayYears } : {}),
})
const shift = (from: string, to: string): Shift => [from, to]
const weekdays = { weekly: Object.fromEntries(['mon', 'tue'].map(day => [day, [shift('08:00', '12:00')]])) }

test.each<[string, Policy, Policy, boolean]>([
  [
    'shifts in another order, and touching ones written as one',
    withOffice({ weekly: { mon: [shift('10:00', '12:00'), shift('08:00', '10:00')] } }),
    withOffice({ weekly: { mon: [shift('08:00', '12:00')] } }),
    true,
  ],
  ['a weekday without shifts left out', withOffice({ weekly: { mon: [] } }), withOffice({ weekly: {} }), true],
  [
    'holidays on days that are closed anyway (2026-03-07 is a Saturday)',
    withOffice({ ...weekdays, holidays: ['2026-03-07'] }),
    withOffice(weekdays),
    true,
  ],
  [
    'a holiday written as a date without shifts',
    withOffice({ ...weekdays, holidays: ['2026-03-02'] }),
    withOffice({ ...weekdays, shifts: { '2026-03-02': [] } }),
    true,
  ],
  ['a holiday on a working day', withOffice({ ...weekdays, holidays: ['2026-03-02'] }), withOffice(weekdays), false],
  [
    'a year that nobody knew of before',
    defaultPolicy,
    { ...defaultPolicy, holidayYears: { 2027: { holidays: [], makeUpDays: [] } } },
    false,
  ],
  [
    'a year that no calendar asks for',
    withOffice(weekdays),
    withOffice(weekdays, { 2027: { holidays: ['2027-03-01'], makeUpDays: [] } }),
    true,
  ],
  [
    'a further calendar',
    defaultPolicy,
    { ...defaultPolicy, calendars: { ...defaultPolicy.calendars, x: '24x7' } },
    false,
  ],
  ['a calendar less', { ...defaultPolicy, calendars: { ...defaultPolicy.calendars, x: '24x7' } }, defaultPolicy, false],
  ['other rules and figures', defaultPolicy, { ...defaultPolicy, holdMaxDays: 10, routing: [] }, true],
])('%s', (_name, before, after, same) => {
  expect(sameCalendars(before, after)).toBe(same)
})

/** Four weeks from Monday, 2 March 2026: every date of the calendars below lies in them. */
const first = dayOfDate(2026, 3, 2)
const span = 28

const hour = (at: number) => `${String(at).padStart(2, '0')}:00`
const shifts = fc
  .uniqueArray(fc.constantFrom(8, 9, 10, 14), { maxLength: 2 })
  .map(starts => starts.map(start => shift(hour(start), hour(start + 1))))
const date = fc.integer({ min: 0, max: span - 1 }).map(offset => dateStringOfDay(first + offset))
/** Few choices on purpose, so that two of them are often the same calendar written in two ways. */
const calendar: fc.Arbitrary<CalendarConfig> = fc.record(
  {
    weekly: fc.record({ mon: shifts, tue: shifts, sat: shifts }, { requiredKeys: [] }),
    holidays: fc.array(date, { maxLength: 2 }),
    shifts: fc.dictionary(date, fc.oneof(shifts, fc.constantFrom(...WEEKDAYS)), { maxKeys: 2 }),
  },
  { requiredKeys: ['weekly'] },
)
const opens = ({ calendars }: Policy) =>
  calendars.office !== '24x7' && Object.values(calendars.office?.weekly ?? {}).some(day => day && day.length > 0)

test('two policies have the same calendars if and only if no due time tells them apart', () => {
  let sameOnes = 0
  fc.assert(
    fc.property(calendar, calendar, fc.boolean(), (one, other, again) => {
      const before = withOffice(one)
      // Half of the pairs are one calendar and the same with its lists turned round.
      const turned = (list: readonly Shift[] | undefined) => [...(list ?? [])].reverse()
      const after = withOffice(
        again && one !== '24x7'
          ? { ...one, weekly: Object.fromEntries(WEEKDAYS.map(day => [day, turned(one.weekly[day])])) }
          : other,
      )
      fc.pre(opens(before) && opens(after))
      const [was, is] = [before, after].map(policy => compilePolicy(policy, 1).calendar('office'))
      if (!was || !is) throw new Error('two calendars')
      // Shifts are whole hours, so every quarter of an hour after every full hour shows whatever differs.
      const instants = Array.from({ length: span * 24 }, (_, index) => startOfDay(first) + index * 3_600_000)
      const alike = instants.every(at => dueAt(was, { hours: 0.25 }, at, []) === dueAt(is, { hours: 0.25 }, at, []))
      const same = sameCalendars(before, after)
      if (same) sameOnes++
      expect(same).toBe(alike)
      if (same)
        for (const target of [{ hours: 3 }, { workingDays: 2 }, 'endOfDay'] as const)
          for (const at of instants.filter((_, index) => index % 7 === 0))
            expect(dueAt(is, target, at, [])).toBe(dueAt(was, target, at, []))
    }),
    { numRuns: 200 },
  )
  expect(sameOnes).toBeGreaterThan(20)
})
