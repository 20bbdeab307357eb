import type { IsolationLevel, Kysely, Transaction } from 'kysely'
import { StaleConnection, isRetryable } from './errors'
import type { Database } from '../schema'

export interface TransactionOptions {
  /** How often it is run in all, 5 unless told. */
  attempts?: number
  /** Waits before the next attempt; `attempt` is 1 after the first failure. Jittered back-off unless given. */
  pause?: (attempt: number) => Promise<void>
  /** READ COMMITTED unless told. */
  isolation?: IsolationLevel
}

/** Doubling from 10 ms to 500 ms, each wait random within it: those who collided do not meet again. */
async function jitteredPause(attempt: number): Promise<void> {
  const ceiling = Math.min(500, 10 * 2 ** (attempt - 1))
  await new Promise(resolve => setTimeout(resolve, Math.random() * ceiling))
}

/**
 * Runs `fn` in one transaction. On a serialisation failure or deadlock (40001, 40P01; also at COMMIT) it is rolled
 * back, and `fn` runs again from the start, so `fn` does nothing that a rollback does not undo. A lost connection is
 * `Unavailable` and is not retried: whether the commit arrived is unknown (idempotency keys tell). Only where the
 * connection from the pool was found dead before `fn` ran (`StaleConnection`), another is tried once.
 */
export async function inTransaction<T>(
  db: Kysely<Database>,
  fn: (trx: Transaction<Database>) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const { attempts = 5, pause = jitteredPause, isolation } = options
  let staleMet = false
  for (let attempt = 1; ; attempt += 1) {
    try {
      const transaction = isolation ? db.transaction().setIsolationLevel(isolation) : db.transaction()
      return await transaction.execute(fn)
    } catch (error) {
      const worthAnother = isRetryable(error) || (error instanceof StaleConnection && !staleMet)
      if (!worthAnother || attempt >= attempts) throw error
      staleMet ||= error instanceof StaleConnection
    }
    await pause(attempt)
  }
}
