import { aClock } from './deadline.fixture'
import { nextClock } from './next-clock'

test('the running promise that ends first', () => {
  const deadlines = [
    aClock({ dueAt: 900 }),
    aClock({ kind: 'firstReply', dueAt: 500 }),
    aClock({ kind: 'accept', dueAt: 100 }),
    aClock({ kind: 'callback', dueAt: 50, running: false }),
  ]
  expect(nextClock({ deadlines, hold: null })?.kind).toBe('firstReply')
})
test('none while the ticket rests, none when nothing runs', () => {
  expect(nextClock({ deadlines: [aClock({})], hold: { reason: 'awaitingPart', since: 0, until: 9 } })).toBeNull()
  expect(nextClock({ deadlines: [aClock({ running: false })], hold: null })).toBeNull()
})
