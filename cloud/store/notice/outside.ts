import { type Kysely, sql } from 'kysely'
import type { Urgency } from '../../../types/vocabulary'
import type { Database } from '../schema'

/** What a channel beside the inbox needs to know of a notice. */
export interface OutsideFacts {
  readonly openid: string | null
  readonly phone: string | null
  readonly type: string
  readonly number: string | null
  /** Of the ticket; null: it is about none. */
  readonly urgency: Urgency | null
  readonly estate: string
  /** Epoch ms. */
  readonly at: number
  /** Whether the receiver is a complainant of the ticket, lives with one, or holds no post. */
  readonly toResident: boolean
}

/** Facts of one notice; undefined: the person has been erased meanwhile. */
export async function outsideFactsOf(
  db: Kysely<Database>,
  { centerId, id }: { readonly centerId: string; readonly id: string },
): Promise<OutsideFacts | undefined> {
  const { rows } = await sql<OutsideFacts>`
    select p.openid, p.phone, n.type, t.number, t.urgency, c.estate_name as estate, n.created_at as at,
      (n.ticket_id is not null and (
          exists (select from participant a where a.center_id = n.center_id and a.ticket_id = n.ticket_id and a.person_id = p.id)
          or exists (select from ticket_follower f
            where f.center_id = n.center_id and f.ticket_id = n.ticket_id and f.person_id = p.id)))
        or not exists (select from post o where o.center_id = n.center_id and o.person_id = p.id) as "toResident"
    from notice n
    join person p on p.id = n.person_id and p.erased_at is null
    join center c on c.id = n.center_id
    left join ticket t on t.center_id = n.center_id and t.id = n.ticket_id
    where n.center_id = ${centerId}::uuid and n.id = ${id}::uuid`.execute(db)
  return rows[0]
}
