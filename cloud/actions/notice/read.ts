import { isId } from '../../store/engine/ids'
import { countUnread, markRead } from '../../store/notice/inbox'
import type { Handler } from '../handlers'

/** Repeating it changes nothing, so it needs no key. */
export const read: Handler<'notice', 'read'> = async ({ noticeIds, ticketId, until }, { runtime, caller }) => {
  // What is no id names no ticket; asked as text it would be an error of the database.
  if (ticketId === undefined || isId(ticketId)) {
    const which = { ids: noticeIds?.filter(isId), ticketId, until }
    await markRead(runtime.db, caller.actor.id, which, runtime.clock.now())
  }
  return { unread: await countUnread(runtime.db, caller.actor.id) }
}
