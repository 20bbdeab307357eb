import { contactOf } from '../../store/ticket/lists'
import { lockTicket } from '../../store/ticket/append'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { change } from './change'
import { centerContextOf } from './desk'
import { findTicket } from './find'

/** Shows the number and records who looked, first the record (D-PO-4). */
export const revealContact: Handler<'ticket', 'revealContact'> = async (input, call) => {
  const { runtime, caller } = call
  const { ticketId } = input
  const { centerId } = (await findTicket(call, ticketId)).ticket
  const desk = await centerContextOf(runtime, centerId)
  // The answer kept under the key must not hold the number: erasing it would have to find it there (D-AR-2).
  await once(call, { action: 'ticket.revealContact', centerId, request: input }, async trx => {
    const locked = await lockTicket(trx, [centerId], ticketId)
    if (!locked) throw new CallError('notFound')
    const phoneKnown = typeof (await contactOf(trx, centerId, ticketId))?.phone === 'string'
    const command = { command: 'revealContact' } as const
    await change(trx, { runtime, desk, actor: caller.actor, stored: locked, command, phoneKnown })
    return {}
  })
  return (await contactOf(runtime.db, centerId, ticketId)) ?? { name: null, phone: null }
}
