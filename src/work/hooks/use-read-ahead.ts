import { useEffect } from 'react'
import { online } from '@/data/device/network'
import { useObserved } from '@/data/device/use-observed'
import { lastRead, readNow } from '@/data/read/kept'
import type { TicketItem, TicketView } from '../../../types/contract/ticket-views'
import { readTicket, staffTicket } from './use-ticket'

/** A worklist's first page: what is done today. More would cost a stairwell's network for what is not opened. */
const most = 20

/**
 * Reads the listed tickets that have changed since this phone saw them, one after the other, so that each of them, and
 * the forms on it, are there where the network ends (D-HD-10).
 */
export function useReadAhead(items: readonly TicketItem[] | null): void {
  const connected = useObserved(online)
  useEffect(() => {
    if (!connected || items === null) return
    let wanted = true
    const readAll = async () => {
      for (const { ticketId, version } of items.slice(0, most)) {
        if (!wanted) return
        const key = [staffTicket, ticketId] as const
        if (lastRead<TicketView>(key)?.version === version) continue
        await readNow(key, () => readTicket(ticketId))
      }
    }
    // What could not be read ahead is read when it is opened, and says then what was in the way.
    readAll().catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [connected, items])
}
