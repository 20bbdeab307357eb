import { type Kysely, type Transaction, sql } from 'kysely'
import type { KnownResident } from '../../domain/organisation/import-households'
import type { KnownPlace } from '../../domain/organisation/import-places'
import type { KnownPost } from '../../domain/organisation/import-staff'
import { type StaffRole, keysOf, postedRoleLabels } from '../../../types/vocabulary'
import { bulkInsert, bulkUpdate } from '../engine/bulk'
import { toJson } from '../engine/json'
import type { Database } from '../schema'

type Db = Kysely<Database>
type Trx = Transaction<Database>

/** Places, people and posts of a center as imports read and write them (D-OR-1): whole tables at once. */

/** Of two imports into a center at once the second waits, and sees what the first has written. */
export async function lockCenterForImport(trx: Trx, companyId: string, centerId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('center')
    .where('company_id', '=', companyId)
    .where('id', '=', centerId)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** Every place of a center, in the order of the estate. */
export const allPlaces = (db: Db, centerId: string): Promise<readonly KnownPlace[]> =>
  db
    .selectFrom('place')
    .where('center_id', '=', centerId)
    .select(['id', 'kind', 'name', 'full_name as fullName', 'parent_id as parentId', 'building_id as buildingId'])
    .orderBy('sort')
    .orderBy('id')
    .execute()

/** The buildings alone, of an estate of ten thousand rooms. */
export const buildingsOf = (
  db: Db,
  centerId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  db
    .selectFrom('place')
    .where('center_id', '=', centerId)
    .where('kind', '=', 'building')
    .select(['id', 'name'])
    .orderBy('sort')
    .orderBy('id')
    .execute()

interface PlaceRow {
  readonly center_id: string
  readonly id: string
  readonly parent_id: string | null
  readonly kind: string
  readonly name: string
  readonly full_name: string
  readonly building_id: string | null
  readonly sort: number
}

const insertPlaces = bulkInsert<PlaceRow>('place', {
  center_id: 'uuid',
  id: 'uuid',
  parent_id: 'uuid',
  kind: 'text',
  name: 'text',
  full_name: 'text',
  building_id: 'uuid',
  sort: 'int4',
})

/** Adds places behind those that are there, in the order given. */
export async function addPlaces(trx: Trx, centerId: string, places: readonly KnownPlace[]): Promise<void> {
  if (places.length === 0) return
  const { last } = await trx
    .selectFrom('place')
    .where('center_id', '=', centerId)
    .select(eb => eb.fn.coalesce(eb.fn.max('sort'), sql<number>`0`).as('last'))
    .executeTakeFirstOrThrow()
  const rows = places.map((place, index) => ({
    center_id: centerId,
    id: place.id,
    parent_id: place.parentId,
    kind: place.kind,
    name: place.name,
    full_name: place.fullName,
    building_id: place.buildingId,
    sort: last + 1 + index,
  }))
  await insertPlaces(rows).execute(trx)
}

/** Everybody who is registered in a room of the center. */
export const registeredResidents = (db: Db, centerId: string): Promise<readonly KnownResident[]> =>
  db
    .selectFrom('residency')
    .innerJoin('person', 'person.id', 'residency.person_id')
    .where('residency.center_id', '=', centerId)
    .where('person.erased_at', 'is', null)
    .select([
      'residency.person_id as personId',
      'person.name',
      'person.phone',
      'residency.place_id as placeId',
      'residency.household_id as householdId',
      'residency.relation',
      'residency.moved_in as movedIn',
      'residency.until_day as until',
    ])
    .orderBy('residency.since')
    .orderBy('residency.person_id')
    .execute()

/** People whom the company knows under some numbers, at home or at work in any of its centers. */
export async function peopleUnder(
  db: Db,
  companyId: string,
  phones: readonly string[],
): Promise<readonly { readonly personId: string; readonly name: string; readonly phone: string }[]> {
  if (phones.length === 0) return []
  const { rows } = await sql<{ personId: string; name: string; phone: string }>`
    select p.id as "personId", p.name, p.phone from person p
    where p.phone = any(${[...new Set(phones)]}::text[]) and p.erased_at is null and (
      exists (select from residency r join center c on c.id = r.center_id
        where r.person_id = p.id and c.company_id = ${companyId}::uuid)
      or exists (select from post o join center c on c.id = o.center_id
        where o.person_id = p.id and c.company_id = ${companyId}::uuid)
      or exists (select from administrator a where a.person_id = p.id and a.company_id = ${companyId}::uuid))
    order by p.created_at, p.id`.execute(db)
  return rows
}

interface PersonRow {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly settings: string
  readonly created_at: number
}

const insertPeople = bulkInsert<PersonRow>('person', {
  id: 'uuid',
  name: 'text',
  phone: 'text',
  created_at: 'int8',
  settings: 'jsonb',
})

export async function addPeople(
  trx: Trx,
  people: readonly { readonly personId: string; readonly name: string; readonly phone: string | null }[],
  at: number,
): Promise<void> {
  if (people.length === 0) return
  const settings = toJson({})
  await insertPeople(
    people.map(({ personId: id, name, phone }) => ({ id, name, phone, settings, created_at: at })),
  ).execute(trx)
}

interface ResidencyRow {
  readonly center_id: string
  readonly person_id: string
  readonly place_id: string
  readonly relation: string
  readonly household_id: string
  readonly since: number
  readonly moved_in: string | null
  readonly until_day: string | null
}

const insertResidencies = bulkInsert<ResidencyRow>('residency', {
  center_id: 'uuid',
  person_id: 'uuid',
  place_id: 'uuid',
  relation: 'text',
  household_id: 'uuid',
  since: 'int8',
  moved_in: 'text',
  until_day: 'text',
})

const updateResidencies = bulkUpdate<Omit<ResidencyRow, 'since'>>(
  'residency',
  {
    center_id: 'uuid',
    person_id: 'uuid',
    place_id: 'uuid',
    relation: 'text',
    household_id: 'uuid',
    moved_in: 'text',
    until_day: 'text',
  },
  ['center_id', 'person_id', 'place_id'],
  [],
  'true',
)

const updatePhones = bulkUpdate<{ readonly id: string; readonly phone: string | null }>(
  'person',
  { id: 'uuid', phone: 'text' },
  ['id'],
  [],
  'true',
)

const residencyRow = (centerId: string, resident: KnownResident) => ({
  center_id: centerId,
  person_id: resident.personId,
  place_id: resident.placeId,
  relation: resident.relation,
  household_id: resident.householdId,
  moved_in: resident.movedIn,
  until_day: resident.until,
})

export async function addResidents(trx: Trx, centerId: string, residents: readonly KnownResident[], since: number) {
  if (residents.length === 0) return
  await insertResidencies(residents.map(resident => ({ ...residencyRow(centerId, resident), since }))).execute(trx)
}

export async function changeResidents(trx: Trx, centerId: string, residents: readonly KnownResident[]): Promise<void> {
  if (residents.length === 0) return
  await updateResidencies(residents.map(resident => residencyRow(centerId, resident))).execute(trx)
  await updatePhones(residents.map(({ personId: id, phone }) => ({ id, phone }))).execute(trx)
}

/** Everybody's posts in a center, but for administrators, who are appointed; with the number by which they are known. */
export const registeredPosts = (db: Db, centerId: string): Promise<readonly KnownPost[]> =>
  db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .where('post.center_id', '=', centerId)
    .where('post.role', 'in', keysOf(postedRoleLabels))
    .where('person.erased_at', 'is', null)
    .select([
      'post.person_id as personId',
      'person.name',
      'person.phone',
      'post.role',
      'post.department_id as departmentId',
      'post.building_ids as buildingIds',
      'post.skills',
    ])
    .orderBy('person.name')
    .orderBy('person.id')
    .orderBy('post.role')
    .execute()

interface PostRow {
  readonly center_id: string
  readonly person_id: string
  readonly role: string
  readonly department_id: string | null
  readonly present: boolean
  readonly since: number
  readonly building_ids: string
  readonly skills: string
}

const writePostRows = bulkInsert<PostRow>(
  'post',
  {
    center_id: 'uuid',
    person_id: 'uuid',
    role: 'text',
    department_id: 'text',
    present: 'bool',
    since: 'int8',
    building_ids: 'jsonb',
    skills: 'jsonb',
  },
  `on conflict (center_id, person_id, role) do update set
    department_id = excluded.department_id, building_ids = excluded.building_ids, skills = excluded.skills`,
)

/** Writes posts as they stand now. Whoever is new counts as at work (D-RT-2); of others presence stays as it was said. */
export async function writePosts(
  trx: Trx,
  centerId: string,
  posts: readonly KnownPost[],
  since: number,
): Promise<void> {
  if (posts.length === 0) return
  const rows = posts.map(post => ({
    center_id: centerId,
    person_id: post.personId,
    role: post.role,
    department_id: post.departmentId,
    present: true,
    since,
    building_ids: toJson([...post.buildingIds]),
    skills: toJson([...post.skills]),
  }))
  await writePostRows(rows).execute(trx)
}

export async function removePosts(
  trx: Trx,
  centerId: string,
  personId: string,
  roles: readonly StaffRole[],
): Promise<void> {
  if (roles.length === 0) return
  await trx
    .deleteFrom('post')
    .where('center_id', '=', centerId)
    .where('person_id', '=', personId)
    .where('role', 'in', roles)
    .execute()
}

/** What somebody is called, and the number they sign in with. */
export async function nameNumber(
  trx: Trx,
  { personId, name, phone }: { readonly personId: string; readonly name: string; readonly phone: string },
): Promise<void> {
  await trx.updateTable('person').set({ name, phone, phone_proven_at: null }).where('id', '=', personId).execute()
}
