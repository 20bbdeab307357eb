import type { TicketItem } from '../../../types/contract/ticket-views'
import { endedStates, openStates, type State } from '../../../types/vocabulary'
import { call } from '../call/client'
import { storage } from '../device/storage'
import { usePagedReading } from './use-paged-reading'

export type MyShelf = 'open' | 'closed'

const name = 'mine'
const statesOf: Record<MyShelf, State[]> = { open: [...openStates], closed: [...endedStates] }
const idOf = ({ ticketId }: TicketItem) => ticketId

/** What I have filed, page by page; `null` asks nothing, for somebody not signed in. */
export function useMyTickets(shelf: MyShelf | null) {
  const shown = shelf ?? 'open'
  return usePagedReading<TicketItem>({
    name,
    key: shown,
    load: (page, signal) =>
      call('ticket', 'list', { scope: 'mine', states: statesOf[shown], ...page }, { retries: 1, signal, quiet: true }),
    idOf,
    enabled: shelf !== null,
    keep: shelf !== null,
  })
}

/** Categories I have filed before, as far as this phone remembers, with how often. */
export function categoriesUsed(): Map<string, number> {
  const counts = new Map<string, number>()
  for (const shelf of ['open', 'closed'] as const) {
    for (const { category } of storage.readCached<TicketItem[]>(`${name}:${shelf}`)?.value ?? [])
      counts.set(category, (counts.get(category) ?? 0) + 1)
  }
  return counts
}
