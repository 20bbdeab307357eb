import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { ResponseOf } from '../../../types/contract/index'
import { createPagedList } from '@/data/read/paged-list'
import { useObserved } from '@/data/device/use-observed'
import { call } from '@/data/call/client'
import { keepMe, me } from '@/data/session/session'
import { storage } from '@/data/device/storage'

export type Notice = ResponseOf<'notice', 'list'>['items'][number]

const keptAs = 'notices'

/** The number on the tab. */
const showUnread = (unread: number) => {
  const account = me.get()
  if (account && account.unread !== unread) keepMe({ ...account, unread })
}

const createNotices = () =>
  createPagedList<'all', Notice>({
    load: async (_query, page, signal) => {
      const answer = await call('notice', 'list', page, { retries: 1, signal, quiet: true })
      showUnread(answer.unread)
      return answer
    },
    idOf: ({ noticeId }) => noticeId,
    readKept: () => storage.readCached<Notice[]>(keptAs)?.value ?? null,
    keep: (_query, items) => storage.cache(keptAs, items),
  })

/** The inbox, newest first. */
export function useNotices(signedIn: boolean) {
  const [list] = useState(createNotices)
  const [readNow, setReadNow] = useState<ReadonlySet<string>>(new Set())
  const state = useObserved(list.state)

  useEffect(() => {
    if (signedIn) void list.show('all')
    return list.stop
  }, [list, signedIn])
  useDidShow(() => {
    if (signedIn && list.state.get().loading === null) void list.refresh()
  })

  const items = state.items?.map(item => (readNow.has(item.noticeId) ? { ...item, read: true } : item)) ?? null

  /** Without ids all of them. What is read shows at once; a lost answer is no reason to bother anybody. */
  const markRead = async (noticeIds?: string[]) => {
    const ids = noticeIds ?? items?.map(({ noticeId }) => noticeId) ?? []
    setReadNow(before => new Set([...before, ...ids]))
    const { unread } = await call('notice', 'read', noticeIds ? { noticeIds } : {}, { retries: 2, quiet: true })
    showUnread(unread)
  }

  return { ...state, items, refresh: list.refresh, more: list.more, markRead }
}
