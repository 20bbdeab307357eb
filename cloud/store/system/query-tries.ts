import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema'

type Db = Kysely<Database>

export interface TryLimit {
  /** So many tries … */
  readonly most: number
  /** … in so many ms, from the first of them on. */
  readonly within: number
}

/**
 * Counts a try in one statement, before anything is looked up: trying many at once gains nothing, nor does another process.
 * False: too many. `key` is what they are counted by; only its hash is kept. `now` is epoch ms.
 */
export async function countTry(db: Db, key: string, { most, within }: TryLimit, now: number): Promise<boolean> {
  const hash = createHash('sha256').update(key).digest('hex')
  const { rows } = await sql<{ tries: number }>`
    insert into query_try as t (key_hash, since, tries) values (${hash}, ${now}::bigint, 1)
    on conflict (key_hash) do update set
      tries = case when t.since <= ${now - within}::bigint then 1 else least(t.tries, ${most}) + 1 end,
      since = case when t.since <= ${now - within}::bigint then ${now}::bigint else t.since end
    returning tries`.execute(db)
  return rows.every(({ tries }) => tries <= most)
}

/** Drops counts that began by `before` (epoch ms), so that the table stays as small as what was asked lately. */
export const forgetTries = (db: Db, before: number) => db.deleteFrom('query_try').where('since', '<=', before).execute()
