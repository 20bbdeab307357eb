import { clockActor } from '../../domain/access/actor'
import { inTransaction } from '../../store/engine/transaction'
import { callbackWishesOf, ticketsInCallback } from '../../store/people/callback-wishes'
import { lockTickets } from '../../store/ticket/read'
import { Execution } from '../execute'
import type { Runtime } from '../runtime'

/**
 * D-CB-9: what is being asked in these centers already is asked no longer of whoever has come to wish not to be called.
 * Each ticket in a transaction of its own, by the rules of every decision; running it again does nothing.
 */
export async function obeyWishes(runtime: Runtime, centerIds: readonly string[]): Promise<void> {
  const { db } = runtime
  for (const centerId of centerIds) {
    const asking = await ticketsInCallback(db, centerId)
    const wishes = await callbackWishesOf(db, centerId, asking)
    for (const { id } of asking)
      if ((wishes.get(id)?.size ?? 0) > 0)
        await inTransaction(db, async trx => {
          const execution = new Execution(trx, runtime, await lockTickets(trx, centerId, [id]))
          for (const stored of execution.locked)
            await execution.decide({ stored, command: { command: 'fireDue' }, actor: clockActor })
          await execution.save()
        })
  }
}
