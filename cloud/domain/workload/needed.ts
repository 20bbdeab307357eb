import { reassignmentDue } from '../deadline/settle'
import type { CompiledPolicy } from '../policy/compile/compile'
import type { TicketCommand } from '../ticket/commands'
import type { Ticket } from '../ticket/state'

/** Commands that may have to choose between people. */
const choosing: readonly TicketCommand['command'][] = ['dispatch', 'return', 'reclassify', 'assist', 'handOver', 'join']

/**
 * Whether a decision may have to choose between people, and so needs to know what they carry (D-RT-2). Every command
 * settles first what is due at `now` (epoch ms), and that may reassign the ticket (D-RT-3).
 */
export const needsWorkloads = (ticket: Ticket, command: TicketCommand, policy: CompiledPolicy, now: number): boolean =>
  choosing.includes(command.command) || reassignmentDue(ticket, policy, now)
