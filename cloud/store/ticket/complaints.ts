import { type Kysely, sql } from 'kysely'
import type { Complaint } from '../../domain/special/hotspot'
import type { Ticket } from '../../domain/ticket/state'
import type { Database } from '../schema'

/** Of more than this in a month in one building, the latest. */
const most = 200

/** The building and the place as lists know them: of somebody hidden no finer than the building (D-IN-3). */
type Where = Pick<Ticket, 'id' | 'centerId' | 'category' | 'placeId' | 'placeName' | 'buildingId'>

/**
 * Complaints of a ticket's category in its building since an instant, or at the very place where it stands in none, the
 * ticket itself among them, the latest first (D-SP-2). What was withdrawn is complained of no longer.
 */
export async function complaintsLike(
  db: Kysely<Database>,
  { centerId, category, buildingId, placeId, placeName }: Where,
  since: number,
): Promise<readonly Complaint[]> {
  const near =
    buildingId !== null
      ? sql`t.building_id = ${buildingId}::uuid`
      : sql`t.building_id is null and ${
          placeId !== null ? sql`t.place_id = ${placeId}::uuid` : sql`t.body->>'placeName' = ${placeName}`
        }`
  const { rows } = await sql<Complaint>`
    select t.id, t.number, t.severity, t.body->>'text' as text, t.body->'severityProposal' is not null as raised,
      coalesce(t.filer_id::text, right(regexp_replace(c.phone, '[^0-9]', '', 'g'), 11), t.id::text) as complainant
    from ticket t
    left join contact c on c.center_id = t.center_id and c.ticket_id = t.id and t.filer_id is null
    where t.center_id = ${centerId} and t.category_id = ${category} and t.kind = 'complaint' and ${near}
      and t.filed_at >= ${since} and t.state <> 'withdrawn'
    order by t.filed_at desc
    limit ${most}`.execute(db)
  return rows
}
