import { fieldRefusal } from '../refusal'
import type { CommandOf } from './commands'
import { activeComplainants, complainantKey, isSpokenFor, spokenFor } from './complainants'
import type { DecideContext, Outcome } from './decision'
import type { Ticket } from './state'

/**
 * D-HD-8: withdrawal takes away one person, and ends the matter only with the last. Whoever complains withdraws for
 * themselves; the clerk records it for somebody without an account, or who reported by telephone.
 */
export function decideWithdrawal(ticket: Ticket, command: CommandOf<'withdraw'>, context: DecideContext): Outcome {
  const active = activeComplainants(ticket)
  const own = active.find(({ personId }) => personId !== null && personId === context.actor.id)
  const who = own ?? spokenFor(ticket, command.complainant)
  if (!who || (own === undefined && !isSpokenFor(who)))
    return fieldRefusal('unknownPerson', 'complainant', '请重新选择要撤回的反映人')
  const reason = command.reason ?? null
  return active.length > 1
    ? [{ type: 'complainantWithdrew', complainant: complainantKey(who), reason }]
    : [{ type: 'withdrawn', reason }]
}
