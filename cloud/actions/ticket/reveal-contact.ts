import { toldOn } from '../../domain/ticket/complainants'
import { contactOf } from '../../store/ticket/lists'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { execute } from '../execute'
import { findTicket } from './find'

/**
 * Shows the number and records who looked, first the record (D-PO-4).
 * @throws CallError unknownPerson: nobody of that name complains here
 */
export const revealContact: Handler<'ticket', 'revealContact'> = async (input, call) => {
  const { runtime, caller } = call
  const { ticketId, complainant } = input
  const { ticket } = await findTicket(call, ticketId)
  const { centerId } = ticket
  // The number was left on the ticket on which the person told it: this one, or one that was merged into it (D-HD-8).
  const contactAt = complainant === undefined ? ticketId : toldOn(ticket, complainant)?.ticketId
  // The answer kept under the key must not hold the number: erasing it would have to find it there (D-AR-2).
  const request = { action: 'ticket.revealContact', centerId, request: input, ticketIds: [ticketId] }
  await execute(call, request, async execution => {
    if (contactAt === undefined)
      throw CallError.field('unknownPerson', 'complainant', '请重新选择反映人，这一位已经不在这件事里')
    const phoneKnown = typeof (await contactOf(execution.trx, centerId, contactAt))?.phone === 'string'
    const command = { command: 'revealContact', complainant } as const
    await execution.decide({ stored: execution.ticket(ticketId), command, actor: caller.actor, phoneKnown })
    return {}
  })
  const nothing = { name: null, phone: null }
  return contactAt === undefined ? nothing : ((await contactOf(runtime.db, centerId, contactAt)) ?? nothing)
}
