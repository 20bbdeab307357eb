import type { DeadlineView } from '../../../types/contract/ticket-views'
import { nextClock } from './next-clock'

const clock = (part: Partial<DeadlineView>): DeadlineView => ({
  kind: 'completion',
  cycle: 1,
  startedAt: 0,
  dueAt: 1_000,
  metAt: null,
  endedAt: null,
  heldSeconds: 0,
  warnings: [],
  breachedAt: null,
  escalations: [],
  running: true,
  next: [],
  ...part,
})

test('the running promise that ends first', () => {
  const deadlines = [
    clock({ dueAt: 900 }),
    clock({ kind: 'firstReply', dueAt: 500 }),
    clock({ kind: 'accept', dueAt: 100 }),
    clock({ kind: 'callback', dueAt: 50, running: false }),
  ]
  expect(nextClock({ deadlines, hold: null })?.kind).toBe('firstReply')
})
test('none while the ticket rests, none when nothing runs', () => {
  expect(nextClock({ deadlines: [clock({})], hold: { reason: 'awaitingPart', since: 0, until: 9 } })).toBeNull()
  expect(nextClock({ deadlines: [clock({ running: false })], hold: null })).toBeNull()
})
