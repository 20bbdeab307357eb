import type { Notice } from './use-notices'

/** What an entry says below its matter: the words of staff begin with the matter, which stands above already. */
export const newestText = ({ text, matter }: Pick<Notice, 'text' | 'matter'>): string =>
  matter !== null && text.startsWith(matter) ? text.slice(matter.length).replace(/^[。，]/, '') : text

/** What is read out of an entry. */
export const spokenNotice = (notice: Pick<Notice, 'text' | 'matter' | 'title' | 'unread'>): string =>
  [notice.unread > 0 ? `${notice.unread} 条未读` : '', notice.matter ?? '', notice.title, newestText(notice)]
    .filter(Boolean)
    .join('，')

/** A request to rate leaves the inbox with its round, so what stands there can be answered where it stands (D-CB-1). */
export const asksToRate = <Of extends Pick<Notice, 'type' | 'ticketId'>>(
  notice: Of,
): notice is Of & { readonly ticketId: string } =>
  notice.ticketId !== null && (notice.type === 'callbackStarted' || notice.type === 'callbackReminded')
