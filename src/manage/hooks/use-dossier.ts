import { call } from '@/data/call/client'
import { useReading, type Reading } from '@/data/read/use-reading'
import type { AbortSignalLike } from '@/data/call/abort'
import type { TicketView, TimelineEntry } from '../../../types/contract/ticket-views'

/** A ticket with its whole history, oldest first. */
export interface Dossier {
  ticket: TicketView
  entries: readonly TimelineEntry[]
}

async function load(ticketId: string, signal: AbortSignalLike): Promise<Dossier> {
  const ticket = await call('ticket', 'get', { ticketId }, { retries: 2, signal })
  const pages: (readonly TimelineEntry[])[] = [ticket.timeline]
  for (let cursor = ticket.timelineCursor; cursor !== null;) {
    const page = await call('ticket', 'timeline', { ticketId, cursor }, { retries: 2, signal })
    pages.unshift(page.entries)
    cursor = page.nextCursor
  }
  return { ticket, entries: pages.flat() }
}

/** Everything about one ticket; what may be read of it is what the ticket itself shows the reader (D-PO-1). */
export const useDossier = (ticketId: string): Reading<Dossier> =>
  useReading<Dossier>({ name: 'manage:dossier', key: ticketId, load, keep: false, enabled: ticketId !== '' })
