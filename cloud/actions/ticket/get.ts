import { viewerOf } from '../../domain/access/viewer'
import { participantIdsOf } from '../../domain/ticket/complainants'
import { contactOf } from '../../store/ticket/lists'
import { policyFor } from '../../store/place/center'
import { nameOf } from '../../store/people/person'
import { visible } from '../granted'
import type { Handler } from '../handlers'
import { mediaViews } from '../media/media-links'
import { centerContextOf } from '../center-context'
import { findTicket } from './find'
import { incidentFor } from './incidents'
import { timelinePage } from './timeline-page'
import { ticketViewOf } from './views'

/**
 * One ticket with the newest part of its history; what came before is `ticket.timeline`.
 * @throws CallError notFound: unknown, or not for the caller; the two can't be told apart
 */
export const get: Handler<'ticket', 'get'> = async ({ ticketId }, call) => {
  const { runtime, caller } = call
  const { db } = runtime
  const { ticket } = await findTicket(call, ticketId)
  const viewer = visible(viewerOf(ticket, caller.actor))
  const { directory } = await centerContextOf(runtime, ticket.centerId)
  const policy = await policyFor(runtime, ticket)
  return ticketViewOf(
    ticket,
    {
      timeline: await timelinePage(runtime, { ticket, viewer, policy, directory }),
      names: await nameOf(db, participantIdsOf(ticket)),
      media: await mediaViews(runtime, ticket.centerId, [...ticket.media, ...(ticket.completion?.media ?? [])]),
      contact: await contactOf(db, ticket.centerId, ticket.id),
    },
    { caller, policy, directory, incident: await incidentFor(runtime, ticket), now: runtime.clock.now() },
  )
}
