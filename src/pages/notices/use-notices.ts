import type { RequestOf, ResponseOf } from '../../../types/contract/index'
import { call } from '@/data/call/client'
import { usePagedReading } from '@/data/read/use-paged-reading'
import { showUnread } from '@/data/session/unread'

/** The newest message of a ticket, with how many of them are new. */
export type Notice = ResponseOf<'notice', 'list'>['items'][number]

const idOf = ({ ticketId, noticeId }: Notice) => ticketId ?? noticeId

/** The inbox, newest first, one entry per ticket. */
export function useNotices(signedIn: boolean) {
  const list = usePagedReading<Notice>({
    name: 'notices',
    key: 'per-ticket',
    load: async (page, signal) => {
      const asked = { ...page, perTicket: true }
      const answer = await call('notice', 'list', asked, { retries: 1, signal, quiet: true })
      showUnread(answer.unread)
      return answer
    },
    idOf,
    enabled: signedIn,
    keep: signedIn,
  })
  const { refresh } = list

  /** Those meant, or all. What is lost on the way stays new, and is no reason to bother anybody. */
  const markRead = async (which: RequestOf<'notice', 'read'> = {}) => {
    const { unread } = await call('notice', 'read', which, { retries: 2, quiet: true })
    showUnread(unread)
    await refresh()
  }

  return { ...list, markRead }
}
