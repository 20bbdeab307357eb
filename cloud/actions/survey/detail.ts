import { completeDetails } from '../../domain/ticket/decide-callback'
import { CallError } from '../call-error'
import { execute } from '../execute'
import type { Handler } from '../handlers'
import { claimOnce } from '../ticket/claim'
import { findTicket } from '../ticket/find'

/** D-CB-5: adds to an answer of one tap, once; of two at once the second finds nothing to add to any more. */
export const detail: Handler<'survey', 'detail'> = async (input, call) => {
  const { caller } = call
  const { ticketId, idempotencyKey: _key, photos = [], ...given } = input
  const { centerId } = (await findTicket(call, ticketId)).ticket
  const details = completeDetails(given)
  const said = [details.reception, details.measures, details.text, details.suggestion].some(one => one !== null)
  if (!said && details.reasons.length === 0 && !details.more && photos.length === 0)
    throw CallError.field('invalidRequest', 'text', '请补充一项再提交')
  const request = { action: 'survey.detail', centerId, request: input, ticketIds: [ticketId] }
  return execute(call, request, async execution => {
    const stored = execution.ticket(ticketId)
    const command = { command: 'detailSurvey' as const, details, photos }
    const { after } = await execution.decide({ stored, command, actor: caller.actor })
    await claimOnce(execution.trx, caller, stored.ticket, { photos })
    return { state: after.state }
  })
}
