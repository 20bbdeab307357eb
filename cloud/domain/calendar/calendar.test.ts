import { CalendarNeverOpens, compileCalendar } from './calendar'
import { dayNumber, parseDate, toIso } from './zone'

const t = (text: string) => Date.parse(`${text}+08:00`)
const HOUR = 3_600
const day = [
  ['08:30', '12:00'],
  ['13:30', '18:00'],
] as const
const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day }
/** 8 open hours a day. 2026-03-02 is a Monday; 2026-02-14 is a make-up Saturday before the holiday of 02-15 … 02-23. */
const office = compileCalendar({ weekly, holidays: 'cn' })
const always = compileCalendar('24x7')
const overMidnight = compileCalendar({ weekly: { fri: [['18:00', '24:00']], sat: [['00:00', '06:00']] } })

describe('addOpen: the earliest instant at which the time is used up', () => {
  it.each([
    ['over lunch into the next day', '2026-03-02T09:00:00', 8, '2026-03-03T09:00:00'],
    ['from opening to closing, not to the next opening', '2026-03-02T08:30:00', 8, '2026-03-02T18:00:00'],
    ['to the start of lunch, not its end', '2026-03-02T08:30:00', 3.5, '2026-03-02T12:00:00'],
    ['from a closing time', '2026-03-02T12:00:00', 1 / 3_600, '2026-03-02T13:30:01'],
    ['from within lunch', '2026-03-02T12:30:00', 1, '2026-03-02T14:30:00'],
    ['from an evening', '2026-03-02T18:00:00', 4, '2026-03-03T14:00:00'],
    ['from midnight', '2026-03-03T00:00:00', 1, '2026-03-03T09:30:00'],
    ['from a Sunday', '2026-03-01T03:00:00', 1, '2026-03-02T09:30:00'],
    ['into a make-up Saturday', '2026-02-13T17:00:00', 2, '2026-02-14T09:30:00'],
    ['from a make-up Saturday over the holiday', '2026-02-14T17:30:00', 1, '2026-02-24T09:00:00'],
    // 211 working days are left of 2026, 49 ordinary weekdays of 2027 follow.
    ['over a year', '2026-03-02T08:30:00', 8 * 260, '2027-03-11T18:00:00'],
    ['nothing, while closed', '2026-03-01T03:00:00', 0, '2026-03-01T03:00:00'],
    ['from within a second', '2026-03-02T08:30:00.250', 3.5, '2026-03-02T13:30:00.250'],
  ])('%s', (_, from, hours, expected) => {
    expect(toIso(office.addOpen(t(from), hours * HOUR))).toBe(`${expected}+08:00`)
  })

  it('runs through midnight where one shift closes at 24:00 and the next opens at 00:00', () => {
    expect(overMidnight.addOpen(t('2026-03-06T23:00:00'), HOUR)).toBe(t('2026-03-07T00:00:00'))
    expect(overMidnight.addOpen(t('2026-03-06T23:00:00'), 2 * HOUR)).toBe(t('2026-03-07T01:00:00'))
    expect(overMidnight.addOpen(t('2026-03-07T05:00:00'), 2 * HOUR)).toBe(t('2026-03-13T19:00:00'))
    expect(overMidnight.isOpen(t('2026-03-07T00:00:00'))).toBe(true)
    expect(always.addOpen(t('2026-02-16T23:00:00'), 25 * HOUR)).toBe(t('2026-02-18T00:00:00'))
  })

  it('counts parts of a second exactly', () => {
    expect(office.openBetween(t('2026-03-02T11:59:59.750'), t('2026-03-02T13:30:00.125'))).toBe(0.375)
    expect(office.addOpen(t('2026-03-02T11:59:59.750'), 0.375)).toBe(t('2026-03-02T13:30:00.125'))
  })

  it('refuses amounts that mean nothing', () => {
    for (const amount of [-1, NaN, Infinity]) expect(() => office.addOpen(0, amount)).toThrow(RangeError)
    expect(() => office.addOpen(NaN, 1)).toThrow(RangeError)
  })
})

describe('openBetween', () => {
  it.each([
    ['a working day', '2026-03-02T00:00:00', '2026-03-03T00:00:00', 8],
    ['a week', '2026-03-02T00:00:00', '2026-03-09T00:00:00', 40],
    ['lunch', '2026-03-02T12:00:00', '2026-03-02T13:30:00', 0],
    ['the Spring Festival holiday', '2026-02-14T18:00:00', '2026-02-24T08:30:00', 0],
    // 261 weekdays, of which 19 are holidays, and 6 make-up days.
    ['the year 2026', '2026-01-01T00:00:00', '2027-01-01T00:00:00', 248 * 8],
    ['backwards', '2026-03-03T00:00:00', '2026-03-02T00:00:00', 0],
  ])('%s', (_, from, to, hours) => {
    expect(office.openBetween(t(from), t(to))).toBe(hours * HOUR)
  })
})

describe('isOpen and nextOpen: shifts are [open, close)', () => {
  it.each([
    ['2026-03-02T08:29:59.999', false, '2026-03-02T08:30:00'],
    ['2026-03-02T08:30:00', true, '2026-03-02T08:30:00'],
    ['2026-03-02T11:59:59.999', true, '2026-03-02T11:59:59.999'],
    ['2026-03-02T12:00:00', false, '2026-03-02T13:30:00'],
    ['2026-03-06T18:00:00', false, '2026-03-09T08:30:00'],
    ['2026-02-14T12:30:00', false, '2026-02-14T13:30:00'],
    ['2026-02-14T18:00:00', false, '2026-02-24T08:30:00'],
  ])('%s', (at, open, next) => {
    expect(office.isOpen(t(at))).toBe(open)
    expect(toIso(office.nextOpen(t(at)))).toBe(`${next}+08:00`)
  })
})

describe('closeOfWorkingDay: the day of the start is not counted', () => {
  it.each([
    ['2026-03-02T09:00:00', 1, '2026-03-03T18:00:00'],
    ['2026-03-02T00:00:00', 1, '2026-03-03T18:00:00'],
    ['2026-03-02T23:59:59', 1, '2026-03-03T18:00:00'],
    ['2026-03-06T09:00:00', 3, '2026-03-11T18:00:00'],
    ['2026-03-07T09:00:00', 1, '2026-03-09T18:00:00'],
    ['2026-02-13T23:00:00', 1, '2026-02-14T18:00:00'],
    ['2026-02-14T09:00:00', 1, '2026-02-24T18:00:00'],
    ['2026-09-30T10:00:00', 3, '2026-10-10T18:00:00'],
  ])('%s + %i', (start, n, expected) => {
    expect(toIso(office.closeOfWorkingDay(t(start), n))).toBe(`${expected}+08:00`)
  })

  it('takes 24:00 for a close, and refuses what is no number of days', () => {
    expect(always.closeOfWorkingDay(t('2026-03-02T09:00:00'), 1)).toBe(t('2026-03-04T00:00:00'))
    for (const n of [0, -1, 1.5, NaN]) expect(() => office.closeOfWorkingDay(0, n)).toThrow(RangeError)
  })
})

describe('endOfDay: 24:00 of the day open at or next after the start', () => {
  it.each([
    ['2026-03-02T00:00:00', '2026-03-03T00:00:00'],
    ['2026-03-02T12:30:00', '2026-03-03T00:00:00'],
    ['2026-03-02T17:59:59.999', '2026-03-03T00:00:00'],
    ['2026-03-02T18:00:00', '2026-03-04T00:00:00'],
    ['2026-03-06T18:00:00', '2026-03-10T00:00:00'],
    ['2026-02-13T20:00:00', '2026-02-15T00:00:00'],
    ['2026-02-14T20:00:00', '2026-02-25T00:00:00'],
  ])('%s', (start, expected) => {
    expect(toIso(office.endOfDay(t(start)))).toBe(`${expected}+08:00`)
  })
})

describe("a date's own shifts beat holidays and weekdays", () => {
  const special = compileCalendar({
    weekly: { ...weekly, sat: [['10:00', '11:00']] },
    holidays: 'cn',
    shifts: {
      '2026-02-14': [['09:00', '10:00']],
      '2026-02-17': [['09:00', '12:00']],
      '2026-02-18': 'sat',
      '2026-02-22': 'mon',
      '2026-02-24': [],
      '2026-02-25': 'sun',
    },
  })
  const hours = (date: string) =>
    special.shiftsOf(parseDate(date) ?? NaN).reduce((sum, { open, close }) => sum + (close - open) / 3_600_000, 0)

  it.each([
    ['2026-02-14', 1, 'own shifts on a make-up day'],
    ['2026-02-28', 8, "a make-up Saturday has Monday's shifts, not Saturday's"],
    ['2026-03-07', 1, 'an ordinary Saturday'],
    ['2026-02-17', 3, 'own shifts on a holiday'],
    ['2026-02-18', 1, 'Saturday lent to a holiday'],
    ['2026-02-22', 8, 'Monday lent to a holiday'],
    ['2026-02-24', 0, 'closed on a weekday'],
    ['2026-02-25', 0, 'a weekday without shifts lent'],
    ['2026-02-19', 0, 'a holiday'],
  ])('%s: %i h, %s', (date, expected) => {
    expect(hours(date)).toBe(expected)
    expect(special.isWorkingDay(parseDate(date) ?? NaN)).toBe(expected > 0)
  })

  it('and a plain list of holidays knows no make-up days', () => {
    const listed = compileCalendar({ weekly, holidays: ['2026-02-16'] })
    expect(listed.isWorkingDay(parseDate('2026-02-16') ?? NaN)).toBe(false)
    expect(listed.isWorkingDay(parseDate('2026-02-14') ?? NaN)).toBe(false)
    expect(listed.isWorkingDay(parseDate('2026-02-17') ?? NaN)).toBe(true)
  })
})

describe('beyond the data', () => {
  it('runs as ordinary weeks but for the days fixed by law (D-SLA-21), centuries ahead as well', () => {
    const works = (date: string) => office.isWorkingDay(parseDate(date) ?? NaN)
    expect(['2027-01-01', '2027-10-01', '2100-10-01'].filter(works)).toEqual([])
    expect(['2027-01-04', '2027-10-04', '2100-10-04'].filter(works)).toEqual(['2027-01-04', '2027-10-04', '2100-10-04'])
    const start = t('2026-03-02T08:30:00')
    const end = office.addOpen(start, 2_000_000 * 8 * HOUR)
    expect(dayNumber(end) - dayNumber(start)).toBeGreaterThan(2_799_000)
    expect(office.openBetween(start, end)).toBe(2_000_000 * 8 * HOUR)
  })

  it('a calendar that never opens again says so instead of searching for ever', () => {
    const never = compileCalendar({ weekly: { mon: [] }, holidays: 'cn' })
    const once = compileCalendar({
      weekly: {},
      shifts: { '2026-03-02': [['09:00', '10:00']], '2026-03-05': [['09:00', '10:00']] },
    })
    const before = t('2026-03-01T00:00:00')
    const after = t('2026-03-06T00:00:00')
    for (const [calendar, at] of [
      [never, before],
      [once, after],
    ] as const) {
      expect(() => calendar.addOpen(at, 1)).toThrow(CalendarNeverOpens)
      expect(() => calendar.nextOpen(at)).toThrow(CalendarNeverOpens)
      expect(() => calendar.endOfDay(at)).toThrow(CalendarNeverOpens)
      expect(() => calendar.closeOfWorkingDay(at, 1)).toThrow(CalendarNeverOpens)
      expect(calendar.openBetween(at, at + 1e12)).toBe(0)
    }
    expect(once.addOpen(before, 2 * HOUR)).toBe(t('2026-03-05T10:00:00'))
    expect(() => once.addOpen(before, 2 * HOUR + 1)).toThrow(CalendarNeverOpens)
    expect([never.opensEveryWeek, once.opensEveryWeek, office.opensEveryWeek]).toEqual([false, false, true])
  })
})
