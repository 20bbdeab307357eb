import { type Kysely, type Transaction, sql } from 'kysely'
import type { Database } from '../schema'

type Trx = Transaction<Database>

/** Somebody who was entered under a number and has never been here themselves. */
export interface Unclaimed {
  readonly personId: string
  readonly name: string
}

/** Of one number, the first entered in front; one number may serve a family. */
const mostUnder = 10

/** People whom a center has entered under a number, and to whom no WeChat account belongs yet. Held while a claim is decided. */
export async function lockUnclaimed(trx: Trx, phone: string, butNot: string): Promise<readonly Unclaimed[]> {
  return trx
    .selectFrom('person')
    .where('phone', '=', phone)
    .where('id', '<>', butNot)
    .where('openid', 'is', null)
    .where('erased_at', 'is', null)
    .select(['id as personId', 'name'])
    .orderBy('created_at')
    .orderBy('id')
    .limit(mostUnder)
    .forUpdate()
    .execute()
}

/** Keeps a number that somebody has proven to be theirs. `at`: epoch ms. */
export async function keepOwnPhone(trx: Trx, personId: string, phone: string, at: number): Promise<void> {
  await trx.updateTable('person').set({ phone, phone_proven_at: at }).where('id', '=', personId).execute()
}

/** The number that somebody has proven to be theirs; null: none. The row is held. */
export async function lockProvenPhone(trx: Trx, personId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('person')
    .where('id', '=', personId)
    .where('phone_proven_at', 'is not', null)
    .select('phone')
    .forUpdate()
    .executeTakeFirst()
  return row?.phone ?? null
}

/** Whether an account has nothing of its own yet: no room, no post, no matter, no request. */
export async function isBlank(db: Kysely<Database>, personId: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from residency where person_id = ${personId}::uuid)
      or exists (select from post where person_id = ${personId}::uuid)
      or exists (select from administrator where person_id = ${personId}::uuid)
      or exists (select from participant where person_id = ${personId}::uuid)
      or exists (select from ticket where filer_id = ${personId}::uuid) as used`.execute(db)
  return rows[0]?.used === false
}

/**
 * Makes a WeChat account that is blank and somebody who was entered one person: the latter, with all that hangs on them. The account's
 * openid, number and sessions go over; what is left of it is emptied.
 */
export async function becomeEntered(trx: Trx, accountId: string, enteredId: string, at: number): Promise<void> {
  const account = await trx
    .selectFrom('person')
    .where('id', '=', accountId)
    .select(['openid', 'phone', 'phone_proven_at', 'settings'])
    .executeTakeFirstOrThrow()
  // First: an openid stands in one row.
  await trx
    .updateTable('person')
    .set({ openid: null, phone: null, phone_proven_at: null, erased_at: at })
    .where('id', '=', accountId)
    .execute()
  const { openid, phone, phone_proven_at } = account
  await trx.updateTable('person').set({ openid, phone, phone_proven_at }).where('id', '=', enteredId).execute()
  for (const table of ['session', 'binding_request', 'notice'] as const)
    await trx.updateTable(table).set({ person_id: enteredId }).where('person_id', '=', accountId).execute()
}

/**
 * Gives an account that is in use already the rooms of somebody who was entered: one person with several rooms. What was filed for
 * them by others stays where it is.
 */
export async function takeOver(trx: Trx, accountId: string, enteredId: string, at: number): Promise<void> {
  await sql`
    insert into residency (center_id, person_id, place_id, relation, household_id, since, moved_in, until_day)
    select center_id, ${accountId}::uuid, place_id, relation, household_id, since, moved_in, until_day
    from residency where person_id = ${enteredId}::uuid on conflict do nothing`.execute(trx)
  await trx.deleteFrom('residency').where('person_id', '=', enteredId).execute()
  await trx.updateTable('person').set({ phone: null, erased_at: at }).where('id', '=', enteredId).execute()
}
