import { placeShownTo, textShownTo, viewerOf } from '../../domain/access/viewer'
import { questionnaireShown } from '../../domain/survey/questionnaire'
import { policyFor } from '../../store/place/center'
import { openSurveys } from '../../store/survey/open-surveys'
import { visible } from '../granted'
import type { Handler } from '../handlers'
import { mediaViews } from '../media/media-links'

/** What is waiting for the caller's word, with what was done about it. */
export const list: Handler<'survey', 'list'> = async (_input, { runtime, caller }) => {
  const items = []
  for (const { ticket, round, openedAt } of await openSurveys(runtime.db, caller.actor.id)) {
    const policy = await policyFor(runtime, ticket)
    const viewer = visible(viewerOf(ticket, caller.actor))
    const after = ticket.completion?.media ?? []
    const media = await mediaViews(runtime, ticket.centerId, after)
    items.push({
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
    })
  }
  return { items }
}
