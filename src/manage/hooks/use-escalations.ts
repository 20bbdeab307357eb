import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { createPagedList } from '@/hooks/paged-list'
import { useObserved } from '@/hooks/use-observed'
import { call } from '@/services/client'
import { storage } from '@/services/storage'
import type { ResponseOf } from '../../../types/contract'

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
