import { createServerClock } from './server-clock'

const serverTime = Date.UTC(2026, 2, 2, 1)
function clockAt(phoneNow: number) {
  const steady = { value: 1_000 }
  return {
    steady,
    clock: createServerClock(
      () => steady.value,
      () => phoneNow,
    ),
  }
}

it('follows the phone until the server has answered, then the server, half a round trip later', () => {
  const { steady, clock } = clockAt(5)
  expect(clock.now()).toBe(5)
  const sentAt = clock.elapsed()
  steady.value += 200
  clock.learn(serverTime, sentAt)
  expect(clock.now()).toBe(serverTime + 100)
  steady.value += 60_000
  expect(clock.now()).toBe(serverTime + 60_100)
})

it('stands still rather than running back a little', () => {
  const { steady, clock } = clockAt(0)
  clock.learn(serverTime, 1_000)
  expect(clock.now()).toBe(serverTime)
  clock.learn(serverTime - 300, 1_000)
  expect(clock.now()).toBe(serverTime)
  steady.value += 400
  expect(clock.now()).toBe(serverTime + 100)
})

it('goes back when it was far ahead, as on a phone set to next year', () => {
  const { clock } = clockAt(serverTime + 365 * 86_400_000)
  clock.now()
  clock.learn(serverTime, 1_000)
  expect(clock.now()).toBe(serverTime)
})

it('ignores an answer without a time', () => {
  const { clock } = clockAt(7)
  for (const nothing of [undefined, null, 'soon', NaN]) clock.learn(nothing, 1_000)
  expect(clock.now()).toBe(7)
})

it('tells when the time shown so far was wrong, and only then', () => {
  const { clock } = clockAt(serverTime - 3_600_000)
  let told = 0
  const stop = clock.subscribe(() => told++)
  clock.learn(serverTime, 1_000)
  clock.learn(serverTime + 400, 1_000)
  expect(told).toBe(1)
  stop()
  clock.learn(serverTime + 60_000, 1_000)
  expect(told).toBe(1)
})
