import type { Kysely } from 'kysely'
import type { Recorded } from '../../domain/ticket/events'
import type { Database } from '../schema'

/** A stretch of a ticket's history, newest first: the events before the one numbered `before` (null: the latest). */
export async function eventsBefore(
  db: Kysely<Database>,
  { centerId, id }: { readonly centerId: string; readonly id: string },
  before: number | null,
  limit: number,
): Promise<readonly Recorded[]> {
  const rows = await db
    .selectFrom('event')
    .where('center_id', '=', centerId)
    .where('ticket_id', '=', id)
    .$if(before !== null, query => query.where('seq', '<', before ?? 0))
    .select(['seq', 'at', 'actor_id as actorId', 'body as event'])
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows
}

/** What a ticket was taken out of last, where that was not before an instant (D-HD-8); null: it was not. */
export async function lastSplitOf(
  db: Kysely<Database>,
  { centerId, id }: { readonly centerId: string; readonly id: string },
  since: number,
): Promise<string | null> {
  const row = await db
    .selectFrom('event')
    .where('center_id', '=', centerId)
    .where('ticket_id', '=', id)
    .where('type', '=', 'mergeUndone')
    .where('at', '>=', since)
    .select('body')
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return row?.body.type === 'mergeUndone' ? row.body.from : null
}
