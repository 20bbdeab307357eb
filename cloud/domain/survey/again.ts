import { activeComplainants } from '../ticket/complainants'
import type { Ticket, TicketIn } from '../ticket/state'

/** Who tells what, where. */
export interface Told {
  readonly category: string
  readonly placeId: string | null
  /** The account; null: none. */
  readonly personId: string | null
  /** The place is a room, and it is one of those who live there who tells it, and not anonymously. */
  readonly household: boolean
}

/**
 * Whether it may be the matter that is in its quiet period (D-CB-2, D-SLA-10): the same category and place, told by the same
 * person or household. Of somebody hidden the household hears nothing (D-IN-3).
 */
export function mayBeSame(
  ticket: Ticket,
  { category, placeId, personId, household }: Told,
): ticket is TicketIn<'quietPeriod'> {
  if (ticket.state !== 'quietPeriod' || ticket.category !== category) return false
  if (placeId === null || ticket.placeId !== placeId) return false
  const people = activeComplainants(ticket)
  if (personId !== null && people.some(one => one.personId === personId)) return true
  return household && !people.some(({ anonymous, hideIdentity }) => anonymous || hideIdentity)
}
