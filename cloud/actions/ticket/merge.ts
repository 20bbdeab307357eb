import { clockActor } from '../../domain/access/actor'
import { capacities } from '../../domain/access/capacities'
import { transitionOf } from '../../domain/access/permit'
import type { ActionCommand } from '../../domain/ticket/commands'
import { followUpOf, partnerOf, targetOf } from '../../domain/ticket/decide-merge'
import type { Ticket } from '../../domain/ticket/state'
import type { Change } from '../../store/ticket/append'
import type { StoredTicket } from '../../store/ticket/read'
import { CallError } from '../call-error'
import type { Execution } from '../execute'
import type { Caller } from '../runtime'

export type MergeCommand = Extract<ActionCommand, { command: 'merge' | 'undoMerge' | 'split' | 'relate' }>

export const isMerge = (command: ActionCommand): command is MergeCommand =>
  command.command === 'merge' ||
  command.command === 'undoMerge' ||
  command.command === 'split' ||
  command.command === 'relate'

/** The ticket and the other one of a merge, of its undoing, or of two that are related. `seen`: as read before, to know which the other one is. */
export const ticketIdsOf = (command: MergeCommand, seen: Ticket): readonly string[] => {
  const partner = partnerOf(command, seen)
  return partner === null ? [seen.id] : [seen.id, partner]
}

/**
 * D-IN-6, D-HD-8: a merge makes the people of the ticket co-complainants of the other, undoing it takes them off again;
 * both tickets in the same transaction. D-SP-5: two that are related name each other.
 * @throws CallError when the domain refuses
 */
export async function merge(
  execution: Execution,
  caller: Caller,
  stored: StoredTicket,
  command: MergeCommand,
): Promise<Change> {
  const other = execution.locked.find(({ ticket }) => ticket.id !== stored.ticket.id)
  // Whoever could not merge that ticket must not learn whether it exists. In whatever state it is still open, others can
  // join it, so this asks who somebody is and not for the state.
  const mine = other ? capacities(caller.actor, other.ticket) : null
  // Whoever takes their own matter out of another's is known there as one of those who complain.
  // Whoever takes their own matter out of it again is one of its complainants, and may do nothing else there.
  const known =
    mine !== null &&
    (command.command === 'merge' || command.command === 'relate'
      ? transitionOf(command.command).who.some(capacity => mine.has(capacity))
      : mine.size > 0)
  const target = other && known ? targetOf(other.ticket) : null
  const change = await execution.decide({ stored, command, actor: caller.actor, target })
  const followUp = followUpOf(command, stored.ticket, change.after)
  // It has been merged into another one since it was looked at.
  if (!other || followUp?.ticketId !== other.ticket.id) throw new CallError('staleVersion')
  await execution.decide({ stored: other, command: followUp.command, actor: clockActor })
  return change
}
