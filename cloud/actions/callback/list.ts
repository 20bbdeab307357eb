import { centersWith } from '../../domain/access/centers'
import { placeShownTo, viewerOf } from '../../domain/access/viewer'
import { notToCall, openCalls } from '../../domain/survey/calls'
import { questionnaireShown } from '../../domain/survey/questionnaire'
import { activeComplainants, complainantKey } from '../../domain/ticket/complainants'
import { policyFor } from '../../store/place/center'
import { callsIn } from '../../store/survey/call-tasks'
import { granted } from '../granted'
import type { Handler } from '../handlers'
import { taskIdOf } from './task-id'

/** The calls that the caller may make. */
export const list: Handler<'callback', 'list'> = async ({ centerId }, { runtime, caller }) => {
  const { actor } = caller
  const all = centersWith(actor, 'makeCalls')
  const centers = granted(centerId === undefined ? all : all.filter(one => one === centerId))
  const items = []
  for (const { ticket, round, task } of await callsIn(runtime.db, centers, actor.id)) {
    const policy = await policyFor(runtime, ticket)
    const call = openCalls(ticket, policy).find(one => one.round === round && one.task === task)
    const person = activeComplainants(ticket).find(one => complainantKey(one) === call?.complainant)
    const viewer = viewerOf(ticket, actor)
    if (!call || !person || !viewer || notToCall(ticket, person).includes(actor.id)) continue
    items.push({
      taskId: taskIdOf({ ticketId: ticket.id, round, task }),
      ticketId: ticket.id,
      number: ticket.number,
      complainant: person.ticketId,
      place: placeShownTo(ticket, viewer).name,
      categoryName: policy.category(ticket.category)?.name ?? ticket.category,
      dueAt: call.dueAt,
      notBefore: call.callAt,
      ownerId: call.owner?.personId ?? null,
      ownerName: call.owner?.personName ?? null,
      mine: call.owner?.personId === actor.id,
      attempts: call.attempts,
      questionnaire: questionnaireShown(ticket),
      daysUnreached: ticket.rounds.at(-1)?.unreached.filter(one => one.complainant === call.complainant).length ?? 0,
    })
  }
  return { items }
}
