import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { createPagedList } from '@/data/read/paged-list'
import { useObserved } from '@/data/device/use-observed'
import { call } from '@/data/call/client'
import { storage } from '@/data/device/storage'
import type { ResponseOf } from '../../../types/contract/index'

export type Escalation = ResponseOf<'center', 'escalations'>['items'][number]
export type Which = 'open' | 'all'

const keptAs = (which: Which) => `manage:escalations:${which}`

const createList = () =>
  createPagedList<Which, Escalation>({
    load: (which, page, signal) =>
      call('center', 'escalations', { ...page, openOnly: which === 'open' }, { retries: 1, signal }),
    idOf: ({ ticketId, kind, level, dueAt }) => `${ticketId}:${kind}:${level}:${dueAt}`,
    readKept: which => storage.readCached<Escalation[]>(keptAs(which))?.value ?? null,
    keep: (which, items) => storage.cache(keptAs(which), items),
  })

/** Escalations told to the caller, page by page. */
export function useEscalations(which: Which) {
  const [list] = useState(createList)
  const state = useObserved(list.state)
  useEffect(() => {
    void list.show(which)
    return list.stop
  }, [list, which])
  useDidShow(() => {
    if (list.state.get().loading === null) void list.refresh()
  })
  return { ...state, refresh: list.refresh, more: list.more }
}
