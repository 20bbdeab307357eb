import { type Kysely, type Transaction, sql } from 'kysely'
import type { Database } from './schema'
import type { StoredTicket } from './ticket-store'

type Trx = Transaction<Database>

/** A ticket by its columns: its body may be what is broken. */
export interface TicketKey {
  readonly centerId: string
  readonly ticketId: string
}
export interface DueTicket extends TicketKey {
  readonly stored: StoredTicket
}

/**
 * Locks up to `limit` tickets that have something due at `now` (epoch ms), oldest first, passing over those that
 * somebody else holds. The deadlines seen while choosing may be out of date by the time the lock is ours, so the
 * tickets are read again under it, and what is due is decided from them and not from the rows that led here.
 * `only`: this ticket and no other.
 */
export async function lockDue(trx: Trx, now: number, limit: number, only?: TicketKey): Promise<readonly DueTicket[]> {
  let query = trx
    .selectFrom('deadline')
    .where('next_fire_at', 'is not', null)
    .where('parked_at', 'is', null)
    .where('next_fire_at', '<=', now)
  if (only) query = query.where('center_id', '=', only.centerId).where('ticket_id', '=', only.ticketId)
  const due = await query.orderBy('next_fire_at').limit(limit).select(['center_id', 'ticket_id']).execute()
  if (due.length === 0) return []
  const ids = [...new Set(due.map(row => row.ticket_id))]
  const centers = [...new Set(due.map(row => row.center_id))]
  const rows = await trx
    .selectFrom('ticket')
    .where('center_id', 'in', centers)
    .where('id', 'in', ids)
    .orderBy('id')
    .select(['center_id', 'id', 'body', 'head_hash'])
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(row => ({
    centerId: row.center_id,
    ticketId: row.id,
    stored: { ticket: row.body, headHash: row.head_hash },
  }))
}

/** Counts a failed attempt on what is due of a ticket; after `limit` of them it is parked and no longer in the way. */
export async function noteFailure(db: Kysely<Database>, ticket: TicketKey, now: number, limit: number): Promise<void> {
  await db
    .updateTable('deadline')
    .set(eb => ({
      fire_attempts: eb('fire_attempts', '+', 1),
      parked_at: sql<number | null>`case when fire_attempts + 1 >= ${limit} then ${now}::bigint end`,
    }))
    .where('center_id', '=', ticket.centerId)
    .where('ticket_id', '=', ticket.ticketId)
    .where('next_fire_at', '<=', now)
    .execute()
}

/** What the health page says of the timers: epoch ms of the oldest due step not fired, and what is parked. */
export async function timerHealth(db: Kysely<Database>, now: number) {
  const oldest = await db
    .selectFrom('deadline')
    .where('next_fire_at', 'is not', null)
    .where('parked_at', 'is', null)
    .orderBy('next_fire_at')
    .limit(1)
    .select('next_fire_at')
    .executeTakeFirst()
  const parked = await db
    .selectFrom('deadline')
    .where('parked_at', 'is not', null)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const next = oldest?.next_fire_at ?? null
  return { oldestDueAt: next !== null && next <= now ? next : null, parked: parked.count }
}
