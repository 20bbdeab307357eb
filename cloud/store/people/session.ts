import type { Kysely } from 'kysely'
import type { Database } from '../schema'

type Db = Kysely<Database>

/** Epoch ms throughout, of the machine's clock: a session must not end because the demo's clock was moved. */
export async function addSession(
  db: Db,
  tokenHash: string,
  personId: string,
  now: number,
  lifeMs: number,
): Promise<void> {
  await db
    .insertInto('session')
    .values({ token_hash: tokenHash, person_id: personId, created_at: now, expires_at: now + lifeMs })
    .execute()
}

export async function endSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
}

/** On every device. */
export async function endSessionsOf(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('session').where('person_id', '=', personId).execute()
}

/** Sets the code of a phone; an earlier one is void from now on. */
export async function setLoginCode(db: Db, phone: string, codeHash: string, expiresAt: number): Promise<void> {
  const code = { code_hash: codeHash, expires_at: expiresAt, attempts: 0 }
  await db
    .insertInto('login_code')
    .values({ phone, ...code })
    .onConflict(conflict => conflict.column('phone').doUpdateSet(code))
    .execute()
}

/**
 * Uses up a code: true once, for the right code in time. Every try counts, in one statement, so that trying many codes
 * at once gains nothing.
 */
export async function takeLoginCode(
  db: Db,
  phone: string,
  codeHash: string,
  now: number,
  maxAttempts: number,
): Promise<boolean> {
  const tried = await db
    .updateTable('login_code')
    .set(eb => ({ attempts: eb('attempts', '+', 1) }))
    .where('phone', '=', phone)
    .where('expires_at', '>', now)
    .where('attempts', '<', maxAttempts)
    .returning('code_hash')
    .executeTakeFirst()
  if (tried?.code_hash !== codeHash) return false
  const { numDeletedRows } = await db
    .deleteFrom('login_code')
    .where('phone', '=', phone)
    .where('code_hash', '=', codeHash)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
