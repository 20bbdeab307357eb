import { type Kysely, sql } from 'kysely'
import type { PlaceKind } from '../../../types/vocabulary'
import type { Spot } from '../../domain/incident/nearby'
import type { Ticket } from '../../domain/ticket/state'
import type { Database } from '../schema'

/** An open matter with what its place is called, for those who may know no more than that. */
export interface PlacedTicket {
  readonly ticket: Ticket
  readonly place: { readonly kind: PlaceKind; readonly fullName: string } | null
  readonly building: { readonly fullName: string } | null
}

/** Most matters of one category that are open at one place; the latest of more. */
const most = 40

/**
 * Open matters of a category in a building, and those outside of all buildings at a place that the spot lies in, the latest
 * first (D-IN-6). Both are read from one index, in which there is no more than is open.
 */
export async function openNearby(
  db: Kysely<Database>,
  centerId: string,
  category: string,
  { buildingId, path }: Spot,
): Promise<readonly PlacedTicket[]> {
  const { rows } = await sql<{
    body: Ticket
    kind: PlaceKind | null
    placeName: string | null
    buildingName: string | null
  }>`
    with near as (
      (select id, filed_at from ticket
       where center_id = ${centerId} and building_id = ${buildingId}::uuid and category_id = ${category} and closed_at is null
       order by filed_at desc limit ${most})
      union all
      (select id, filed_at from ticket
       where center_id = ${centerId} and building_id is null and category_id = ${category} and closed_at is null
         and place_id = any(${path}::uuid[])
       order by filed_at desc limit ${most})
    )
    select t.body, p.kind, p.full_name as "placeName", b.full_name as "buildingName"
    from near
    join ticket t on t.center_id = ${centerId} and t.id = near.id
    left join place p on p.center_id = ${centerId} and p.id = t.place_id
    left join place b on b.center_id = ${centerId} and b.id = t.building_id
    order by near.filed_at desc, near.id desc
    limit ${most}`.execute(db)
  return rows.map(({ body, kind, placeName, buildingName }) => ({
    ticket: body,
    place: kind === null || placeName === null ? null : { kind, fullName: placeName },
    building: buildingName === null ? null : { fullName: buildingName },
  }))
}
