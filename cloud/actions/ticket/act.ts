import type { Transaction } from 'kysely'
import { clockActor } from '../../domain/access/actor'
import { capacities } from '../../domain/access/capacities'
import { allowedCommands, transitionOf } from '../../domain/access/permit'
import type { ActionCommand } from '../../domain/ticket/commands'
import { closedAtOf } from '../../domain/ticket/state'
import { policyFor } from '../../store/place/center'
import { contactOf } from '../../store/ticket/lists'
import { isId } from '../../store/engine/ids'
import type { Database } from '../../store/schema'
import { type StoredTicket, lockTicket } from '../../store/ticket/append'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import type { SignedInCall } from '../runtime'
import { change } from './change'
import { claimOnce } from './claim'
import { type CenterContext, centerContextOf } from './desk'
import { findTicket } from './find'

/** D-IN-6: the people of the merged ticket become co-complainants of the other, in the same transaction. */
async function merge(
  trx: Transaction<Database>,
  call: SignedInCall,
  desk: CenterContext,
  stored: StoredTicket,
  into: string,
  command: ActionCommand,
) {
  const { runtime, caller } = call
  const other = isId(into) && into !== stored.ticket.id ? await lockTicket(trx, [stored.ticket.centerId], into) : null
  // Whoever could not merge that ticket must not learn whether it exists. In whatever state it is still open, others can
  // join it, so this asks who somebody is and not for the state.
  const mine = other ? capacities(caller.actor, other.ticket) : null
  const target =
    other && mine && transitionOf('merge').who.some(capacity => mine.has(capacity))
      ? { id: other.ticket.id, number: other.ticket.number, open: closedAtOf(other.ticket) === null }
      : null
  const merged = await change(trx, { runtime, desk, actor: caller.actor, stored, command, target })
  if (other)
    await change(trx, {
      runtime,
      desk,
      actor: clockActor,
      stored: other,
      command: {
        command: 'join',
        from: stored.ticket.id,
        fromNumber: stored.ticket.number,
        complainants: stored.ticket.complainants,
      },
    })
  return merged
}

/**
 * Carries out one command of the transition table (D-HD-1), once per key, under the ticket's row lock.
 * @throws CallError notFound, forbidden, wrongState, staleVersion, idempotencyConflict, unknown… with the field
 */
export const act: Handler<'ticket', 'act'> = async (input, call) => {
  const { runtime, caller } = call
  // Before the transaction, so that what rarely changes is not read while holding the row.
  const { centerId } = (await findTicket(call, input.ticketId)).ticket
  const desk = await centerContextOf(runtime, centerId)
  const { ticketId, idempotencyKey: _key, version, ...command } = input
  return once(call, { action: 'ticket.act', centerId, request: input }, async trx => {
    // Two tickets are always locked in the order of their ids, or two merges crossing each other would deadlock.
    if (input.command === 'merge' && isId(input.into) && input.into < ticketId)
      await lockTicket(trx, [centerId], input.into)
    const stored = await lockTicket(trx, [centerId], ticketId)
    if (!stored) throw new CallError('notFound')
    if (version !== undefined && version !== stored.ticket.version) throw new CallError('staleVersion')
    const after =
      command.command === 'merge'
        ? await merge(trx, call, desk, stored, command.into, command)
        : await change(trx, { runtime, desk, actor: caller.actor, stored, command })
    if ('photos' in input) await claimOnce(trx, caller, stored.ticket, { photos: input.photos })
    const policy = await policyFor({ db: trx, memory: runtime.memory }, after)
    const phoneKnown = typeof (await contactOf(trx, centerId, ticketId))?.phone === 'string'
    const { directory } = desk
    const asker = { ticket: after, actor: caller.actor, policy, directory, phoneKnown, now: runtime.clock.now() }
    return { state: after.state, version: after.version, allowedActions: [...allowedCommands(asker)] }
  })
}
