import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { TicketItem } from '../../../types/contract/ticket-views'
import { finalStates, openStates, type State } from '../../../types/vocabulary'
import { call } from '../call/client'
import { storage } from '../device/storage'
import { createPagedList } from './paged-list'
import { useObserved } from '../device/use-observed'

export type MyShelf = 'open' | 'closed'

const statesOf: Record<MyShelf, State[]> = { open: [...openStates], closed: ['closed', ...finalStates] }
const keptAs = (shelf: MyShelf) => `mine:${shelf}`

const createMyTickets = () =>
  createPagedList<MyShelf, TicketItem>({
    load: (shelf, page, signal) =>
      call('ticket', 'list', { scope: 'mine', states: statesOf[shelf], ...page }, { retries: 1, signal, quiet: true }),
    idOf: ({ ticketId }) => ticketId,
    readKept: shelf => storage.readCached<TicketItem[]>(keptAs(shelf))?.value ?? null,
    keep: (shelf, items) => storage.cache(keptAs(shelf), items),
  })

/** What I have filed, page by page; `null` asks nothing, for somebody not signed in. */
export function useMyTickets(shelf: MyShelf | null) {
  const [list] = useState(createMyTickets)
  const state = useObserved(list.state)
  useEffect(() => {
    if (shelf) void list.show(shelf)
    return list.stop
  }, [list, shelf])
  useDidShow(() => {
    if (shelf && list.state.get().loading === null) void list.refresh()
  })
  return { ...state, refresh: list.refresh, more: list.more }
}

/** Categories I have filed before, as far as this phone remembers, with how often. */
export function categoriesUsed(): Map<string, number> {
  const counts = new Map<string, number>()
  for (const shelf of ['open', 'closed'] as const) {
    for (const { category } of storage.readCached<TicketItem[]>(keptAs(shelf))?.value ?? []) {
      counts.set(category, (counts.get(category) ?? 0) + 1)
    }
  }
  return counts
}
