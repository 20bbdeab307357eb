import { useState } from 'react'
import type { TicketView } from '../../../types/contract/ticket-views'
import { call } from '@/data/call/client'
import { sayError } from '@/shell/feedback'
import { type Stretch, withEarlier, withNewer } from './joined-entries'

/** The history of a ticket as far as it is loaded; `more` loads what came before it, null: there is nothing before. */
export function useHistory({ ticketId, timeline, timelineCursor }: TicketView) {
  const [shown, setShown] = useState<Stretch | null>(null)
  const [loading, setLoading] = useState(false)
  // A view that the device kept from before may not say where the earlier ones go on.
  const history = withNewer(shown, { entries: timeline, cursor: timelineCursor ?? null })
  const { cursor } = history
  const load = async (): Promise<void> => {
    if (cursor === null || loading) return
    setLoading(true)
    try {
      const page = await call('ticket', 'timeline', { ticketId, cursor }, { retries: 2 })
      setShown(withEarlier(history, { entries: page.entries, cursor: page.nextCursor }))
    } catch (error) {
      sayError(error)
    } finally {
      setLoading(false)
    }
  }
  return { entries: history.entries, loading, more: cursor === null ? null : () => void load() }
}
