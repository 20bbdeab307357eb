import type { AnswerOf } from '../../../types/contract'
import { placeForStaff } from '../../domain/access/places'
import type { Ticket } from '../../domain/ticket/state'

type Line = Pick<
  AnswerOf<'special', 'legacy'>['rows'][number],
  'ticketId' | 'number' | 'category' | 'place' | 'urgency' | 'state' | 'assignee'
>

/** A ticket as a line of a manager's list. */
export const lineOf = (ticket: Ticket, categoryName: (id: string) => string): Line => ({
  ticketId: ticket.id,
  number: ticket.number,
  category: categoryName(ticket.category),
  place: placeForStaff(ticket).name,
  urgency: ticket.urgency,
  state: ticket.state,
  assignee: ticket.assignment?.personName ?? null,
})
