import type { Kysely } from 'kysely'
import { isId } from '../engine/ids'
import type { Database } from '../schema'
import { type Place, placeColumns } from './center'

/** Where somebody looks: whose public places may be named, and where every place may. */
export interface PlaceSearch {
  readonly publicIn: readonly string[]
  readonly allIn: readonly string[]
  readonly limit: number
}

/** 「3-1201」 finds 「3 栋一单元 1201」: runs of digits, letters or characters in this order, whatever stands between. */
const patternOf = (text: string): string => {
  const parts = text.match(/\d+|[a-z]+|\p{Script=Han}+/giu) ?? []
  return parts.length === 0 ? '' : `%${parts.join('%')}%`
}

export async function findPlaces(
  db: Kysely<Database>,
  text: string,
  { publicIn, allIn, limit }: PlaceSearch,
): Promise<readonly Place[]> {
  const pattern = patternOf(text)
  if (pattern === '' || publicIn.length + allIn.length === 0) return []
  return db
    .selectFrom('place')
    .where('full_name', 'ilike', pattern)
    .where(eb =>
      eb.or([
        ...(publicIn.length > 0
          ? [eb.and([eb('center_id', 'in', publicIn), eb('kind', 'in', ['estate', 'building', 'publicArea'])])]
          : []),
        ...(allIn.length > 0 ? [eb('center_id', 'in', allIn)] : []),
      ]),
    )
    .select(placeColumns)
    .orderBy('sort')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Rooms of a center by parts of their names. */
export async function roomsNamed(db: Kysely<Database>, centerId: string, text: string, limit: number) {
  const pattern = patternOf(text)
  if (pattern === '' || !isId(centerId)) return []
  return db
    .selectFrom('place')
    .where('center_id', '=', centerId)
    .where('kind', '=', 'room')
    .where('full_name', 'ilike', pattern)
    .select(placeColumns)
    .orderBy('sort')
    .orderBy('id')
    .limit(limit)
    .execute()
}
