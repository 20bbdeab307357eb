import type { Kysely } from 'kysely'
import { toJson } from '../engine/json'
import type { Database } from '../schema'

type Db = Kysely<Database>

/** undefined: never stored. What was stored under the key is the reader's to check. */
export async function readSetting(db: Db, key: string): Promise<unknown> {
  const row = await db.selectFrom('setting').where('key', '=', key).select('value').executeTakeFirst()
  return row?.value
}

export async function writeSetting(db: Db, key: string, value: unknown): Promise<void> {
  const text = toJson(value)
  await db
    .insertInto('setting')
    .values({ key, value: text })
    .onConflict(conflict => conflict.column('key').doUpdateSet({ value: text }))
    .execute()
}

/** Stores the value unless there is one, and answers what stands there now: of two first starts, both get the same. */
export async function settingOrFirst(db: Db, key: string, value: unknown): Promise<unknown> {
  await db
    .insertInto('setting')
    .values({ key, value: toJson(value) })
    .onConflict(conflict => conflict.column('key').doNothing())
    .execute()
  return readSetting(db, key)
}
