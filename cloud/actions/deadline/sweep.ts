import type { Transaction } from 'kysely'
import { clockActor } from '../../domain/actor'
import { policyOf } from '../../store/center-store'
import { type DueTicket, lockDue, noteFailure } from '../../store/deadline-store'
import type { Database } from '../../store/schema'
import { realignDeadlines } from '../../store/ticket-store'
import { inTransaction } from '../../store/transaction'
import type { Runtime } from '../runtime'
import { change } from '../ticket/change'
import { deskOf } from '../ticket/desk'

const batch = 50
/** Attempts on one ticket before it is set aside for a person to look at. */
const maxAttempts = 5

export interface Sweep {
  /** Tickets that came up. */
  readonly tickets: number
  /** Events written: warnings, breaches, escalations, ends of holds and quiet periods. */
  readonly fired: number
  /** Failed and tried again later, or parked. */
  readonly failed: number
  /** The budget ran out before the work did. */
  readonly more: boolean
}

interface Done {
  /** Tickets after which nothing more is due now. */
  readonly tickets: number
  readonly fired: number
  readonly failed: number
}

const fire = async (trx: Transaction<Database>, runtime: Runtime, { centerId, stored }: DueTicket): Promise<number> => {
  const source = { db: trx, memory: runtime.memory }
  const desk = await deskOf(source, centerId)
  const after = await change(trx, { runtime, desk, actor: clockActor, stored, command: { command: 'fireDue' } })
  const fired = after.version - stored.ticket.version
  // Its row said that something was due, its history says otherwise: it would come up again for ever.
  if (fired === 0) await realignDeadlines(trx, after, await policyOf(source, centerId, after.policyVersion))
  return fired
}

async function fireBatch(runtime: Runtime): Promise<Done> {
  return inTransaction(runtime.db, async trx => {
    const due = await lockDue(trx, runtime.clock.now(), batch)
    let fired = 0
    for (const ticket of due) fired += await fire(trx, runtime, ticket)
    return { tickets: due.length, fired, failed: 0 }
  })
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** One ticket at a time, each in its own transaction: after a batch failed, only what caused it is left behind. */
async function fireSingly(runtime: Runtime): Promise<Done> {
  const due = await inTransaction(runtime.db, trx => lockDue(trx, runtime.clock.now(), batch))
  const sum = { tickets: 0, fired: 0, failed: 0 }
  for (const key of due) {
    try {
      const fired = await inTransaction(runtime.db, async trx => {
        const [ticket] = await lockDue(trx, runtime.clock.now(), batch, key)
        return ticket ? fire(trx, runtime, ticket) : null
      })
      if (fired === null) continue
      sum.tickets += 1
      sum.fired += fired
    } catch (error) {
      sum.failed += 1
      runtime.log(`deadline sweep: ticket ${key.ticketId} failed: ${sentence(error)}`)
      await noteFailure(runtime.db, key, runtime.clock.now(), maxAttempts)
    }
  }
  return sum
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
    let done: Done
    try {
      done = await fireBatch(runtime)
    } catch (error) {
      runtime.log(`deadline sweep: batch failed, going one by one: ${sentence(error)}`)
      done = await fireSingly(runtime)
    }
    sum.tickets += done.tickets
    sum.fired += done.fired
    sum.failed += done.failed
    // Nothing is due, somebody else holds it, or it fails; the next trigger comes soon.
    if (done.tickets === 0) return { ...sum, more: false }
  } while (runtime.wallClock.now() < until)
  return { ...sum, more: true }
}
