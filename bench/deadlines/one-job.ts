import { Execution } from '../../cloud/actions/execute'
import type { Runtime } from '../../cloud/actions/runtime'
import { clockActor } from '../../cloud/domain/access/actor'
import { inTransaction } from '../../cloud/store/engine/transaction'
import { lockTickets } from '../../cloud/store/ticket/read'

/** What a queue's job says. */
export interface Job {
  readonly centerId: string
  readonly ticketId: string
}

/**
 * The handler of one job, as the product itself carries out a command: the ticket's row is locked, the same domain code
 * decides, and events, ticket, deadlines and notices are appended in one transaction. Answers how many events.
 */
export function fireOne(runtime: Runtime, { centerId, ticketId }: Job): Promise<number> {
  return inTransaction(runtime.db, async trx => {
    const execution = new Execution(trx, runtime, await lockTickets(trx, centerId, [ticketId]))
    const stored = execution.ticket(ticketId)
    const { events } = await execution.decide({ stored, command: { command: 'fireDue' }, actor: clockActor })
    await execution.save()
    return events.length
  })
}
