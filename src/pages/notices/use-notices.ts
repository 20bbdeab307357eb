import { useState } from 'react'
import type { ResponseOf } from '../../../types/contract/index'
import { call } from '@/data/call/client'
import { usePagedReading } from '@/data/read/use-paged-reading'
import { keepMe, me } from '@/data/session/session'

export type Notice = ResponseOf<'notice', 'list'>['items'][number]

/** The number on the tab. */
const showUnread = (unread: number) => {
  const account = me.get()
  if (account && account.unread !== unread) keepMe({ ...account, unread })
}

const idOf = ({ noticeId }: Notice) => noticeId

/** The inbox, newest first. */
export function useNotices(signedIn: boolean) {
  const [readNow, setReadNow] = useState<ReadonlySet<string>>(new Set())
  const list = usePagedReading<Notice>({
    name: 'notices',
    key: 'mine',
    load: async (page, signal) => {
      const answer = await call('notice', 'list', page, { retries: 1, signal, quiet: true })
      showUnread(answer.unread)
      return answer
    },
    idOf,
    enabled: signedIn,
    keep: signedIn,
  })
  const items = list.items?.map(item => (readNow.has(item.noticeId) ? { ...item, read: true } : item)) ?? null

  /** Without ids all of them. What is read shows at once; a lost answer is no reason to bother anybody. */
  const markRead = async (noticeIds?: string[]) => {
    const ids = noticeIds ?? items?.map(({ noticeId }) => noticeId) ?? []
    setReadNow(before => new Set([...before, ...ids]))
    const { unread } = await call('notice', 'read', noticeIds ? { noticeIds } : {}, { retries: 2, quiet: true })
    showUnread(unread)
  }

  return { ...list, items, markRead }
}
