import { allowedCommands } from '../../domain/access/permit'
import { policyFor } from '../../store/place/center'
import { contactOf } from '../../store/ticket/lists'
import { lockTicket } from '../../store/ticket/append'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { change } from './change'
import { claimOnce } from './claim'
import { centerContextOf } from './desk'
import { findTicket } from './find'
import { isMerge, lockBoth, merge } from './merge'

/**
 * Carries out one command of the transition table (D-HD-1), once per key, under the ticket's row lock.
 * @throws CallError notFound, forbidden, wrongState, staleVersion, idempotencyConflict, unknown… with the field
 */
export const act: Handler<'ticket', 'act'> = async (input, call) => {
  const { runtime, caller } = call
  // Before the transaction, so that what rarely changes is not read while holding the row.
  const seen = (await findTicket(call, input.ticketId)).ticket
  const { centerId } = seen
  const desk = await centerContextOf(runtime, centerId)
  const { ticketId, idempotencyKey: _key, version, ...command } = input
  return once(call, { action: 'ticket.act', centerId, request: input }, async trx => {
    const { stored, other } = isMerge(command)
      ? await lockBoth(trx, seen, command)
      : { stored: await lockTicket(trx, [centerId], ticketId), other: null }
    if (!stored) throw new CallError('notFound')
    if (version !== undefined && version !== stored.ticket.version) throw new CallError('staleVersion')
    const after = isMerge(command)
      ? await merge(trx, call, desk, { stored, other, command })
      : await change(trx, { runtime, desk, actor: caller.actor, stored, command })
    if ('photos' in input) await claimOnce(trx, caller, stored.ticket, { photos: input.photos })
    const policy = await policyFor({ db: trx, memory: runtime.memory }, after)
    const phoneKnown = typeof (await contactOf(trx, centerId, ticketId))?.phone === 'string'
    const { directory } = desk
    const asker = { ticket: after, actor: caller.actor, policy, directory, phoneKnown, now: runtime.clock.now() }
    return { state: after.state, version: after.version, allowedActions: [...allowedCommands(asker)] }
  })
}
