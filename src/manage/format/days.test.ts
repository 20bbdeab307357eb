import { addDays, addMonths, dayAt, dayWords, instantAt, mondayOf, spanWords, timeAt, touches, weekOf } from './days'

describe('days', () => {
  /** Monday, 2 March 2026, 00:30 (+08:00). */
  const at = Date.UTC(2026, 2, 1, 16, 30)

  it('are those of +08:00', () => {
    expect(dayAt(at)).toBe('2026-03-02')
    expect(timeAt(at)).toBe('00:30')
    expect(instantAt('2026-03-02', '00:30')).toBe(at)
    expect(dayWords('2026-03-02')).toBe('3月2日 周一')
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(mondayOf('2026-03-08')).toBe('2026-03-02')
    expect(weekOf('2026-03-02')[6]).toBe('2026-03-08')
    expect([addMonths('2026-12', 1), addMonths('2026-01', -1)]).toEqual(['2027-01', '2025-12'])
  })

  it('tell a night as belonging to the day it begins', () => {
    const night = { from: instantAt('2026-03-02', '18:00'), to: instantAt('2026-03-03', '08:30') }
    expect(spanWords(night)).toBe('18:00–次日 08:30')
    expect(spanWords({ from: night.from, to: instantAt('2026-03-02', '24:00') })).toBe('18:00–24:00')
    expect(['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'].map(day => touches(night, day))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})
