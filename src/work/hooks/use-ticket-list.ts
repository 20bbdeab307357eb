import { call } from '@/data/call/client'
import { usePagedReading, type PagedReading } from '@/data/read/use-paged-reading'
import type { RequestOf } from '../../../types/contract/index'
import type { TicketItem } from '../../../types/contract/ticket-views'

export type TicketQuery = Omit<RequestOf<'ticket', 'list'>, 'cursor' | 'limit'>
export type TicketList = PagedReading<TicketItem>

const idOf = ({ ticketId }: TicketItem) => ticketId

/** Tickets of a query, page by page. */
export const useTicketList = (query: TicketQuery): TicketList =>
  usePagedReading<TicketItem>({
    name: 'work:list',
    key: JSON.stringify(query),
    load: (page, signal) => call('ticket', 'list', { ...query, ...page }, { retries: 1, signal }),
    idOf,
    // What somebody searched for is not worth the room on the device.
    keep: !query.text,
  })
