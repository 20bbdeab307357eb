import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../schema'

type Db = Kysely<Database>

interface Place {
  readonly centerId: string
  readonly id: string
}

/** What the history of a ticket is checked against. */
export interface TicketHead extends Place {
  readonly number: string
  readonly headHash: string
}

export interface StoredFile extends Place {
  readonly mime: string
  readonly sha256: string
}

/** Whatever follows a row in the order of its key; null: everything. */
const after = (last: Place | null): RawBuilder<boolean> =>
  last === null ? sql<boolean>`true` : sql<boolean>`(center_id, id) > (${last.centerId}, ${last.id})`

/** Tickets of all centers in the order of their key, after `last` (null: from the first). */
export const ticketHeadsAfter = (db: Db, last: Place | null, limit: number): Promise<TicketHead[]> =>
  db
    .selectFrom('ticket')
    .where(after(last))
    .select(['center_id as centerId', 'id', 'number', 'head_hash as headHash'])
    .orderBy('center_id')
    .orderBy('id')
    .limit(limit)
    .execute()

/** Photos, videos and voice notes of all centers in the order of their key, after `last` (null: from the first). */
export const mediaAfter = (db: Db, last: Place | null, limit: number): Promise<StoredFile[]> =>
  db
    .selectFrom('media')
    .where(after(last))
    .select(['center_id as centerId', 'id', 'mime', 'sha256'])
    .orderBy('center_id')
    .orderBy('id')
    .limit(limit)
    .execute()

/** Ids of tickets that have a history and no row. */
export async function eventsWithoutTicket(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('event')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('ticket')
            .whereRef('ticket.center_id', '=', 'event.center_id')
            .whereRef('ticket.id', '=', 'event.ticket_id')
            .select('ticket.id'),
        ),
      ),
    )
    .select('ticket_id')
    .distinct()
    .orderBy('ticket_id')
    .execute()
  return rows.map(row => row.ticket_id)
}
