import { compileCalendar } from './calendar'
import { dueAt } from './due'
import { coveredYears, isCovered, mainlandHolidays } from './holidays'
import { dateStringOfDay, parseDate, toIso, weekday } from './zone'

/**
 * The second source: the notices of the General Office of the State Council, copied by hand, as [first, last] day off and
 * the make-up working days. (国办发明电〔2023〕7号, 〔2024〕12号, 〔2025〕7号.)
 */
const NOTICES: Record<number, { off: [string, string][]; makeUp: string[] }> = {
  2024: {
    off: [
      ['01-01', '01-01'],
      ['02-10', '02-17'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-10', '06-10'],
      ['09-15', '09-17'],
      ['10-01', '10-07'],
    ],
    makeUp: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    off: [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    makeUp: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    off: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    makeUp: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
}

const shift = [['09:00', '17:00']] as const
const office = compileCalendar({
  weekly: { mon: shift, tue: shift, wed: shift, thu: shift, fri: shift },
  holidays: 'cn',
})

describe('mainland holidays', () => {
  it('cover 2004 to 2026 without a gap', () => {
    expect(coveredYears()).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i))
    expect([isCovered(2003), isCovered(2026), isCovered(2027)]).toEqual([false, true, false])
  })

  it('lie in their year, once each, and no date is both off and worked', () => {
    for (const [year, { holidays, makeUpDays }] of Object.entries(mainlandHolidays)) {
      const all = [...holidays, ...makeUpDays]
      expect(new Set(all).size).toBe(all.length)
      expect(all.filter(date => parseDate(date) === null || !date.startsWith(year))).toEqual([])
    }
  })

  it.each([2024, 2025, 2026])('are those of the notice on every day of %i', year => {
    const { off, makeUp } = NOTICES[year] ?? { off: [], makeUp: [] }
    const first = parseDate(`${year}-01-01`) ?? NaN
    const last = parseDate(`${year}-12-31`) ?? NaN
    const wrong: string[] = []
    for (let day = first; day <= last; day++) {
      const date = dateStringOfDay(day)
      const monthDay = date.slice(5)
      const isOff = off.some(([from, to]) => from <= monthDay && monthDay <= to)
      const expected = makeUp.includes(monthDay) || (!isOff && !['sat', 'sun'].includes(weekday(day)))
      if (office.isWorkingDay(day) !== expected) wrong.push(date)
    }
    expect(last - first + 1).toBe(year === 2024 ? 366 : 365)
    expect(wrong).toEqual([])
  })

  it('say which years they do not know', () => {
    const at = (date: string) => Date.parse(`${date}T00:00:00+08:00`)
    // 24:00 of New Year's Eve belongs to the old year: nothing that is announced for the new one can move it.
    expect(office.uncoveredYears(at('2026-01-01'), at('2027-01-01'))).toEqual([])
    expect(office.uncoveredYears(at('2026-01-01'), at('2027-01-01') + 1)).toEqual([2027])
    expect(office.uncoveredYears(at('2027-01-01'), at('2027-01-01'))).toEqual([2027])
    expect(office.uncoveredYears(at('2002-06-01'), at('2028-06-01'))).toEqual([2002, 2003, 2027, 2028])
    expect(compileCalendar('24x7').uncoveredYears(at('2002-06-01'), at('2028-06-01'))).toEqual([])
  })

  it('leave a year that is not announced the days fixed by law (D-SLA-21)', () => {
    const closed = (year: number, from: string, to: string) => {
      const dates: string[] = []
      for (let day = parseDate(from) ?? NaN; day <= (parseDate(to) ?? NaN); day++)
        if (!office.isWorkingDay(day) && !['sat', 'sun'].includes(weekday(day)))
          dates.push(dateStringOfDay(day).slice(5))
      expect(from.startsWith(String(year)) && to.startsWith(String(year))).toBe(true)
      return dates
    }
    // In 2027 Labour Day is a weekend; in 2028 New Year's Day is one.
    expect(closed(2027, '2027-01-01', '2027-12-31')).toEqual(['01-01', '10-01'])
    expect(closed(2028, '2028-01-01', '2028-12-31')).toEqual(['05-01', '05-02', '10-02', '10-03'])
  })

  it.each([
    // Thursday, New Year's Eve: Friday is New Year's Day, then comes the weekend.
    ['2026-12-31T10:00', { workingDays: 1 }, '2027-01-04T17:00'],
    ['2026-12-31T16:00', { hours: 2 }, '2027-01-04T10:00'],
    ['2026-12-31T18:00', 'endOfDay', '2027-01-05T00:00'],
    // Thursday, the eve of the National Day: Friday is closed, Saturday and Sunday are a weekend.
    ['2027-09-30T10:00', { workingDays: 2 }, '2027-10-05T17:00'],
    ['2028-04-28T10:00', { workingDays: 1 }, '2028-05-03T17:00'],
  ] as const)('move due times: from %s, %j, is %s', (start, target, due) => {
    expect(toIso(dueAt(office, target, Date.parse(`${start}:00+08:00`), []))).toBe(`${due}:00+08:00`)
  })

  it('give way to the announcement of a year, whatever it says', () => {
    const announced = compileCalendar(
      { weekly: { fri: shift, sat: shift }, holidays: 'cn' },
      { ...mainlandHolidays, 2027: { holidays: ['2027-01-02'], makeUpDays: ['2027-01-01'] } },
    )
    // A make-up day has Monday's shifts, which this calendar has none of.
    expect(
      ['2027-01-01', '2027-01-02', '2027-01-08'].map(date => announced.isWorkingDay(parseDate(date) ?? NaN)),
    ).toEqual([false, false, true])
    expect(announced.uncoveredYears(Date.UTC(2027, 5, 1), Date.UTC(2027, 6, 1))).toEqual([])
  })

  it("give way to a date's own shifts, and a calendar without holidays knows none", () => {
    const own = compileCalendar({ weekly: { fri: shift }, holidays: 'cn', shifts: { '2027-01-01': 'fri' } })
    expect(own.isWorkingDay(parseDate('2027-01-01') ?? NaN)).toBe(true)
    expect(compileCalendar({ weekly: { fri: shift } }).isWorkingDay(parseDate('2027-01-01') ?? NaN)).toBe(true)
  })

  it('can be extended by an imported year', () => {
    const later = compileCalendar(
      { weekly: { mon: shift }, holidays: 'cn' },
      { ...mainlandHolidays, 2027: { holidays: ['2027-02-08'], makeUpDays: ['2027-02-13'] } },
    )
    expect(later.isWorkingDay(parseDate('2027-02-08') ?? NaN)).toBe(false)
    expect(later.isWorkingDay(parseDate('2027-02-13') ?? NaN)).toBe(true)
    expect(later.uncoveredYears(Date.UTC(2027, 0, 1), Date.UTC(2028, 0, 1))).toEqual([2028])
  })
})
