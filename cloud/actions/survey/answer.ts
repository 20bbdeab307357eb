import { completeAnswers } from '../../domain/ticket/decide-callback'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { execute } from '../execute'
import { claimOnce } from '../ticket/claim'
import { findTicket } from '../ticket/find'

/**
 * D-CB-3, D-CB-5: one answer per person and round, under the ticket's row lock, so of two answers at once the second
 * meets `alreadyAnswered` or the state that the first one led to.
 */
export const answer: Handler<'survey', 'answer'> = async (input, call) => {
  const { caller } = call
  const { ticketId, idempotencyKey: _key, photos, ...given } = input
  if ((given.reception === undefined) !== (given.measures === undefined))
    throw CallError.field(
      'invalidRequest',
      given.reception === undefined ? 'reception' : 'measures',
      '请补上这一项评价',
    )
  const { centerId } = (await findTicket(call, ticketId)).ticket
  const answers = completeAnswers(given)
  const request = { action: 'survey.answer', centerId, request: input, ticketIds: [ticketId] }
  return execute(call, request, async execution => {
    const stored = execution.ticket(ticketId)
    const command = { command: 'answerSurvey' as const, answers, photos }
    const { after } = await execution.decide({ stored, command, actor: caller.actor })
    await claimOnce(execution.trx, caller, stored.ticket, { photos })
    return { state: after.state }
  })
}
