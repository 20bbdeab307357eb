import { movableClock } from './clock'

test('moves forward on top of the machine’s time, and keeps each move before it shows it', async () => {
  const base = { now: () => 1_000 }
  const kept: number[] = []
  const clock = movableClock(base, 500, async offset => {
    expect(clock.offset()).toBeLessThan(offset)
    kept.push(offset)
  })
  expect(clock.now()).toBe(1_500)
  expect(await Promise.all([clock.advance(100), clock.advance(50)])).toEqual([1_600, 1_650])
  expect(kept).toEqual([600, 650])
})

test('never runs backwards, and a move that could not be kept is not made', async () => {
  const clock = movableClock({ now: () => 0 }, 0, async offset => {
    if (offset === 7) throw new Error('disk full')
  })
  await expect(clock.advance(-1)).rejects.toThrow(RangeError)
  await expect(clock.advance(Number.NaN)).rejects.toThrow(RangeError)
  await expect(clock.advance(7)).rejects.toThrow('disk full')
  expect(clock.now()).toBe(0)
  expect(await clock.advance(8)).toBe(8)
})
