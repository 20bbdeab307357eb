import type { CompiledPolicy } from '../../domain/policy/compile/compile'
import type { Ticket } from '../../domain/ticket/state'
import { policyFor } from '../../store/place/center'
import { loadTicket } from '../../store/ticket/read'
import type { Runtime } from '../runtime'

/** Longer chains of merges than this are not followed: a ticket is merged only into one that is open, so none is a circle. */
const longestChain = 20

/** Of a merged ticket, what it was merged into in the end, with its policy (D-HD-8); undefined for any other. */
export async function incidentFor(
  runtime: Runtime,
  ticket: Ticket,
): Promise<{ readonly ticket: Ticket; readonly policy: CompiledPolicy } | undefined> {
  let current: Ticket | undefined = ticket
  for (let steps = 0; current?.state === 'merged' && steps < longestChain; steps += 1)
    current = (await loadTicket(runtime.db, [current.centerId], current.into.id))?.ticket
  if (!current || current === ticket) return undefined
  return { ticket: current, policy: await policyFor(runtime, current) }
}
