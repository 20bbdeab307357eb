import { ownCentersWith } from '../../domain/access/centers'
import { releaseParked as releaseSteps } from '../../store/timer/due-tickets'
import { isId } from '../../store/engine/ids'
import { releaseRollOut } from '../../store/timer/roll-out-failures'
import { lockTicket, numberOf } from '../../store/ticket/append'
import { CallError } from '../call-error'
import { granted } from '../granted'
import type { Handler } from '../handlers'
import { once } from '../idempotent'

/**
 * Lets the next run of the timer try again what was set aside of a ticket: due steps, and a policy it could not be brought
 * under. Who did so stays with the answer under the idempotency key. Nothing set aside (any more) is no error.
 * @throws CallError notFound: no such ticket in a center the caller answers for; forbidden
 */
export const releaseParked: Handler<'center', 'releaseParked'> = async (input, call) => {
  const { ticketId } = input
  const centerIds = granted(ownCentersWith(call.caller.actor, 'releaseFailed'))
  const found = isId(ticketId) ? await numberOf(call.runtime.db, centerIds, ticketId) : null
  if (!found) throw new CallError('notFound', '没有找到这张工单，或它不在您负责的中心')
  const { centerId, number } = found
  return once(call, { action: 'center.releaseParked', centerId, request: input }, async trx => {
    await lockTicket(trx, [centerId], ticketId)
    const key = { centerId, ticketId }
    const released = (await releaseSteps(trx, key)) + (await releaseRollOut(trx, key))
    return { ticketId, number, released: released > 0 }
  })
}
