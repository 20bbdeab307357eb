import { clockActor } from '../../cloud/domain/access/actor'
import type { Runtime } from '../../cloud/actions/runtime'
import { change } from '../../cloud/actions/ticket/change'
import { centerContextOf } from '../../cloud/actions/ticket/desk'
import { lockTicket } from '../../cloud/store/ticket/append'
import { inTransaction } from '../../cloud/store/engine/transaction'

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
    const stored = await lockTicket(trx, [centerId], ticketId)
    if (!stored) throw new Error(`no ticket ${ticketId}`)
    const desk = await centerContextOf({ db: trx, memory: runtime.memory, clock: runtime.clock }, centerId)
    const command = { command: 'fireDue' } as const
    const after = await change(trx, { runtime, desk, actor: clockActor, stored, command })
    return after.version - stored.ticket.version
  })
}
