import { contactOf } from '../../store/ticket/lists'
import type { Handler } from '../handlers'
import { execute } from '../execute'
import { findTicket } from './find'

/** Shows the number and records who looked, first the record (D-PO-4). */
export const revealContact: Handler<'ticket', 'revealContact'> = async (input, call) => {
  const { runtime, caller } = call
  const { ticketId } = input
  const { centerId } = (await findTicket(call, ticketId)).ticket
  // The answer kept under the key must not hold the number: erasing it would have to find it there (D-AR-2).
  const request = { action: 'ticket.revealContact', centerId, request: input, ticketIds: [ticketId] }
  await execute(call, request, async execution => {
    const phoneKnown = typeof (await contactOf(execution.trx, centerId, ticketId))?.phone === 'string'
    const command = { command: 'revealContact' } as const
    await execution.decide({ stored: execution.ticket(ticketId), command, actor: caller.actor, phoneKnown })
    return {}
  })
  return (await contactOf(runtime.db, centerId, ticketId)) ?? { name: null, phone: null }
}
