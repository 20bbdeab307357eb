import { type Transaction, sql } from 'kysely'
import { startOfMonth } from '../../domain/calendar/zone'
import { complainantIdsOf } from '../../domain/ticket/complainants'
import type { Ticket } from '../../domain/ticket/state'
import type { Database } from '../schema'

/**
 * Accounts of this ticket whose household has been asked `most` times or more in the month of `now` (D-CB-12). The rows of the
 * household are held until the transaction ends: of two matters verified at once, the second sees the asking of the first.
 */
export async function askedEnough(
  trx: Transaction<Database>,
  ticket: Ticket,
  most: number,
  now: number,
): Promise<ReadonlySet<string>> {
  const people = complainantIdsOf(ticket)
  if (people.length === 0) return new Set()
  const { centerId } = ticket
  const residents = await trx
    .selectFrom('residency')
    .where('center_id', '=', centerId)
    .where('household_id', 'in', eb =>
      eb
        .selectFrom('residency')
        .where('center_id', '=', centerId)
        .where('person_id', 'in', people)
        .select('household_id'),
    )
    .select(['person_id', 'household_id'])
    .orderBy('household_id')
    .orderBy('person_id')
    .orderBy('place_id')
    .forUpdate()
    .execute()
  const householdsOf = (id: string) => residents.filter(one => one.person_id === id).map(one => one.household_id)
  const membersOf = (id: string) => {
    const households = householdsOf(id)
    return new Set([id, ...residents.filter(one => households.includes(one.household_id)).map(one => one.person_id)])
  }
  const everybody = [...new Set(people.flatMap(id => [...membersOf(id)]))]
  const { rows } = await sql<{ person: string; count: number }>`
    select complainant::text as person, count(*) as count from asking
    where center_id = ${centerId}::uuid and complainant = any(${everybody}::uuid[])
      and at >= ${startOfMonth(now)}::bigint and asked
    group by complainant`.execute(trx)
  // A survey of the whole estate is put to a household, and not to one of its members.
  const { rows: campaigns } = await sql<{ household: string; count: number }>`
    select household_id::text as household, count(*) as count from campaign_household
    where center_id = ${centerId}::uuid and household_id = any(${residents.map(one => one.household_id)}::uuid[])
      and asked_at >= ${startOfMonth(now)}::bigint
    group by household_id`.execute(trx)
  const asked = (id: string) =>
    [...membersOf(id)].reduce((sum, member) => sum + (rows.find(({ person }) => person === member)?.count ?? 0), 0) +
    campaigns.reduce((sum, { household, count }) => sum + (householdsOf(id).includes(household) ? count : 0), 0)
  return new Set(people.filter(id => asked(id) >= most))
}
