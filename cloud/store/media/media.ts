import type { Kysely, Selectable, Transaction } from 'kysely'
import { isId } from '../engine/ids'
import type { Database, MediaTable } from '../schema'

type Db = Kysely<Database>

export type MediaRow = Selectable<MediaTable>

export async function addMedia(db: Db, row: MediaRow): Promise<void> {
  await db.insertInto('media').values(row).execute()
}

/** Rows of the ids that exist, in any center: whether the caller may see them is decided by what they hang on. */
export async function findMedia(db: Db, ids: readonly string[]): Promise<readonly MediaRow[]> {
  const known = ids.filter(isId)
  if (known.length === 0) return []
  return db.selectFrom('media').where('id', 'in', known).selectAll().execute()
}

/** The same, of one center. */
export async function mediaOfCenter(db: Db, centerId: string, ids: readonly string[]): Promise<readonly MediaRow[]> {
  const known = ids.filter(isId)
  if (known.length === 0) return []
  return db.selectFrom('media').where('center_id', '=', centerId).where('id', 'in', known).selectAll().execute()
}

export interface Claim {
  readonly centerId: string
  readonly ownerId: string
  readonly ticketId: string
  readonly mediaIds: readonly string[]
  /** For staff only (D-HD-5). */
  readonly internal: boolean
}

/**
 * Hangs the owner's own media that hang on nothing yet on a ticket, and answers how many that were: fewer than the
 * distinct ids asked for means that some are unknown, somebody else's or used before. Of two claims at once one waits
 * on the row and then finds it taken.
 */
export async function claimMedia(trx: Transaction<Database>, claim: Claim): Promise<number> {
  const ids = [...new Set(claim.mediaIds)].filter(isId)
  if (ids.length === 0) return 0
  const { numUpdatedRows } = await trx
    .updateTable('media')
    .set({ ticket_id: claim.ticketId, internal: claim.internal })
    .where('center_id', '=', claim.centerId)
    .where('id', 'in', ids)
    .where('owner_id', '=', claim.ownerId)
    .where('ticket_id', 'is', null)
    .executeTakeFirst()
  const claimed = Number(numUpdatedRows)
  return claimed === ids.length ? claimed : claimed + (await moveHere(trx, claim, ids))
}

/**
 * Somebody with posts or rooms in several centers uploads before it is known which one it is for. The row moves rather
 * than changes its center: a distributed table can't update the column it is spread by.
 */
async function moveHere(trx: Transaction<Database>, claim: Claim, ids: readonly string[]): Promise<number> {
  const rows = await trx
    .deleteFrom('media')
    .where('center_id', '!=', claim.centerId)
    .where('id', 'in', ids)
    .where('owner_id', '=', claim.ownerId)
    .where('ticket_id', 'is', null)
    .returningAll()
    .execute()
  if (rows.length === 0) return 0
  await trx
    .insertInto('media')
    .values(
      rows.map(row => ({ ...row, center_id: claim.centerId, ticket_id: claim.ticketId, internal: claim.internal })),
    )
    .execute()
  return rows.length
}
