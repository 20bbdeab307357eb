import type { EventOf } from '../ticket/events'
import type { Ticket } from '../ticket/state'
import type { Capacity } from './capacities'
import type { Viewer } from './viewer'

/** Stand outside of the work that is rated: the desk that asks, and those above the department. */
const outside: readonly Capacity[] = ['clerk', 'assistant', 'serviceManager', 'quality', 'supervisor']

/**
 * D-CB-5: an anonymous rating is kept from whoever is rated and from their department until everybody has been heard. Whoever
 * did the work stays the one who is rated, also after it was handed over. Of residents it is decided elsewhere.
 */
export function ratingWithheld(
  { answers, round }: Pick<EventOf<'surveyAnswered'>, 'answers' | 'round'>,
  ticket: Ticket,
  { staff, personId, capacities }: Pick<Viewer, 'staff' | 'personId' | 'capacities'>,
): boolean {
  const asked = ticket.rounds[round - 1]
  if (!staff || !answers.anonymous || asked?.endedAt !== null) return false
  const rated = capacities.has('assignee') || [ticket.completion?.byId, asked.sent?.rated?.personId].includes(personId)
  return rated || !outside.some(capacity => capacities.has(capacity))
}
