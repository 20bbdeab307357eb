import { viewerOf } from '../../domain/access/viewer'
import { contactOf } from '../../store/ticket/lists'
import { lockTicket } from '../../store/ticket/append'
import { CallError } from '../call-error'
import { visible } from '../granted'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { change } from './change'
import { centerContextOf } from './desk'
import { findTicket } from './find'

/** Shows the number and records who looked, first the record (D-PO-4). */
export const revealContact: Handler<'ticket', 'revealContact'> = async (input, call) => {
  const { runtime, caller } = call
  const { ticket } = await findTicket(call, input.ticketId)
  const { centerId } = ticket
  if (!visible(viewerOf(ticket, caller.actor)).seesIdentity) throw new CallError('forbidden', '这位业主不希望透露身份')
  const desk = await centerContextOf(runtime, centerId)
  // The answer kept under the key must not hold the number: erasing it would have to find it there (D-AR-2).
  await once(call, { action: 'ticket.revealContact', centerId, request: input }, async trx => {
    const locked = await lockTicket(trx, [centerId], input.ticketId)
    if (!locked) throw new CallError('notFound')
    await change(trx, { runtime, desk, actor: caller.actor, stored: locked, command: { command: 'revealContact' } })
    return {}
  })
  return (await contactOf(runtime.db, centerId, input.ticketId)) ?? { name: null, phone: null }
}
