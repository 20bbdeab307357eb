import type { Kysely } from 'kysely'
import type { Relation } from '../../../types/vocabulary'
import type { Database } from '../schema'

type Db = Kysely<Database>

/** Somebody with whom one shares a home (D-AC-2). */
export interface HouseholdMember {
  readonly personId: string
  readonly name: string
  readonly relation: Relation
  readonly placeId: string
  readonly householdId: string
}

/** A household has no more people than this; more would be a mistake of the data. */
const mostMembers = 20

/** Everybody of some households but oneself, whoever came first in front. */
export async function othersAtHome(
  db: Db,
  personId: string,
  householdIds: readonly string[],
): Promise<readonly HouseholdMember[]> {
  if (householdIds.length === 0) return []
  return db
    .selectFrom('residency')
    .innerJoin('person', 'person.id', 'residency.person_id')
    .where('residency.household_id', 'in', householdIds)
    .where('residency.person_id', '<>', personId)
    .where('person.erased_at', 'is', null)
    .select([
      'residency.person_id as personId',
      'person.name',
      'residency.relation',
      'residency.place_id as placeId',
      'residency.household_id as householdId',
    ])
    .orderBy('residency.since')
    .orderBy('residency.person_id')
    .limit(mostMembers)
    .execute()
}
