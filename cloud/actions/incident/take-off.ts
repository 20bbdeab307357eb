import type { CommandOf } from '../../domain/ticket/commands'
import { undoMergeWithin } from '../../domain/ticket/limits'
import type { Ticket } from '../../domain/ticket/state'
import { lastSplitOf } from '../../store/ticket/history'
import { CallError } from '../call-error'
import { execute } from '../execute'
import type { Handler } from '../handlers'
import type { SignedInCall } from '../runtime'
import { findTicket } from '../ticket/find'
import { type MergeCommand, merge, ticketIdsOf } from '../ticket/merge'

/** One command on the ticket and on the other one, by the rules of `ticket.act`. */
async function carryOut(
  call: SignedInCall,
  action: string,
  request: { readonly ticketId: string; readonly idempotencyKey: string },
  commandFor: (seen: Ticket) => Promise<MergeCommand>,
): Promise<{ readonly state: Ticket['state'] }> {
  const { ticket: seen } = await findTicket(call, request.ticketId)
  const command = await commandFor(seen)
  const { centerId } = seen
  const ticketIds = ticketIdsOf(command, seen)
  return execute(call, { action, centerId, request, ticketIds }, async execution => {
    const { after } = await merge(execution, call.caller, execution.ticket(seen.id), command)
    return { state: after.state }
  })
}

/** Whether a merge can simply be undone, or takes a split with its reason. */
const isFresh = (ticket: Ticket, now: number): boolean =>
  !('closedAt' in ticket) || now - ticket.closedAt <= undoMergeWithin

/** D-HD-8: at any time, with a reason; within the day it is the same as undoing. */
export const split: Handler<'incident', 'split'> = (input, call) =>
  carryOut(call, 'incident.split', input, async seen => ({
    command: isFresh(seen, call.runtime.clock.now()) ? 'undoMerge' : 'split',
    reason: input.reason,
  }))

/** D-HD-8: the last joining, merge or split, within 24 hours; a split is undone by merging again. */
export const undo: Handler<'incident', 'undo'> = (input, call) =>
  carryOut(call, 'incident.undo', input, async (seen): Promise<CommandOf<'merge' | 'undoMerge'>> => {
    if (seen.state === 'merged') return { command: 'undoMerge', reason: input.reason }
    const { db, clock } = call.runtime
    const into = await lastSplitOf(db, seen, clock.now() - undoMergeWithin)
    if (into === null) throw new CallError('wrongState', '最近 24 小时没有可以撤销的并入或拆分')
    return { command: 'merge', into }
  })
