import { isId } from '../../store/engine/ids'
import { countUnread, markRead } from '../../store/notice/inbox'
import type { Handler } from '../handlers'

/** Repeating it changes nothing, so it needs no key. */
export const read: Handler<'notice', 'read'> = async ({ noticeIds }, { runtime, caller }) => {
  await markRead(runtime.db, caller.actor.id, noticeIds?.filter(isId), runtime.clock.now())
  return { unread: await countUnread(runtime.db, caller.actor.id) }
}
