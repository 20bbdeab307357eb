import { compileCalendar } from './calendar'
import { openSpans } from './open-spans'
import { parseIso } from './zone'

const at = (iso: string): number => parseIso(`${iso}:00+08:00`) ?? Number.NaN
const office = compileCalendar({
  weekly: {
    mon: [
      ['08:30', '12:00'],
      ['13:30', '18:00'],
    ],
    tue: [['08:30', '18:00']],
  },
  holidays: ['2026-03-10'],
})

it('lists the shifts of the days asked for, the day of the instant included', () => {
  expect(openSpans(office, at('2026-03-02T19:00'), 2)).toEqual([
    { from: at('2026-03-02T08:30'), to: at('2026-03-02T12:00') },
    { from: at('2026-03-02T13:30'), to: at('2026-03-02T18:00') },
    { from: at('2026-03-03T08:30'), to: at('2026-03-03T18:00') },
  ])
})

it('knows days off and days without a shift', () => {
  expect(openSpans(office, at('2026-03-10T00:00'), 6)).toEqual([])
})

it('is open around the clock where the calendar is', () => {
  const day = { from: at('2026-03-02T00:00'), to: at('2026-03-03T00:00') }
  expect(openSpans(compileCalendar('24x7'), at('2026-03-02T19:00'), 1)).toEqual([day])
})
