import { helpedBy } from '../ticket/lists'
import { type Kysely, type Transaction, sql } from 'kysely'
import type { StaffRole } from '../../../types/vocabulary'
import type { Database } from '../schema'

type Db = Kysely<Database>
type Trx = Transaction<Database>

/** One post of somebody, in one center. */
export interface StaffPost {
  readonly personId: string
  readonly centerId: string
  readonly name: string
  readonly role: StaffRole
  readonly departmentId: string | null
  readonly buildingIds: readonly string[]
  readonly skills: readonly string[]
  readonly present: boolean
}

const posts = (db: Db) =>
  db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .where('person.erased_at', 'is', null)
    .select([
      'post.person_id as personId',
      'post.center_id as centerId',
      'person.name',
      'post.role',
      'post.department_id as departmentId',
      'post.building_ids as buildingIds',
      'post.skills',
      'post.present',
    ])

/** Everybody's posts in a center, by name and then by id. */
export const staffOf = (db: Db, centerId: string): Promise<readonly StaffPost[]> =>
  posts(db)
    .where('post.center_id', '=', centerId)
    .orderBy('person.name')
    .orderBy('person.id')
    .orderBy('post.role')
    .execute()

/** One person's posts in some centers. */
export async function postsOf(db: Db, personId: string, centerIds: readonly string[]): Promise<readonly StaffPost[]> {
  if (centerIds.length === 0) return []
  return posts(db)
    .where('post.person_id', '=', personId)
    .where('post.center_id', 'in', centerIds)
    .orderBy('post.center_id')
    .orderBy('post.role')
    .execute()
}

/**
 * Leave of a center's staff that ends on `fromDay` (`YYYY-MM-DD`, +08:00) or later, by its beginning; that which a sister
 * center has recorded too.
 */
export const leaveOf = (db: Db, center: { readonly id: string; readonly companyId: string }, fromDay: string) =>
  db
    .selectFrom('leave')
    .where('center_id', 'in', eb => eb.selectFrom('center').where('company_id', '=', center.companyId).select('id'))
    .where('person_id', 'in', eb => eb.selectFrom('post').where('center_id', '=', center.id).select('post.person_id'))
    .where('to_day', '>=', fromDay)
    .select(['center_id as centerId', 'person_id as personId', 'from_day as from', 'to_day as to'])
    .orderBy('from_day')
    .orderBy('to_day')
    .execute()

/** Shifts that end after `after` (epoch ms), by their beginning. */
export const dutyOf = (db: Db, centerId: string, after: number) =>
  db
    .selectFrom('roster_shift')
    .where('center_id', '=', centerId)
    .where('to_at', '>', after)
    .select(['person_id as personId', 'from_at as from', 'to_at as to'])
    .orderBy('from_at')
    .orderBy('to_at')
    .execute()

/** Tells every process to read the directory again. Part of the transaction of whatever changed. */
export async function directoryChanged(trx: Trx, centerId: string): Promise<void> {
  await trx
    .updateTable('company')
    .set(eb => ({ directory_version: eb('directory_version', '+', 1) }))
    .where('id', '=', eb => eb.selectFrom('center').where('center.id', '=', centerId).select('center.company_id'))
    .execute()
}

interface Member {
  readonly centerId: string
  readonly personId: string
}

/** At work or away, in all posts of the center. */
export async function setPresent(trx: Trx, { centerId, personId }: Member, present: boolean): Promise<void> {
  await trx
    .updateTable('post')
    .set({ present: present })
    .where('center_id', '=', centerId)
    .where('person_id', '=', personId)
    .execute()
}

interface Days {
  readonly from: string
  readonly to: string
}

export async function insertLeave(trx: Trx, { centerId, personId }: Member, { from, to }: Days): Promise<void> {
  await trx
    .insertInto('leave')
    .values({ center_id: centerId, person_id: personId, from_day: from, to_day: to })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export async function deleteLeave(trx: Trx, { centerId, personId }: Member, { from, to }: Days): Promise<void> {
  await trx
    .deleteFrom('leave')
    .where('center_id', '=', centerId)
    .where('person_id', '=', personId)
    .where('from_day', '=', from)
    .where('to_day', '=', to)
    .execute()
}

interface Span {
  readonly from: number
  readonly to: number
}

/** A shift of the person that overlaps [from, to) (epoch ms) without being the same; undefined: none. */
export const overlappingDuty = (trx: Trx, { centerId, personId }: Member, { from, to }: Span) =>
  trx
    .selectFrom('roster_shift')
    .where('center_id', '=', centerId)
    .where('person_id', '=', personId)
    .where('from_at', '<', to)
    .where('to_at', '>', from)
    .where(eb => eb.not(eb.and([eb('from_at', '=', from), eb('to_at', '=', to)])))
    .select(['from_at as from', 'to_at as to'])
    .executeTakeFirst()

export async function insertDuty(trx: Trx, { centerId, personId }: Member, { from, to }: Span): Promise<void> {
  await trx
    .insertInto('roster_shift')
    .values({ center_id: centerId, person_id: personId, from_at: from, to_at: to })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export async function deleteDuty(trx: Trx, { centerId, personId }: Member, { from, to }: Span): Promise<void> {
  await trx
    .deleteFrom('roster_shift')
    .where('center_id', '=', centerId)
    .where('person_id', '=', personId)
    .where('from_at', '=', from)
    .where('to_at', '=', to)
    .execute()
}

/** Leave and shifts in a center of somebody who works there no longer. */
export async function forgetPlans(trx: Trx, { centerId, personId }: Member): Promise<void> {
  for (const table of ['leave', 'roster_shift'] as const)
    await trx.deleteFrom(table).where('center_id', '=', centerId).where('person_id', '=', personId).execute()
}

/** How many open tickets each of the people has, helps with or is to call about: what a hand-over would move. */
export async function openWorkOf(
  db: Db,
  centerId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select person.id,
      (select count(*)::int from ticket
        where center_id = ${centerId} and assignee_id = person.id and closed_at is null)
      + (select count(*)::int from ticket
        where center_id = ${centerId} and assignee_id = person.id and closed_at is not null and next_due_kind is not null)
      + (select count(*)::int from ticket
        where center_id = ${centerId} and closed_at is null and helper_ids <> '[]'
          and helper_ids ? person.id::text and assignee_id is distinct from person.id)
      + (select count(distinct ticket_id)::int from call_task
        where center_id = ${centerId} and owner_id = person.id) as count
    from unnest(${personIds}::uuid[]) as person(id)`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** Ids of the open tickets somebody has, helps with or is to call about in a center, ascending: the order in which they are locked. */
export async function openTicketsOf(db: Db, { centerId, personId }: Member): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('ticket')
    .where('center_id', '=', centerId)
    .where(eb =>
      eb.or([
        eb.and([eb('closed_at', 'is', null), eb('assignee_id', '=', personId)]),
        // What is over may still owe something: news of a third party, a report.
        eb.and([
          eb('closed_at', 'is not', null),
          eb('next_due_kind', 'is not', null),
          eb('assignee_id', '=', personId),
        ]),
        helpedBy([personId]),
        eb.and([
          eb('closed_at', 'is', null),
          eb(
            'id',
            'in',
            eb
              .selectFrom('call_task')
              .where('center_id', '=', centerId)
              .where('owner_id', '=', personId)
              .select('ticket_id'),
          ),
        ]),
      ]),
    )
    .select('id')
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}
