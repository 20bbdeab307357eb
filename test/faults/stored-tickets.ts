import { type Kysely, sql } from 'kysely'
import type { Database } from '../../cloud/store/schema'

/** Numbers by ticket id. */
export async function storedNumbers(db: Kysely<Database>): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('ticket').select(['id', 'number']).execute()
  return new Map(rows.map(row => [row.id, row.number]))
}

/** How many tickets, receipts kept and contacts lack their counterpart, or have another number of events than they say. */
export async function halfWritten(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ broken: number }>`
    select count(*) as broken from ticket t
    where t.version <> (select count(*) from event e where e.center_id = t.center_id and e.ticket_id = t.id)
      or not exists (select 1 from deadline d where d.center_id = t.center_id and d.ticket_id = t.id)
      or not exists (select 1 from participant p where p.center_id = t.center_id and p.ticket_id = t.id)
      or not exists (select 1 from command_key k where k.center_id = t.center_id and k.response->>'ticketId' = t.id::text)
  `.execute(db)
  return rows[0]?.broken ?? 0
}
