import type { Transaction } from 'kysely'
import { type TicketKey, lockDue, noteFailures, readDue } from '../../store/timer/due-tickets'
import { Unavailable } from '../../store/engine/errors'
import type { Database } from '../../store/schema'
import { appendAll, realignDeadlines } from '../../store/ticket/append'
import { inTransaction } from '../../store/engine/transaction'
import { errorText } from '../error-text'
import type { Runtime } from '../runtime'
import { type Decided, decideDue } from './decide-due'
import { summariseStandstill } from './standstill'

/** Due steps looked at in one transaction: more take little less time each, and hold their tickets' rows for longer. */
const defaultBatch = 200
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

export interface SweepOptions {
  /** ms of real time. */
  readonly budgetMs: number
  /** Due steps in one transaction. */
  readonly batch?: number
}

interface Done {
  /** Rows that had led here, whatever came of them: another worker may have been first. */
  readonly seen: number
  readonly tickets: number
  readonly fired: number
  readonly failed: readonly TicketKey[]
}

async function noteFailed(runtime: Runtime, db: Runtime['db'], failed: Decided['failed'], now: number): Promise<void> {
  const told = failed.map(({ key, error }) => ({ key, error: errorText(error) }))
  for (const { key, error } of told) runtime.log(`deadline sweep: ticket ${key.ticketId} failed: ${error}`)
  await noteFailures(db, told, now, maxAttempts)
}

/** Fires what is due of the tickets, whose rows the transaction holds. */
async function fire(
  trx: Transaction<Database>,
  runtime: Runtime,
  keys: readonly TicketKey[],
  now: number,
): Promise<Done> {
  const { changes, idle, failed } = await decideDue(trx, runtime, await readDue(trx, keys, now), now)
  await appendAll(trx, changes)
  // Their rows would come up again for ever.
  for (const { after, policy } of idle) await realignDeadlines(trx, after, policy)
  await noteFailed(runtime, trx, failed, now)
  return {
    seen: keys.length,
    tickets: changes.length + idle.length,
    fired: changes.reduce((sum, { events }) => sum + events.length, 0),
    failed: failed.map(({ key }) => key),
  }
}

/** One ticket at a time, each in its own transaction: after a batch failed, only what caused it is left behind. */
async function fireSingly(runtime: Runtime, keys: readonly TicketKey[]): Promise<Done> {
  const sum = { seen: keys.length, tickets: 0, fired: 0, failed: [] as TicketKey[] }
  for (const key of keys) {
    const now = runtime.clock.now()
    try {
      const done = await inTransaction(runtime.db, async trx => {
        const locked = await lockDue(trx, now, { limit: 1, only: key })
        return locked.length > 0 ? fire(trx, runtime, locked, now) : null
      })
      if (done === null) continue
      sum.tickets += done.tickets
      sum.fired += done.fired
      sum.failed.push(...done.failed)
    } catch (error) {
      // The database being away is no fault of the ticket's.
      if (error instanceof Unavailable) throw error
      sum.failed.push(key)
      await noteFailed(runtime, runtime.db, [{ key, error }], now)
    }
  }
  return sum
}

/** The tickets of the next batch, all in one transaction. */
async function fireBatch(runtime: Runtime, limit: number, skip: readonly string[]): Promise<Done> {
  let keys: readonly TicketKey[] = []
  try {
    return await inTransaction(runtime.db, async trx => {
      const now = runtime.clock.now()
      keys = await lockDue(trx, now, { limit, skip })
      return keys.length > 0 ? fire(trx, runtime, keys, now) : { seen: 0, tickets: 0, fired: 0, failed: [] }
    })
  } catch (error) {
    // Before anything was taken, there is nothing to take apart.
    if (error instanceof Unavailable || keys.length === 0) throw error
    runtime.log(`deadline sweep: batch failed, going one by one: ${errorText(error)}`)
    return fireSingly(runtime, keys)
  }
}

/**
 * Fires whatever is due, oldest first, until nothing is left or the budget is spent (D-SLA-15, 18), and once it has
 * caught up tells everybody in one notice what a standstill has kept from them. Safe to run late, twice and on several
 * machines at once: the ticket's row lock and version, and the history itself, tell what has been done.
 * @throws Unavailable when the database is away; what had been fired before stays
 */
export async function sweepDeadlines(runtime: Runtime, options: SweepOptions): Promise<Sweep> {
  const { budgetMs, batch = defaultBatch } = options
  const until = runtime.wallClock.now() + budgetMs
  const sum = { tickets: 0, fired: 0 }
  /** Each ticket is tried once in a run: what has failed comes up in the next. */
  const failed = new Set<string>()
  do {
    const done = await fireBatch(runtime, batch, [...failed])
    sum.tickets += done.tickets
    sum.fired += done.fired
    for (const { ticketId } of done.failed) failed.add(ticketId)
    // Nothing is due, or somebody else holds it; the next trigger comes soon.
    if (done.seen === 0) {
      await summariseStandstill(runtime)
      return { ...sum, failed: failed.size, more: false }
    }
  } while (runtime.wallClock.now() < until)
  return { ...sum, failed: failed.size, more: true }
}
