import { type Kysely, sql } from 'kysely'
import { newId } from '../engine/ids'
import type { Database } from '../schema'
import { phoneHash } from './phone-key'

/** Who looks a number up, in which center. */
export interface Lookup {
  readonly centerId: string
  readonly personId: string
  readonly phone: string
  /** Epoch ms. */
  readonly at: number
}

export interface LookupLimit {
  /** How many numbers somebody may look up … */
  readonly most: number
  /** … in so many ms. */
  readonly within: number
}

/**
 * Records that somebody looks a number up, before anything of it is shown (D-PO-4). The number itself is not kept. One that
 * the same person has looked up within the time counts no further. False: too many, and nothing is recorded.
 */
export async function recordLookup(
  db: Kysely<Database>,
  lookup: Lookup,
  { most, within }: LookupLimit,
): Promise<boolean> {
  const { centerId, personId, phone, at } = lookup
  const { rows } = await sql<{ known: boolean; recorded: boolean }>`
    with lately as (
      select phone_hash from caller_lookup
      where center_id = ${centerId}::uuid and person_id = ${personId}::uuid and at > ${at - within}::bigint),
    number as (select ${phoneHash(sql`${phone}`)} as hash),
    recorded as (
      insert into caller_lookup (center_id, person_id, at, id, phone_hash)
      select ${centerId}::uuid, ${personId}::uuid, ${at}::bigint, ${newId()}::uuid, number.hash from number
      where number.hash not in (select phone_hash from lately)
        and (select count(*) from lately) < ${most}
      returning phone_hash)
    select number.hash in (select phone_hash from lately) as known, exists (select 1 from recorded) as recorded
    from number`.execute(db)
  return rows.some(({ known, recorded }) => known || recorded)
}
