import { datedWords } from '../../../types/words/time'
import { countUnread, listNotices } from '../../store/notice/inbox'
import { decodeCursor } from '../../store/ticket/lists'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'

const defaultLimit = 20

/** Kinds whose words were once stored with 今天 or 明天 in them; all else that says so are words people wrote. */
const onceUndated: readonly string[] = ['held', 'breached', 'standstill']

export const list: Handler<'notice', 'list'> = async ({ cursor, limit = defaultLimit }, { runtime, caller }) => {
  const before = cursor === undefined ? null : decodeCursor(cursor)
  if (cursor !== undefined && !before) throw CallError.field('invalidRequest', 'cursor', '列表已经更新，请下拉刷新')
  const rows = await listNotices(runtime.db, caller.actor.id, before, limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(row => ({
      noticeId: row.id,
      type: row.type,
      title: row.title,
      text: onceUndated.includes(row.type) ? datedWords(row.text, row.created_at) : row.text,
      ticketId: row.ticket_id,
      at: row.created_at,
      read: row.read_at !== null,
    })),
    unread: await countUnread(runtime.db, caller.actor.id),
    nextCursor: rows.length > limit && last ? `${last.created_at}_${last.id}` : null,
  }
}
