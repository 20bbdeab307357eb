import { createSteady } from './steady'

function clocks() {
  const time = { counter: 1_000, wall: 5_000_000 }
  const steady = createSteady(
    () => time.counter,
    () => time.wall,
  )
  return { time, steady }
}

it('counts as the counter does', () => {
  const { time, steady } = clocks()
  time.counter += 700
  time.wall += 701
  expect(steady()).toBe(1_700)
})

it('goes on through a sleep, in which the counter stood still', () => {
  const { time, steady } = clocks()
  time.wall += 8 * 3_600_000
  expect(steady()).toBe(1_000 + 8 * 3_600_000)
  time.counter += 500
  time.wall += 500
  expect(steady()).toBe(1_500 + 8 * 3_600_000)
})

it('is not moved when somebody sets the clock back', () => {
  const { time, steady } = clocks()
  time.wall -= 86_400_000
  time.counter += 50
  expect(steady()).toBe(1_050)
  time.counter += 50
  time.wall += 50
  expect(steady()).toBe(1_100)
})
