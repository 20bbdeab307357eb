import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema'

/** A place and everything it lies in, itself first; empty for a place that is not in the center. */
export async function placePathOf(db: Kysely<Database>, centerId: string, placeId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive path as (
      select id, parent_id, 0 as depth from place where center_id = ${centerId} and id = ${placeId}
      union all
      select p.id, p.parent_id, path.depth + 1 from place p
        join path on p.id = path.parent_id
        where p.center_id = ${centerId} and path.depth < 20)
    select id from path order by depth`.execute(db)
  return rows.map(row => row.id)
}
