import type { DeadlineView } from '../../../types/contract/ticket-views'

/** A running clock for tests, from the first instant to a second later. */
export const aClock = (part: Partial<DeadlineView> = {}): DeadlineView => ({
  kind: 'completion',
  cycle: 1,
  startedAt: 0,
  dueAt: 1_000,
  metAt: null,
  endedAt: null,
  heldSeconds: 0,
  unannouncedYears: [],
  warnings: [],
  breachedAt: null,
  escalations: [],
  running: true,
  next: [],
  ...part,
})
