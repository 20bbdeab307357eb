import { type Transaction, sql } from 'kysely'
import type { Ticket } from '../../domain/ticket/state'
import type { Database } from '../schema'
import type { StoredTicket } from '../ticket/read'

type Trx = Transaction<Database>

/** A ticket by its columns: its body may be what is broken. */
export interface TicketKey {
  readonly centerId: string
  readonly ticketId: string
}
export interface DueTicket extends TicketKey {
  readonly stored: StoredTicket
}

export interface LockOptions {
  /** Most due steps looked at; those of one ticket count apart. */
  readonly limit: number
  /** Ids of tickets left out. */
  readonly skip?: readonly string[]
  /** This ticket and no other. */
  readonly only?: TicketKey
}

/**
 * Locks tickets that have something due at `now` (epoch ms), what has waited longest first and of what came due at the same
 * instant what was filed first (ids grow with time): who is chosen for one ticket changes what they carry for the next, so
 * without a full order a rehearsal could not repeat it (D-RH-1). Passes over those that somebody else holds, so that several workers take different ones. Only tickets are locked, as every writer does:
 * workers that locked deadlines of each other's tickets would wait for one another in a circle.
 */
export async function lockDue(
  trx: Trx,
  now: number,
  { limit, skip = [], only }: LockOptions,
): Promise<readonly TicketKey[]> {
  const { rows } = await sql<TicketKey>`
    select t.center_id as "centerId", t.id as "ticketId"
    from deadline d join ticket t on t.center_id = d.center_id and t.id = d.ticket_id
    where d.next_fire_at is not null and not d.dead and d.next_fire_at <= ${now}::bigint
      and d.ticket_id <> all(${[...skip]}::uuid[])
      ${only ? sql`and d.center_id = ${only.centerId}::uuid and d.ticket_id = ${only.ticketId}::uuid` : sql``}
    order by d.next_fire_at, t.id limit ${limit}::int
    for update of t skip locked`.execute(trx)
  return [...new Map(rows.map(row => [row.ticketId, row])).values()]
}

/**
 * Reads tickets under their locks, in the order of `keys`: as they are now, and not as they were when the search for what is due began. Those
 * that have nothing due any more at `now` (epoch ms), because another worker has dealt with them in between, are left
 * out. What is due is decided from the tickets and not from the rows that led here.
 */
export async function readDue(trx: Trx, keys: readonly TicketKey[], now: number): Promise<readonly DueTicket[]> {
  const { rows } = await sql<TicketKey & { body: Ticket; headHash: string }>`
    select t.center_id as "centerId", t.id as "ticketId", t.body, t.head_hash as "headHash"
    from unnest(${keys.map(key => key.centerId)}::uuid[], ${keys.map(key => key.ticketId)}::uuid[])
      with ordinality as k(center_id, id, position)
    join ticket t on t.center_id = k.center_id and t.id = k.id
    where exists (select 1 from deadline d where d.center_id = k.center_id and d.ticket_id = k.id
      and d.next_fire_at <= ${now}::bigint and not d.dead)
    order by k.position`.execute(trx)
  return rows.map(({ centerId, ticketId, body, headHash }) => ({
    centerId,
    ticketId,
    stored: { ticket: body, headHash },
  }))
}
