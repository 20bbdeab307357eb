import type { Transaction } from 'kysely'
import { clockActor } from '../../domain/access/actor'
import { capacities } from '../../domain/access/capacities'
import { transitionOf } from '../../domain/access/permit'
import type { ActionCommand } from '../../domain/ticket/commands'
import { followUpOf, partnerOf, targetOf } from '../../domain/ticket/decide-merge'
import type { Ticket } from '../../domain/ticket/state'
import { isId } from '../../store/engine/ids'
import type { Database } from '../../store/schema'
import { type StoredTicket, lockTicket } from '../../store/ticket/append'
import { CallError } from '../call-error'
import type { SignedInCall } from '../runtime'
import { change } from './change'
import type { CenterContext } from './desk'

export type MergeCommand = Extract<ActionCommand, { command: 'merge' | 'undoMerge' }>

export const isMerge = (command: ActionCommand): command is MergeCommand =>
  command.command === 'merge' || command.command === 'undoMerge'

/**
 * The ticket and the other one of a merge or of its undoing, both locked. Two tickets are always locked in the order of
 * their ids, or two merges crossing each other would deadlock. `seen`: as read before, to know which the other one is.
 */
export async function lockBoth(
  trx: Transaction<Database>,
  seen: Ticket,
  command: MergeCommand,
): Promise<{ readonly stored: StoredTicket | null; readonly other: StoredTicket | null }> {
  const centers = [seen.centerId]
  const partner = partnerOf(command, seen)
  if (partner === null || !isId(partner) || partner === seen.id)
    return { stored: await lockTicket(trx, centers, seen.id), other: null }
  const otherFirst = partner < seen.id ? await lockTicket(trx, centers, partner) : null
  const stored = await lockTicket(trx, centers, seen.id)
  return { stored, other: partner < seen.id ? otherFirst : await lockTicket(trx, centers, partner) }
}

/**
 * D-IN-6, D-HD-8: a merge makes the people of the ticket co-complainants of the other, undoing it takes them off again;
 * both tickets in the same transaction.
 * @throws CallError when the domain refuses
 */
export async function merge(
  trx: Transaction<Database>,
  { runtime, caller }: SignedInCall,
  desk: CenterContext,
  { stored, other, command }: { stored: StoredTicket; other: StoredTicket | null; command: MergeCommand },
): Promise<Ticket> {
  // Whoever could not merge that ticket must not learn whether it exists. In whatever state it is still open, others can
  // join it, so this asks who somebody is and not for the state.
  const mine = other ? capacities(caller.actor, other.ticket) : null
  const known = mine !== null && transitionOf('merge').who.some(capacity => mine.has(capacity))
  const target = other && known ? targetOf(other.ticket) : null
  const after = await change(trx, { runtime, desk, actor: caller.actor, stored, command, target })
  const followUp = followUpOf(command, stored.ticket, after)
  // It has been merged into another one since it was looked at.
  if (!other || followUp?.ticketId !== other.ticket.id) throw new CallError('staleVersion')
  await change(trx, { runtime, desk, actor: clockActor, stored: other, command: followUp.command })
  return after
}
