import { viewerOf } from '../../domain/access/viewer'
import { follow as keepFollowing } from '../../store/ticket/followers'
import { CallError } from '../call-error'
import { visible } from '../granted'
import type { Handler } from '../handlers'
import { findTicket } from './find'

/**
 * Somebody of the household asks to be told how it goes on, or no longer (D-AC-2). Who complains is told anyway.
 * @throws CallError notFound, forbidden
 */
export const follow: Handler<'ticket', 'follow'> = async ({ ticketId, follows }, call) => {
  const { runtime, caller } = call
  const { ticket } = await findTicket(call, ticketId)
  const viewer = visible(viewerOf(ticket, caller.actor))
  if (!viewer.family) throw new CallError('forbidden', '只有一家人可以关注这件事')
  await keepFollowing(runtime.db, ticket, viewer.personId, { follows, at: runtime.clock.now() })
  return { following: follows }
}
