import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useObserved } from '@/data/device/use-observed'
import { call } from '@/data/call/client'
import { storage } from '@/data/device/storage'
import type { RequestOf } from '../../../types/contract/index'
import type { TicketItem } from '../../../types/contract/ticket-views'
import { createPagedList, type PagedListState } from '@/data/read/paged-list'

export type TicketQuery = Omit<RequestOf<'ticket', 'list'>, 'cursor' | 'limit'>

const keptAs = (query: TicketQuery) => `work:list:${JSON.stringify(query)}`

const createTicketList = () =>
  createPagedList<TicketQuery, TicketItem>({
    load: (query, page, signal) => call('ticket', 'list', { ...query, ...page }, { retries: 1, signal }),
    idOf: ({ ticketId }) => ticketId,
    readKept: query => storage.readCached<TicketItem[]>(keptAs(query))?.value ?? null,
    // What somebody searched for is not worth the room on the device.
    keep: (query, items) => {
      if (!query.text) storage.cache(keptAs(query), items)
    },
  })

export interface TicketList extends PagedListState<TicketItem> {
  refresh: () => Promise<void>
  more: () => Promise<void>
  drop: (ticketId: string) => void
}

/** Tickets of a query, page by page; read again when the page comes back to the front. */
export function useTicketList(query: TicketQuery): TicketList {
  const [list] = useState(createTicketList)
  const state = useObserved(list.state)
  const key = JSON.stringify(query)
  useEffect(() => {
    void list.show(JSON.parse(key) as TicketQuery)
    return list.stop
  }, [list, key])
  useDidShow(() => {
    if (list.state.get().loading === null) void list.refresh()
  })
  return { ...state, refresh: list.refresh, more: list.more, drop: list.drop }
}
