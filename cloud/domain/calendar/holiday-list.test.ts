import { parseHolidayList } from './holiday-list'

describe('parseHolidayList', () => {
  it('reads dates, ranges, make-up days and notes', () => {
    const text =
      '# 国务院通知\n2027-01-01\r\n2027-02-05~2027-02-07 休 # 春节\n\n2027-02-20 班\n2027-12-31 至 2027-12-31 休'
    expect(parseHolidayList(text, 2027)).toEqual({
      year: {
        holidays: ['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-12-31'],
        makeUpDays: ['2027-02-20'],
      },
      faults: [],
    })
  })

  it.each([
    ['元旦', 'malformed', 1],
    ['2027-01-01 假', 'malformed', 1],
    ['2027-01-01\n2027-02-30', 'badDate', 2],
    ['2027-01-03~2027-01-01', 'reversedRange', 1],
    ['2026-12-31', 'otherYear', 1],
    ['2027-12-30~2028-01-02', 'otherYear', 1],
    ['2027-01-01~2027-01-03\n2027-01-02 班', 'datedTwice', 2],
    [' \n# nothing', 'empty', 0],
  ])('refuses %j as a whole', (text, problem, line) => {
    expect(parseHolidayList(text, 2027)).toEqual({ year: null, faults: [{ line, problem }] })
  })
})
