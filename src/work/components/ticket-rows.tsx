import type { ReactNode } from 'react'
import type { TicketItem } from '../../../types/contract/ticket-views'
import type { TicketList } from '../hooks/use-ticket-list'
import { PagedRows } from './paged-rows'

interface TicketRowsProps {
  list: TicketList
  empty: { title: string; text?: string }
  row: (ticket: TicketItem) => ReactNode
}

/** A list of tickets in all its states. */
export const TicketRows = (props: TicketRowsProps) => <PagedRows id="ticket-rows" {...props} />
