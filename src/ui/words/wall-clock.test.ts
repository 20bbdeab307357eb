import { instantOfWallClock, midnightOf, wallClock } from './wall-clock'

/** 2026-03-29, when clocks in Berlin go forward, 23:30 at +08:00. */
const lateEvening = Date.UTC(2026, 2, 29, 15, 30)

test('shows +08:00, and leads back to the same instant', () => {
  expect(wallClock(lateEvening).format('YYYY-MM-DD HH:mm')).toBe('2026-03-29 23:30')
  expect(instantOfWallClock(wallClock(lateEvening))).toBe(lateEvening)
})

test('days begin at midnight of +08:00 and have 24 hours all year', () => {
  const midnight = instantOfWallClock(wallClock(lateEvening).startOf('day'))
  expect(midnight).toBe(Date.UTC(2026, 2, 28, 16))
  expect(instantOfWallClock(midnightOf('2026-03-29'))).toBe(midnight)
  expect(instantOfWallClock(midnightOf('2026-03-30')) - midnight).toBe(86_400_000)
})
