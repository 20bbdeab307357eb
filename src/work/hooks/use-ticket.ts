import { useDidShow } from '@tarojs/taro'
import type { AbortSignalLike } from '@/data/call/abort'
import { call } from '@/data/call/client'
import type { TicketView } from '../../../types/contract/ticket-views'
import { usePolling } from '@/data/read/use-polling'
import { useReading, type LiveReading } from '@/data/read/use-reading'

/** A resident's message should appear while the ticket is being read. */
const everyMs = 30_000

const load = (ticketId: string, signal: AbortSignalLike) => call('ticket', 'get', { ticketId }, { retries: 1, signal })

/** One ticket as staff see it; the one read last stays readable without a network. */
export function useTicket(ticketId: string): LiveReading<TicketView> {
  const reading = useReading<TicketView>('work:ticket', ticketId, load)
  usePolling(everyMs, reading.reload)
  useDidShow(() => {
    if (!reading.loading) reading.reload()
  })
  return reading
}
