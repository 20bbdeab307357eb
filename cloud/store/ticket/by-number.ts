import { type Kysely, sql } from 'kysely'
import { phoneKey } from '../people/phone-key'
import type { Database } from '../schema'

/** A ticket with a number; `lastDigits`: of the telephone number left with it, null: none was. */
export interface Numbered {
  readonly centerId: string
  readonly ticketId: string
  readonly lastDigits: string | null
}

/** Tickets of all centers that have a number: one in each at most. */
export async function ticketsNumbered(db: Kysely<Database>, number: string): Promise<readonly Numbered[]> {
  const { rows } = await sql<Numbered>`
    select t.center_id as "centerId", t.id as "ticketId", right(${phoneKey(sql`c.phone`)}, 4) as "lastDigits"
    from center
    join ticket t on t.center_id = center.id and t.number = ${number}
    left join contact c on c.center_id = t.center_id and c.ticket_id = t.id`.execute(db)
  return rows
}
