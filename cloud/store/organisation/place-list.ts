import { type Kysely, sql } from 'kysely'
import type { PlaceKind, Relation } from '../../../types/vocabulary'
import { isId } from '../engine/ids'
import type { Database } from '../schema'

export interface ListedPlace {
  readonly placeId: string
  readonly kind: PlaceKind
  readonly name: string
  readonly fullName: string
  readonly sort: number
  readonly parts: number
  readonly residents: { readonly personId: string; readonly name: string; readonly relation: Relation }[]
}

interface PlacePage {
  /** Where the page before ended. */
  readonly after: { readonly at: number; readonly id: string } | null
  readonly limit: number
}

/** Places that lie directly in another of the center (null: in its estate), in their order; null: there is no such place. */
export async function placesIn(
  db: Kysely<Database>,
  centerId: string,
  parentId: string | null,
  { after, limit }: PlacePage,
): Promise<readonly ListedPlace[] | null> {
  if (parentId !== null && !isId(parentId)) return null
  const parent = await db
    .selectFrom('place')
    .where('center_id', '=', centerId)
    .where(eb => (parentId === null ? eb('kind', '=', 'estate') : eb('id', '=', parentId)))
    .select('id')
    .executeTakeFirst()
  if (!parent) return null
  const { rows } = await sql<ListedPlace>`
    select l.id as "placeId", l.kind, l.name, l.full_name as "fullName", l.sort,
      (select count(*) from place part where part.center_id = l.center_id and part.parent_id = l.id) as parts,
      coalesce((select jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'relation', r.relation)
          order by r.since, p.id)
        from residency r join person p on p.id = r.person_id
        where r.center_id = l.center_id and r.place_id = l.id and p.erased_at is null), '[]'::jsonb) as residents
    from place l
    where l.center_id = ${centerId}::uuid and l.parent_id = ${parent.id}::uuid
      and (l.sort, l.id) > (${after?.at ?? -1}, ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
    order by l.sort, l.id limit ${limit}`.execute(db)
  return rows
}
