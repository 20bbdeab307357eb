import { completeAnswers } from '../../domain/ticket/decide-callback'
import { lockTicket } from '../../store/ticket/append'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { change } from '../ticket/change'
import { centerContextOf } from '../ticket/desk'
import { findTicket } from '../ticket/find'

/**
 * D-CB-3, D-CB-5: one answer per person and round, under the ticket's row lock, so of two answers at once the second
 * meets `alreadyAnswered` or the state that the first one led to.
 */
export const answer: Handler<'survey', 'answer'> = async (input, call) => {
  const { runtime, caller } = call
  const { ticketId, idempotencyKey: _key, ...given } = input
  const { centerId } = (await findTicket(call, ticketId)).ticket
  const desk = await centerContextOf(runtime, centerId)
  const answers = completeAnswers(given)
  return once(call, { action: 'survey.answer', centerId, request: input }, async trx => {
    const locked = await lockTicket(trx, [centerId], ticketId)
    if (!locked) throw new CallError('notFound')
    const command = { command: 'answerSurvey' as const, answers }
    const after = await change(trx, { runtime, desk, actor: caller.actor, stored: locked, command })
    return { state: after.state }
  })
}
