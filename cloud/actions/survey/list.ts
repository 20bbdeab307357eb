import { ratesAs } from '../../domain/access/household'
import { placeShownTo, textShownTo, viewerOf } from '../../domain/access/viewer'
import { detailsUntil, tappedAnswer } from '../../domain/survey/details'
import { questionnaireShown } from '../../domain/survey/questionnaire'
import { type OpenSurvey, answeredSurveys, openSurveys } from '../../store/survey/open-surveys'
import { policyFor } from '../../store/place/center'
import { visible } from '../granted'
import type { Handler } from '../handlers'
import { mediaViews } from '../media/media-links'
import type { SignedInCall } from '../runtime'

/** The longest that the rules may let somebody add to an answer, in ms. */
const longestToDetail = 30 * 86_400_000

async function surveyView({ runtime, caller }: SignedInCall, { ticket, round, openedAt }: OpenSurvey) {
  const policy = await policyFor(runtime, ticket)
  const viewer = visible(viewerOf(ticket, caller.actor))
  const after = ticket.completion?.media ?? []
  const media = await mediaViews(runtime, ticket.centerId, after)
  return {
    ticketId: ticket.id,
    number: ticket.number,
    round,
    openedAt,
    place: placeShownTo(ticket, viewer).name,
    text: textShownTo(ticket, viewer),
    categoryName: policy.category(ticket.category)?.name ?? ticket.category,
    // Whoever it was filed for rates for themselves.
    forFamily: viewer.filer ? (ticket.forFamily?.relation ?? null) : null,
    summary: ticket.completion?.summary ?? '',
    after: after.flatMap(id => media.get(id) ?? []),
    rated: ticket.rounds.at(-1)?.sent?.rated?.personName ?? null,
    questionnaire: questionnaireShown(ticket),
  }
}

/** What is waiting for the caller's word, with what was done about it; and what they have said with one tap (D-CB-5). */
export const list: Handler<'survey', 'list'> = async (_input, call) => {
  const { runtime, caller } = call
  const { actor } = caller
  const now = runtime.clock.now()
  const items = []
  for (const open of await openSurveys(runtime.db, actor.id)) items.push(await surveyView(call, open))
  const toDetail = []
  for (const answered of await answeredSurveys(runtime.db, actor.id, now - longestToDetail)) {
    const { ticket } = answered
    const complainant = ratesAs(actor, ticket)
    const answer = tappedAnswer(ticket, complainant)
    const until = detailsUntil(ticket, complainant, await policyFor(runtime, ticket))
    if (!answer || until === null || until < now) continue
    const { solved, result } = answer.answers
    toDetail.push({ ...(await surveyView(call, answered)), solved, result, until })
  }
  return { items, toDetail }
}
