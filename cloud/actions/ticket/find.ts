import { isId } from '../../store/engine/ids'
import { type StoredTicket, loadJoinedTicket, loadTicket } from '../../store/ticket/read'
import { CallError } from '../call-error'
import type { SignedInCall } from '../runtime'

/**
 * A ticket the caller might have to do with: in one of the caller's centers, or one that the caller complained in and
 * has moved away from since. What the caller may see or do of it is for the domain to say.
 * @throws CallError notFound: unknown, elsewhere, or no id at all
 */
export async function findTicket({ runtime, caller }: SignedInCall, ticketId: string): Promise<StoredTicket> {
  const stored = isId(ticketId)
    ? ((await loadTicket(runtime.db, caller.person.centerIds, ticketId)) ??
      (await loadJoinedTicket(runtime.db, caller.actor.id, ticketId)))
    : null
  if (!stored) throw new CallError('notFound')
  return stored
}
