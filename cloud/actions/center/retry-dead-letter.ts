import { ownCentersWith } from '../../domain/access/centers'
import { isId } from '../../store/engine/ids'
import { lockTickets } from '../../store/ticket/read'
import { reviveDeadLetter, subjectOf } from '../../store/timer/dead-letters'
import { CallError } from '../call-error'
import { granted } from '../granted'
import type { Handler } from '../handlers'
import { once } from '../idempotent'

/**
 * Lets the next run of the timer try a dead letter again. Who did so stays with the answer under the idempotency key. One
 * that somebody else has had tried again meanwhile is no error.
 * @throws CallError notFound: nothing of a center the caller answers for; forbidden
 */
export const retryDeadLetter: Handler<'center', 'retryDeadLetter'> = async (input, call) => {
  const { work, itemId } = input
  const { runtime, caller } = call
  const centerIds = granted(ownCentersWith(caller.actor, 'retryFailed'))
  const found = isId(itemId) ? await subjectOf(runtime.db, centerIds, { work, itemId }) : null
  if (!found) throw new CallError('notFound', '没有找到这一项，或它不在您负责的中心')
  const { centerId, ticketId, number } = found
  return once(call, { action: 'center.retryDeadLetter', centerId, request: input }, async trx => {
    if (ticketId !== null) await lockTickets(trx, centerId, [ticketId])
    const retried = await reviveDeadLetter(trx, { centerId, work, itemId }, runtime.clock.now())
    return { work, itemId, number, retried }
  })
}
