import { needsManagersPlan } from '../deadline/run-rules'
import { isOnline } from '../special/approval'
import { callDue, reassignmentDue } from '../deadline/settle'
import type { CompiledPolicy } from '../policy/compile/compile'
import { isSatisfied } from '../survey/closure'
import type { TicketCommand } from '../ticket/commands'
import type { Ticket } from '../ticket/state'

/** Commands that may have to choose between people, whatever comes with them. */
const choosing: readonly TicketCommand['command'][] = [
  'dispatch',
  'return',
  'reclassify',
  'assist',
  'handOver',
  'join',
  'escalate',
  'reopen',
  'complainAgain',
  'dispute',
  'decideDispute',
]

/** Said by a complainant, or on the phone: what somebody is not satisfied with is reopened (D-CB-3). */
const mayReopen = (command: TicketCommand, policy: CompiledPolicy): boolean => {
  if (command.command === 'answerSurvey') return !isSatisfied(command.answers, policy)
  return command.command === 'recordCallback' && command.result === 'answered'
}

/** Somebody may have to be chosen who approves it (D-HD-2, D-HD-6). */
const mayNeedApproval = ({ command }: TicketCommand, ticket: Ticket): boolean =>
  (command === 'reply' || command === 'propose') &&
  (isOnline(ticket) || needsManagersPlan(ticket.severity, ticket.escalated === true))

/**
 * Whether a decision may have to choose between people, and so needs to know what they carry (D-RT-2). Every command
 * settles first what is due at `now` (epoch ms), and that may reassign the ticket (D-RT-3).
 */
export const needsWorkloads = (ticket: Ticket, command: TicketCommand, policy: CompiledPolicy, now: number): boolean =>
  choosing.includes(command.command) ||
  mayReopen(command, policy) ||
  mayNeedApproval(command, ticket) ||
  (command.command === 'verify' && ticket.complainants.some(({ personId }) => personId === null)) ||
  // D-RT-7: whoever is to call may have gone meanwhile.
  (ticket.state === 'callback' && ticket.round.calls !== undefined) ||
  callDue(ticket, policy, now) ||
  reassignmentDue(ticket, policy, now)
