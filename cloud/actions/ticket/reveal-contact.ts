import { contactOf } from '../../store/ticket-queries'
import { isId } from '../../store/ids'
import { loadTicket, lockTicket } from '../../store/ticket-store'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { change } from './change'
import { deskOf } from './desk'
import { viewerOf } from './viewer'

/** Shows the number and records who looked (domain.md §2), both or neither. */
export const revealContact: Handler<'ticket', 'revealContact'> = async (input, call) => {
  const { runtime, caller } = call
  const stored = isId(input.ticketId) ? await loadTicket(runtime.db, caller.person.centerIds, input.ticketId) : null
  if (!stored) throw new CallError('notFound')
  const { centerId } = stored.ticket
  if (!viewerOf(stored.ticket, caller).seesIdentity) throw new CallError('forbidden', '这位业主不希望透露身份')
  const desk = await deskOf(runtime, centerId)
  return once(call, { action: 'ticket.revealContact', centerId, request: input }, async trx => {
    const locked = await lockTicket(trx, [centerId], input.ticketId)
    if (!locked) throw new CallError('notFound')
    await change(trx, { runtime, desk, actor: caller.actor, stored: locked, command: { command: 'revealContact' } })
    return (await contactOf(trx, centerId, input.ticketId)) ?? { name: null, phone: null }
  })
}
