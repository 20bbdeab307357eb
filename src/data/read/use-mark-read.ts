import { useEffect, useState } from 'react'
import type { TicketView } from '../../../types/contract/ticket-views'
import { call } from '../call/client'
import { showUnread } from '../session/unread'
import type { Reading } from './use-reading'

/**
 * Messages about a ticket are read when the ticket is: by whatever way it was opened, as far as the server's answer goes, and
 * not by what the device has kept of it. That it could not be marked disturbs nobody: the message stays new.
 */
export function useMarkRead({ value, seenAt }: Pick<Reading<TicketView>, 'value' | 'seenAt'>): void {
  // What was known before the page asked.
  const [keptAt] = useState(seenAt)
  const answered = value !== null && seenAt !== keptAt ? value : null
  const ticketId = answered?.ticketId
  const until = answered?.updatedAt
  useEffect(() => {
    if (ticketId === undefined || until === undefined) return
    call('notice', 'read', { ticketId, until }, { retries: 1, quiet: true }).then(
      ({ unread }) => showUnread(unread),
      () => undefined,
    )
  }, [ticketId, until])
}
