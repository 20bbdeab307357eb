import { keepMe, me } from './session'

/** The number on the tab of messages, as an answer of the server has just told it. */
export function showUnread(unread: number): void {
  const account = me.get()
  if (account && account.unread !== unread) keepMe({ ...account, unread })
}
