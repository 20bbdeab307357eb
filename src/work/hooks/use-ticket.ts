import { useMemo } from 'react'
import { call } from '@/data/call/client'
import type { AbortSignalLike } from '@/data/call/abort'
import { useMarkRead } from '@/data/read/use-mark-read'
import { useReading, type Reading } from '@/data/read/use-reading'
import type { StoredAct } from '@/data/send/outbox'
import { useStoredWrites } from '@/data/send/use-stored-writes'
import type { TicketView } from '../../../types/contract/ticket-views'
import { storedOn, withStored } from '../words/stored'

/** Name of the reading, for whoever reads ahead. */
export const staffTicket = 'work:ticket'

export const readTicket = (ticketId: string, signal?: AbortSignalLike): Promise<TicketView> =>
  call('ticket', 'get', { ticketId }, { retries: 1, ...(signal ? { signal } : {}) })

/** A resident's message should appear while the ticket is being read. */
const everyMs = 30_000

export interface ReadTicket extends Reading<TicketView> {
  /** Acts on it that wait on this phone. */
  stored: readonly StoredAct[]
}

/** One ticket as staff see it, with what waits on this phone to be sent; readable without a network once it has been read. */
export function useTicket(ticketId: string): ReadTicket {
  const reading = useReading<TicketView>({
    name: staffTicket,
    key: ticketId,
    load: (_key, signal) => readTicket(ticketId, signal),
    everyMs,
  })
  useMarkRead(reading)
  const writes = useStoredWrites()
  const stored = useMemo(() => storedOn(ticketId, writes), [ticketId, writes])
  const value = useMemo(() => reading.value && withStored(reading.value, stored), [reading.value, stored])
  return { ...reading, value, stored }
}
