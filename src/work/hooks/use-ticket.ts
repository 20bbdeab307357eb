import { call } from '@/data/call/client'
import { useReading, type Reading } from '@/data/read/use-reading'
import type { TicketView } from '../../../types/contract/ticket-views'

/** A resident's message should appear while the ticket is being read. */
const everyMs = 30_000

/** One ticket as staff see it; the one read last stays readable without a network. */
export const useTicket = (ticketId: string): Reading<TicketView> =>
  useReading<TicketView>({
    name: 'work:ticket',
    key: ticketId,
    load: (_key, signal) => call('ticket', 'get', { ticketId }, { retries: 1, signal }),
    everyMs,
  })
