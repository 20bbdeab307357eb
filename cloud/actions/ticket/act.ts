import { allowedCommands } from '../../domain/access/permit'
import type { ActionCommand } from '../../domain/ticket/commands'
import { contactOf } from '../../store/ticket/lists'
import { CallError } from '../call-error'
import { execute } from '../execute'
import type { Handler } from '../handlers'
import { obeyWishes } from '../survey/obey-wishes'
import { claimOnce } from './claim'
import { findTicket } from './find'
import { isMerge, merge, ticketIdsOf } from './merge'

/** Whether somebody has said by this that they do not wish to be called, on this matter and any other (D-CB-9). */
const declaresWish = (command: ActionCommand): boolean =>
  (command.command === 'recordCallback' && command.result === 'refused') ||
  (command.command === 'exempt' && command.reason === 'declinedCallbacks')

/**
 * Carries out one command of the transition table (D-HD-1), once per key, under the ticket's row lock.
 * @throws CallError notFound, forbidden, wrongState, staleVersion, idempotencyConflict, unknown… with the field
 */
export const act: Handler<'ticket', 'act'> = async (input, call) => {
  const { caller, runtime } = call
  const seen = (await findTicket(call, input.ticketId)).ticket
  const { centerId } = seen
  const { ticketId, idempotencyKey: _key, version, ...command } = input
  const ticketIds = isMerge(command) ? ticketIdsOf(command, seen) : [ticketId]
  const answer = await execute(call, { action: 'ticket.act', centerId, request: input, ticketIds }, async execution => {
    const stored = execution.ticket(ticketId)
    if (version !== undefined && version !== stored.ticket.version) throw new CallError('staleVersion')
    const { after } = isMerge(command)
      ? await merge(execution, caller, stored, command)
      : await execution.decide({ stored, command, actor: caller.actor })
    if ('photos' in input) await claimOnce(execution.trx, caller, stored.ticket, { photos: input.photos })
    const asker = {
      ticket: after,
      actor: caller.actor,
      policy: await execution.policyOf(after),
      directory: await execution.directoryOf(centerId),
      phoneKnown: typeof (await contactOf(execution.trx, centerId, ticketId))?.phone === 'string',
      now: execution.now,
    }
    return { state: after.state, version: after.version, allowedActions: [...allowedCommands(asker)] }
  })
  if (declaresWish(command)) await obeyWishes(runtime, [centerId])
  return answer
}
