import { viewerOf } from '../../domain/access/viewer'
import type { Ticket } from '../../domain/ticket/state'
import { participantIdsOf } from '../../domain/ticket/complainants'
import { isFollowing } from '../../store/ticket/followers'
import { contactsOf } from '../../store/ticket/lists'
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

/** Tickets on which somebody left a contact: this one, and those whose people joined it (D-HD-8). */
const toldOn = (ticket: Ticket): readonly string[] => [
  ...new Set([ticket.id, ...ticket.complainants.map(({ ticketId }) => ticketId)]),
]

const familyIn = ({ forFamily }: Ticket): readonly string[] =>
  forFamily?.personId === undefined || forFamily.personId === null ? [] : [forFamily.personId]

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
      names: await nameOf(db, [...participantIdsOf(ticket), ...familyIn(ticket)]),
      media: await mediaViews(runtime, ticket.centerId, [...ticket.media, ...(ticket.completion?.media ?? [])]),
      following: viewer.family && (await isFollowing(db, ticket, viewer.personId)),
      contacts: await contactsOf(db, ticket.centerId, viewer.staff ? toldOn(ticket) : [ticket.id]),
    },
    { caller, policy, directory, incident: await incidentFor(runtime, ticket), now: runtime.clock.now() },
  )
}
