import { clockActor } from '../../domain/access/actor'
import type { CompiledPolicy } from '../../domain/policy/compile/compile'
import type { SpecialPolicy } from '../../domain/policy/model/policy'
import { specialOf } from '../../domain/policy/model/special'
import { hotspotAt } from '../../domain/special/hotspot'
import type { Ticket } from '../../domain/ticket/state'
import { inTransaction } from '../../store/engine/transaction'
import { complaintsLike } from '../../store/ticket/complaints'
import { loadTicket, lockTickets } from '../../store/ticket/read'
import { errorText } from '../error-text'
import { Execution } from '../execute'
import type { Runtime } from '../runtime'

const dayMs = 86_400_000

/**
 * D-SP-2: whether the complaint just filed is the one that makes a matter hot, and then says so on it, or on what it goes on
 * with. After the filing is committed: of two at one instant at least the later sees both. Doing it again does nothing, as
 * when a filing is repeated whose answer was lost. The filing stands, so its receipt is not held back by a failure here.
 */
export async function noteHotspot(
  runtime: Runtime,
  centerId: string,
  ticketId: string,
  policy: CompiledPolicy,
): Promise<void> {
  try {
    const stored = await loadTicket(runtime.db, [centerId], ticketId)
    if (stored?.ticket.kind === 'complaint') await look(runtime, stored.ticket, specialOf(policy.policy))
  } catch (error) {
    runtime.log(`hotspot at ticket ${ticketId}: ${errorText(error)}`)
  }
}

async function look(runtime: Runtime, filed: Ticket, figures: SpecialPolicy): Promise<void> {
  const { db } = runtime
  const { centerId } = filed
  const all = await complaintsLike(db, filed, filed.filedAt - figures.hotDays * dayMs)
  const own = all.find(({ id }) => id === filed.id)
  const cluster = own ? hotspotAt(own, all, figures) : null
  if (!cluster) return
  const command = {
    command: 'noteHotspot',
    tickets: cluster.map(({ id, number }) => ({ id, number })),
    people: new Set(cluster.map(({ complainant }) => complainant)).size,
  } as const
  const ticketId = filed.state === 'merged' ? filed.into.id : filed.id
  await inTransaction(db, async trx => {
    // All of them are held, so that of two filings at one instant one says it for both.
    const held = await lockTickets(trx, centerId, [ticketId, ...cluster.map(({ id }) => id)])
    const execution = new Execution(trx, runtime, held)
    if (held.some(({ ticket }) => ticket.severityProposal !== undefined)) return
    await execution.decide({ stored: execution.ticket(ticketId), command, actor: clockActor })
    await execution.save()
  })
}
