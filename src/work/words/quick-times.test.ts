import { instantOf, quickTimes, wallClockParts, withDate, withTime } from './quick-times'

const hour = 3_600_000
/** 2026-03-02 in +08:00. */
const at = (hours: number, minutes = 0) => Date.UTC(2026, 2, 2, hours - 8, minutes)

describe('quick times', () => {
  it('offers what people agree on in the morning', () => {
    expect(quickTimes(at(9, 10)).map(({ word }) => word)).toEqual([
      '2 小时后',
      '今天 18:00',
      '明天 09:00',
      '明天 18:00',
      '3月4日 18:00',
      '3 天后',
      '一周后',
    ])
  })

  it('rounds up to the half hour', () => {
    expect(quickTimes(at(9, 10))[0]?.at).toBe(at(11, 30))
  })

  it('leaves out what is over or nearly so', () => {
    expect(quickTimes(at(17, 45)).some(({ word }) => word === '今天 18:00')).toBe(false)
    expect(quickTimes(at(23, 59)).every(({ at: time }) => time - at(23, 59) >= hour / 2)).toBe(true)
  })
})

describe('the wall clock of +08:00', () => {
  it('goes there and back', () => {
    const { date, time } = wallClockParts(at(0, 5))
    expect([date, time]).toEqual(['2026-03-02', '00:05'])
    expect(instantOf(date, time)).toBe(at(0, 5))
  })

  it('takes any day and any minute, whichever is chosen first', () => {
    const now = at(9, 10)
    const day = withDate(undefined, '2026-05-17')
    expect(day === null ? null : wallClockParts(day)).toEqual({ date: '2026-05-17', time: '18:00' })
    const both = withTime(day ?? undefined, '14:37', now)
    expect(both === null ? null : wallClockParts(both)).toEqual({ date: '2026-05-17', time: '14:37' })
    expect(withDate(both ?? undefined, '2026-06-01')).toBe(instantOf('2026-06-01', '14:37'))
    // A time alone is the next time the clock shows it.
    expect(withTime(undefined, '09:11', now)).toBe(at(9, 11))
    expect(withTime(undefined, '09:10', now)).toBe(at(24 + 9, 10))
    expect([withDate(undefined, ''), withTime(undefined, '', now)]).toEqual([null, null])
  })

  it('reads nothing that is not a date', () => {
    expect(instantOf('', '')).toBeNull()
    expect(instantOf('2026-3-2', '9:00')).toBeNull()
  })
})
