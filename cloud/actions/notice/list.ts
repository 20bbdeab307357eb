import { datedWords } from '../../../types/words/time'
import { countUnread, listNotices, listPerTicket } from '../../store/notice/inbox'
import { decodeCursor } from '../../store/ticket/lists'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { mattersOf } from './matters'

const defaultLimit = 20

/** Kinds whose words were once stored with 今天 or 明天 in them; all else that says so are words people wrote. */
const onceUndated: readonly string[] = ['held', 'breached', 'standstill']

export const list: Handler<'notice', 'list'> = async (input, { runtime, caller }) => {
  const { cursor, limit = defaultLimit, perTicket = false } = input
  const after = cursor === undefined ? null : decodeCursor(cursor)
  if (cursor !== undefined && !after) throw CallError.field('invalidRequest', 'cursor', '列表已经更新，请下拉刷新')
  const read = perTicket ? listPerTicket : listNotices
  const entries = await read(runtime.db, caller.actor.id, after, limit + 1)
  const shown = entries.slice(0, limit)
  const matters = await mattersOf(runtime, caller, shown)
  const last = shown.at(-1)
  return {
    items: shown.map(({ id, type, title, text, ticketId, campaignId, at, unread }) => ({
      noticeId: id,
      type,
      title,
      text: onceUndated.includes(type) ? datedWords(text, at) : text,
      ticketId,
      campaignId,
      at,
      read: unread === 0,
      unread,
      matter: ticketId === null ? null : (matters.get(ticketId) ?? null),
    })),
    unread: await countUnread(runtime.db, caller.actor.id),
    nextCursor: entries.length > limit && last ? `${last.at}_${last.id}` : null,
  }
}
