import type { EventOf, SurveyAnswers } from '../ticket/events'
import type { CallbackRound, Ticket } from '../ticket/state'
import type { Capacity } from './capacities'
import type { Viewer } from './viewer'

const answersOf = (ticket: Ticket, round: number, complainant: string): SurveyAnswers | undefined =>
  ticket.rounds[round - 1]?.answers.find(one => one.complainant === complainant)?.answers

/** Whether somebody's answer of a round was given anonymously. */
export const isAnonymousAnswer = (ticket: Ticket, round: number, complainant: string): boolean =>
  answersOf(ticket, round, complainant)?.anonymous === true

/** Stand outside of the work that is rated: the desk that asks, and those above the department. */
const outside: readonly Capacity[] = ['clerk', 'assistant', 'serviceManager', 'quality', 'supervisor']

/** Whoever is rated in a round, by the work or by having it now, and their department. */
function isRatedIn(
  round: CallbackRound,
  ticket: Ticket,
  { personId, capacities }: Pick<Viewer, 'personId' | 'capacities'>,
): boolean {
  const rated = capacities.has('assignee') || [ticket.completion?.byId, round.sent?.rated?.personId].includes(personId)
  return rated || !outside.some(capacity => capacities.has(capacity))
}

/**
 * D-CB-5: an anonymous rating is kept from whoever is rated and from their department until everybody has been heard. Whoever
 * did the work stays the one who is rated, also after it was handed over. Of residents it is decided elsewhere.
 */
export function ratingWithheld(
  { answers, round }: Pick<EventOf<'surveyAnswered'>, 'answers' | 'round'>,
  ticket: Ticket,
  viewer: Pick<Viewer, 'staff' | 'personId' | 'capacities'>,
): boolean {
  const asked = ticket.rounds[round - 1]
  return viewer.staff && answers.anonymous && asked?.endedAt === null && isRatedIn(asked, ticket, viewer)
}

/** What is added to an anonymous rating is kept like it. */
export const detailsWithheld = (
  { round, complainant }: Pick<EventOf<'surveyDetailed'>, 'round' | 'complainant'>,
  ticket: Ticket,
  viewer: Pick<Viewer, 'staff' | 'personId' | 'capacities'>,
): boolean => {
  const answers = answersOf(ticket, round, complainant)
  return answers !== undefined && ratingWithheld({ round, answers }, ticket, viewer)
}

/** Nor do they learn, while others are still to be heard, that somebody has tried to answer again. */
export function findingWithheld(
  { finding }: Pick<EventOf<'findingNoted'>, 'finding'>,
  ticket: Ticket,
  viewer: Pick<Viewer, 'personId' | 'capacities'>,
): boolean {
  const open = ticket.rounds.at(-1)
  return finding === 'secondAnswer' && open?.endedAt === null && isRatedIn(open, ticket, viewer)
}
