import { isLessSevere } from '../../../types/order'
import { fieldRefusal } from '../refusal'
import { mayPropose } from '../special/propose'
import type { CommandOf } from './commands'
import { reclassify } from './decide-routing'
import { type DecideContext, type Outcome, isRefusal } from './decision'
import { type Ticket, isOpen } from './state'

/** D-CL-3: confirmed by a person, it is a new class with all that follows from it; not confirmed, it says why. */
function judge(ticket: Ticket, command: CommandOf<'judgeSeverity'>, context: DecideContext): Outcome {
  const proposal = ticket.severityProposal
  // The table has asked for it (`severityToJudge`).
  if (!proposal) return []
  const { severity, why } = proposal
  if (!command.confirmed) {
    const { reason } = command
    return reason?.trim()
      ? [{ type: 'severityJudged', severity, reason }]
      : fieldRefusal('invalidRequest', 'reason', '请写明为什么不算')
  }
  const { category, urgency } = ticket
  const judged = { type: 'severityJudged' as const, severity, reason: null }
  // It may have come to count as severe since.
  if (!isLessSevere(ticket.severity, severity)) return [judged]
  const raised = reclassify(ticket, { command: 'reclassify', category, urgency, severity, reason: why }, context)
  return isRefusal(raised) ? raised : [judged, ...raised]
}

/** How severe a matter is: what the rules find, and what a person makes of it (D-SP-1, D-SP-2, D-CL-3). */
export function decideSeverity(
  ticket: Ticket,
  command: CommandOf<'noteHotspot' | 'judgeSeverity'>,
  context: DecideContext,
): Outcome {
  if (command.command === 'judgeSeverity') return judge(ticket, command, context)
  const { tickets, people } = command
  return isOpen(ticket) && mayPropose(ticket, 'hot')
    ? [{ type: 'severityProposed', severity: 'hot', why: `近期 ${people} 位业主反映同一件事`, tickets }]
    : []
}
