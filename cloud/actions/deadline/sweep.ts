import type { Transaction } from 'kysely'
import { clockActor } from '../../domain/actor'
import { lockDue, noteFailure } from '../../store/deadline-store'
import type { Database } from '../../store/schema'
import type { StoredTicket } from '../../store/ticket-store'
import { inTransaction } from '../../store/transaction'
import type { Runtime } from '../runtime'
import { change } from '../ticket/change'
import { deskOf } from '../ticket/desk'

const batch = 50
/** Attempts on one ticket before it is set aside for a person to look at. */
const maxAttempts = 5

export interface Sweep {
  /** Tickets on which something fired. */
  readonly tickets: number
  /** Events written: warnings, breaches, escalations, ends of holds and quiet periods. */
  readonly fired: number
  /** Failed and tried again later, or parked. */
  readonly failed: number
  /** The budget ran out before the work did. */
  readonly more: boolean
}

const fire = async (trx: Transaction<Database>, runtime: Runtime, stored: StoredTicket): Promise<number> => {
  const desk = await deskOf({ db: trx, memory: runtime.memory }, stored.ticket.centerId)
  const after = await change(trx, { runtime, desk, actor: clockActor, stored, command: { command: 'fireDue' } })
  return after.version - stored.ticket.version
}

async function fireBatch(runtime: Runtime): Promise<{ tickets: number; fired: number }> {
  return inTransaction(runtime.db, async trx => {
    const due = await lockDue(trx, runtime.clock.now(), batch)
    let fired = 0
    for (const stored of due) fired += await fire(trx, runtime, stored)
    return { tickets: due.length, fired }
  })
}

/** One ticket at a time, each in its own transaction: after a batch failed, only what caused it is left behind. */
async function fireSingly(runtime: Runtime): Promise<{ tickets: number; fired: number; failed: number }> {
  const due = await inTransaction(runtime.db, trx => lockDue(trx, runtime.clock.now(), batch))
  let fired = 0
  let failed = 0
  for (const { ticket } of due) {
    try {
      fired += await inTransaction(runtime.db, async trx => {
        const stored = (await lockDue(trx, runtime.clock.now(), batch)).find(other => other.ticket.id === ticket.id)
        return stored ? fire(trx, runtime, stored) : 0
      })
    } catch (error) {
      failed += 1
      runtime.log(
        `deadline sweep: ticket ${ticket.id} failed: ${error instanceof Error ? error.message : String(error)}`,
      )
      await noteFailure(runtime.db, ticket, runtime.clock.now(), maxAttempts)
    }
  }
  return { tickets: due.length, fired, failed }
}

/**
 * Fires whatever is due, oldest first, until nothing is left or the budget (ms of real time) is spent (D-SLA-15, 18).
 * Safe to run late, twice and on several machines at once: the ticket's row lock and version, and the history itself,
 * tell what has been done.
 */
export async function sweepDeadlines(runtime: Runtime, { budgetMs }: { budgetMs: number }): Promise<Sweep> {
  const until = runtime.wallClock.now() + budgetMs
  const sum = { tickets: 0, fired: 0, failed: 0 }
  do {
    let done: { tickets: number; fired: number; failed?: number }
    try {
      done = await fireBatch(runtime)
    } catch (error) {
      runtime.log(
        `deadline sweep: batch failed, going one by one: ${error instanceof Error ? error.message : String(error)}`,
      )
      done = await fireSingly(runtime)
    }
    sum.tickets += done.tickets
    sum.fired += done.fired
    sum.failed += done.failed ?? 0
    // Nothing fired although something was due: somebody else holds it, or it fails; the next trigger comes soon.
    if (done.fired === 0) return { ...sum, more: false }
  } while (runtime.wallClock.now() < until)
  return { ...sum, more: true }
}
