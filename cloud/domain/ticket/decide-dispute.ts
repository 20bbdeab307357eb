import { chooseByLevel } from '../routing/choose'
import { holdersOf } from '../routing/directory'
import type { Assignment } from '../routing/route'
import { fieldRefusal } from '../refusal'
import type { CommandOf } from './commands'
import { activeComplainants, complainantKey, spokenFor } from './complainants'
import { reopened } from './decide-callback'
import { routingInput } from './decide-routing'
import type { DecideContext, Outcome } from './decision'
import type { Ticket } from './state'

/** Quality, or the manager where the company has nobody there; somebody who did not do the work, where there is anybody. */
function deciderOf(ticket: Ticket, context: DecideContext): Assignment | null {
  const { directory } = context
  const handler = ticket.completion?.byId ?? null
  const quality = holdersOf(directory, 'quality', null)
  const levels = [quality.filter(({ id }) => id !== handler), quality, holdersOf(directory, 'serviceManager', null)]
  const chosen = chooseByLevel(levels, routingInput(ticket, context))
  // The department stays what it was: its head goes on seeing the matter.
  const departmentId = ticket.assignment?.departmentId ?? null
  return chosen && { personId: chosen.id, personName: chosen.name, departmentId }
}

/** The outcome is not accepted: open again until quality has decided, once (D-CB-11). */
export function decideDispute(
  ticket: Ticket,
  command: CommandOf<'dispute' | 'decideDispute'>,
  context: DecideContext,
): Outcome {
  if (command.command === 'decideDispute') {
    const { decision, text } = command
    const decided = { type: 'disputeDecided', decision, text } as const
    return decision === 'uphold'
      ? [decided, { type: 'closed', ending: 'disputed' }]
      : [decided, ...reopened(ticket, text, true, context)]
  }
  const own = activeComplainants(ticket).find(({ personId }) => personId !== null && personId === context.actor.id)
  const who = own ?? spokenFor(ticket, undefined)
  if (!who) return fieldRefusal('unknownPerson', 'complainant', '请由反映人提出')
  const { text, photos = [] } = command
  return [
    {
      type: 'disputed',
      text,
      complainant: complainantKey(who),
      assignment: deciderOf(ticket, context),
      ...(photos.length > 0 ? { media: photos } : {}),
    },
  ]
}
