import { type Kysely, sql } from 'kysely'
import { toJson } from '../engine/json'
import type { Database } from '../schema'

const key = 'weChat.tokenForcedAt'
/** The platform forces a new token every 30 s at most, and 20 times a day: with this, a fault of an hour does not use them up. ms. */
const turnMs = 5 * 60_000

/** Whether this process may force a new token now; of all on this database one in five minutes. `now`: epoch ms. */
export async function takeTokenTurn(db: Kysely<Database>, now: number): Promise<boolean> {
  const taken = await db
    .insertInto('setting')
    .values({ key, value: toJson(now) })
    .onConflict(conflict =>
      conflict
        .column('key')
        .doUpdateSet({ value: toJson(now) })
        .where(sql<boolean>`setting.value::text::bigint <= ${now - turnMs}::bigint`),
    )
    .executeTakeFirst()
  return taken.numInsertedOrUpdatedRows === 1n
}
