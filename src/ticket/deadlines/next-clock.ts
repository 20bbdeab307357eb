import type { TicketView } from '../../../types/contract/ticket-views'
import type { DeadlineKind } from '../../../types/vocabulary'

/** Clocks that promise the complainant something; the others are the company's own. */
const promised: readonly DeadlineKind[] = ['firstReply', 'completion', 'followUp', 'progress', 'callback']

/** The running promise that ends next; null when none runs or the ticket rests. */
export function nextClock({ deadlines, hold }: Pick<TicketView, 'deadlines' | 'hold'>) {
  if (hold) return null
  const running = deadlines.filter(({ kind, running }) => running && promised.includes(kind))
  return running.reduce<(typeof running)[number] | null>(
    (next, clock) => (next === null || clock.dueAt < next.dueAt ? clock : next),
    null,
  )
}
