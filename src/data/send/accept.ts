import type { ResponseOf } from '../../../types/contract/index'
import { CallError } from '../call/call-error'
import { call } from '../call/client'
import { me } from '../session/session'

type Acted = ResponseOf<'ticket', 'act'>

/**
 * Sends an acceptance. A second one, by a second tap or from another phone of the same person, finds it done: that is
 * what was wanted, and no error.
 */
export async function sendAccept(
  ticketId: string,
  idempotencyKey: string,
  options: { timeoutMs?: number; quiet?: boolean } = {},
): Promise<Acted> {
  try {
    return await call('ticket', 'act', { command: 'accept', ticketId, idempotencyKey }, options)
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'wrongState') throw error
    const { state, version, allowedActions, assignee } = await call('ticket', 'get', { ticketId }, options)
    if (state === 'dispatched' || assignee === null || assignee.id !== me.get()?.id) throw error
    return { state, version, allowedActions }
  }
}
