import { contactOf } from '../../store/ticket-queries'
import { policyOf } from '../../store/center-store'
import { isId } from '../../store/ids'
import { nameOf } from '../../store/people-store'
import { historyOf, loadTicket } from '../../store/ticket-store'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { mediaViews } from '../media/media-links'
import { deskOf } from './desk'
import { viewerOf } from './viewer'
import { ticketViewOf } from './views'

/** @throws CallError notFound: unknown, or not for the caller; the two can't be told apart */
export const get: Handler<'ticket', 'get'> = async ({ ticketId }, { runtime, caller }) => {
  const { db } = runtime
  const stored = isId(ticketId) ? await loadTicket(db, caller.person.centerIds, ticketId) : null
  if (!stored) throw new CallError('notFound')
  const { ticket } = stored
  viewerOf(ticket, caller)
  const { directory } = await deskOf(runtime, ticket.centerId)
  const policy = await policyOf(runtime, ticket.centerId, ticket.policyVersion)
  const history = await historyOf(db, ticket.centerId, ticket.id)
  const people = new Set(history.flatMap(({ actorId }) => actorId ?? []))
  if (ticket.filerId !== null) people.add(ticket.filerId)
  const mediaIds = history.flatMap(({ event }) => ('media' in event ? event.media : []))
  return ticketViewOf(
    ticket,
    {
      history,
      directory,
      names: await nameOf(db, [...people]),
      media: await mediaViews(runtime, ticket.centerId, mediaIds),
      contact: await contactOf(db, ticket.centerId, ticket.id),
    },
    { caller, policy, now: runtime.clock.now() },
  )
}
