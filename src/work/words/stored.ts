import type { StoredAct, StoredWrite } from '@/data/send/outbox'
import type { ActCommand } from '../../../types/contract/commands'
import type { TicketView } from '../../../types/contract/ticket-views'

/** What somebody does on the spot, where there may be no network; everything else needs the server's answer at once (D-HD-10). */
export const storable: readonly ActCommand[] = ['accept', 'reply', 'note', 'inspect', 'complete', 'finishAssist']

/** Acts of this phone on one ticket that the server does not have yet, in order. */
export const storedOn = (ticketId: string, writes: readonly StoredWrite[]): readonly StoredAct[] =>
  writes.filter((write): write is StoredAct => write.does === 'act' && write.request.ticketId === ticketId)

/**
 * The ticket as if the stored acts had been carried out already: after an acceptance comes the work, after a completion
 * nothing but notes. The server decides when they arrive.
 */
export function withStored(ticket: TicketView, stored: readonly StoredAct[]): TicketView {
  const does = (command: ActCommand) =>
    stored.some(({ request, refusal }) => request.command === command && refusal === null)
  const accepted: TicketView = does('accept')
    ? { ...ticket, state: 'inProgress', allowedActions: ticket.afterAccept }
    : ticket
  if (!does('complete')) return accepted
  return { ...accepted, allowedActions: accepted.allowedActions.filter(command => command === 'note') }
}
