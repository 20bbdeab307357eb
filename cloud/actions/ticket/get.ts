import { viewerOf } from '../../domain/access/viewer'
import { contactOf } from '../../store/ticket/lists'
import { policyFor } from '../../store/place/center'
import { nameOf } from '../../store/people/person'
import { participantIdsOf } from '../../domain/ticket/complainants'
import { historyOf } from '../../store/ticket/append'
import { visible } from '../granted'
import type { Handler } from '../handlers'
import { mediaViews } from '../media/media-links'
import { centerContextOf } from './desk'
import { findTicket } from './find'
import { ticketViewOf } from './views'

/** @throws CallError notFound: unknown, or not for the caller; the two can't be told apart */
export const get: Handler<'ticket', 'get'> = async ({ ticketId }, call) => {
  const { runtime, caller } = call
  const { db } = runtime
  const { ticket } = await findTicket(call, ticketId)
  visible(viewerOf(ticket, caller.actor))
  const { directory } = await centerContextOf(runtime, ticket.centerId)
  const policy = await policyFor(runtime, ticket)
  const history = await historyOf(db, ticket.centerId, ticket.id)
  const people = new Set(history.flatMap(({ actorId }) => actorId ?? []))
  for (const personId of participantIdsOf(ticket)) people.add(personId)
  const mediaIds = history.flatMap(({ event }) => ('media' in event ? event.media : []))
  return ticketViewOf(
    ticket,
    {
      history,
      names: await nameOf(db, [...people]),
      media: await mediaViews(runtime, ticket.centerId, mediaIds),
      contact: await contactOf(db, ticket.centerId, ticket.id),
    },
    { caller, policy, directory, now: runtime.clock.now() },
  )
}
