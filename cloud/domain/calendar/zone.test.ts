import fc from 'fast-check'
import { dateString, dateStringOfDay, dayNumber, parseDate, parseIso, startOfDay, toIso, weekday, yearOf } from './zone'

const MIDNIGHT = Date.UTC(2026, 2, 1, 16)

describe('days of +08:00', () => {
  it('begin at 16:00 UTC of the day before', () => {
    expect(startOfDay(dayNumber(MIDNIGHT))).toBe(MIDNIGHT)
    expect(dayNumber(MIDNIGHT - 1)).toBe(dayNumber(MIDNIGHT) - 1)
    expect(dateString(MIDNIGHT)).toBe('2026-03-02')
    expect(dateString(MIDNIGHT - 1)).toBe('2026-03-01')
    expect(yearOf(Date.UTC(2025, 11, 31, 16))).toBe(2026)
  })

  it.each([
    ['1969-12-31', 'wed'],
    ['1970-01-01', 'thu'],
    ['2000-02-29', 'tue'],
    ['2026-02-14', 'sat'],
    ['2026-03-01', 'sun'],
    ['2026-03-02', 'mon'],
  ])('%s is a %s', (date, expected) => {
    expect(weekday(parseDate(date) ?? NaN)).toBe(expected)
  })

  it('agree with the engine on every date it knows', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1600, 0, 1), max: Date.UTC(2600, 0, 1) }), at => {
        const date = new Date(at + 8 * 3_600_000).toISOString()
        expect(dateString(at)).toBe(date.slice(0, 10))
        expect(dateStringOfDay(parseDate(date.slice(0, 10)) ?? NaN)).toBe(date.slice(0, 10))
        expect(toIso(at)).toBe(`${date.slice(0, -1).replace('.000', '')}+08:00`)
        expect(parseIso(toIso(at))).toBe(at)
      }),
    )
  })

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '20260101',
    '2026-01-01 ',
    '',
    '1900-02-29',
  ])('refuse the date %j', text => {
    expect(parseDate(text)).toBeNull()
  })
})

describe('ISO instants', () => {
  const nine = Date.UTC(2026, 2, 2, 1)

  it.each([
    ['2026-03-02T09:00:00+08:00', nine],
    ['2026-03-02T09:00+08:00', nine],
    ['2026-03-02T01:00:00Z', nine],
    ['2026-03-01T20:00:00-05:00', nine],
    ['2026-03-02T06:45:00+05:45', nine],
    ['2026-03-02T09:00:00.5+08:00', nine + 500],
    ['2026-03-02T09:00:00.007+08:00', nine + 7],
    ['1969-12-31T23:59:59.999Z', -1],
  ])('read %s', (text, expected) => {
    expect(parseIso(text)).toBe(expected)
  })

  it.each([
    '2026-03-02',
    '2026-03-02T09:00:00',
    '2026-03-02 09:00:00+08:00',
    '2026-02-30T09:00:00+08:00',
    '2026-03-02T24:00:00+08:00',
    '2026-03-02T09:60:00+08:00',
    '2026-03-02T09:00:60+08:00',
    '2026-03-02T09:00:00.+08:00',
    '2026-03-02T09:00:00.0001+08:00',
    '2026-03-02T09:00:00+0800',
    '2026-03-02T09:00:00+15:00',
    '2026-03-02T09:00:00z',
    ' 2026-03-02T09:00:00Z',
  ])('refuse %j', text => {
    expect(parseIso(text)).toBeNull()
  })

  it('write ms only where there are any, and no year beyond four digits', () => {
    expect(toIso(nine)).toBe('2026-03-02T09:00:00+08:00')
    expect(toIso(nine + 50)).toBe('2026-03-02T09:00:00.050+08:00')
    expect(() => toIso(Date.UTC(9_999, 11, 31, 16))).toThrow(RangeError)
    expect(() => toIso(NaN)).toThrow(RangeError)
  })
})
