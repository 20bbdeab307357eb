import type { Kysely, Transaction } from 'kysely'
import type { Chained } from '../../domain/ticket/hash-chain'
import type { Ticket } from '../../domain/ticket/state'
import { isId } from '../engine/ids'
import type { Database } from '../schema'

type Db = Kysely<Database>

/** A ticket as stored, with the hash its next event is chained to. */
export interface StoredTicket {
  readonly ticket: Ticket
  readonly headHash: string
}

/** The ticket, if it is in one of the centers; null otherwise, as if it did not exist. */
export async function loadTicket(db: Db, centerIds: readonly string[], ticketId: string): Promise<StoredTicket | null> {
  if (centerIds.length === 0) return null
  const row = await db
    .selectFrom('ticket')
    .where('center_id', 'in', centerIds)
    .where('id', '=', ticketId)
    .select(['body', 'head_hash'])
    .executeTakeFirst()
  return row ? stored(row) : null
}

/** The ticket, if the person complained in it, in whatever center; null otherwise. */
export async function loadJoinedTicket(db: Db, personId: string, ticketId: string): Promise<StoredTicket | null> {
  const joined = await db
    .selectFrom('participant')
    .where('person_id', '=', personId)
    .where('ticket_id', '=', ticketId)
    .select('center_id')
    .executeTakeFirst()
  return joined ? loadTicket(db, [joined.center_id], ticketId) : null
}

/** The tickets that are named, each once; unknown ones and null are left out. */
export async function findTickets(
  db: Db,
  named: readonly { readonly centerId: string; readonly ticketId: string | null }[],
): Promise<readonly Ticket[]> {
  const ids = named.flatMap(({ ticketId }) => ticketId ?? [])
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('ticket')
    .where('center_id', 'in', [...new Set(named.map(({ centerId }) => centerId))])
    .where('id', 'in', [...new Set(ids)])
    .select('body')
    .execute()
  return rows.map(({ body }) => body)
}

/**
 * Tickets of a center with their rows held until the transaction ends: whoever else acts on one of them waits and then
 * decides on what we have written. Every writer takes these locks first, in the order of ids, and touches deadlines,
 * surveys and notices only under them, so writers can't deadlock. Ids that name no ticket of the center are left out.
 */
export async function lockTickets(
  trx: Transaction<Database>,
  centerId: string,
  ticketIds: readonly string[],
): Promise<readonly StoredTicket[]> {
  const ids = [...new Set(ticketIds)].filter(isId)
  if (ids.length === 0) return []
  const rows = await trx
    .selectFrom('ticket')
    .where('center_id', '=', centerId)
    .where('id', 'in', ids)
    .orderBy('id')
    .select(['body', 'head_hash'])
    .forUpdate()
    .execute()
  return rows.map(stored)
}

const stored = (row: { readonly body: Ticket; readonly head_hash: string }): StoredTicket => ({
  ticket: row.body,
  headHash: row.head_hash,
})

/** A ticket's whole history, oldest first. */
export async function historyOf(db: Db, centerId: string, ticketId: string): Promise<readonly Chained[]> {
  const rows = await db
    .selectFrom('event')
    .where('center_id', '=', centerId)
    .where('ticket_id', '=', ticketId)
    .select(['seq', 'at', 'actor_id', 'body', 'prev_hash', 'hash'])
    .orderBy('seq')
    .execute()
  return rows.map(row => ({
    seq: row.seq,
    at: row.at,
    actorId: row.actor_id,
    event: row.body,
    prevHash: row.prev_hash,
    hash: row.hash,
  }))
}
