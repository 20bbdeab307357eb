import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { canonicalJson } from '../../domain/ticket/hash-chain'
import { toJson } from '../engine/json'
import type { Database } from '../schema'

export interface CommandKey {
  readonly centerId: string
  readonly personId: string
  readonly key: string
  /** `ticket.file`: one key serves one action. */
  readonly action: string
  readonly requestHash: string
}

/** Same content, same hash, in whatever order the fields came. */
export const requestHash = (request: unknown): string =>
  createHash('sha256').update(canonicalJson(request)).digest('hex')

/**
 * The write that keeps the answer with what it was the answer to, in the transaction of the work itself. A second call
 * with the key waits here for the first to commit and then fails on the primary key: all its work is rolled back, and
 * the caller gives the first one's answer (D-IN-5).
 */
export const keepAnswer = (trx: Transaction<Database>, key: CommandKey, answer: unknown, at: number) =>
  trx.insertInto('command_key').values({
    center_id: key.centerId,
    person_id: key.personId,
    key: key.key,
    action: key.action,
    request_hash: key.requestHash,
    response: toJson(answer),
    created_at: at,
  })

/** The constraint that a second use of a key meets. */
export const commandKeyConstraint = 'command_key_pkey'

/** The answer kept under a key: `same` content or not; null: never used. */
export async function findAnswer(
  db: Kysely<Database>,
  key: CommandKey,
): Promise<{ readonly same: boolean; readonly answer: unknown } | null> {
  const row = await db
    .selectFrom('command_key')
    .where('center_id', '=', key.centerId)
    .where('person_id', '=', key.personId)
    .where('key', '=', key.key)
    .select(['action', 'request_hash', 'response'])
    .executeTakeFirst()
  if (!row) return null
  return { same: row.action === key.action && row.request_hash === key.requestHash, answer: row.response }
}
