import type { Kysely } from 'kysely'
import { type CompiledPolicy, compilePolicy } from '../../domain/policy/compile/compile'
import type { Policy } from '../../domain/policy/model/policy'
import type { Directory, StaffMember } from '../../domain/routing/directory'
import type { Database } from '../schema'

type Db = Kysely<Database>

export interface Center {
  readonly id: string
  readonly companyId: string
  readonly name: string
  readonly estate: string
  readonly hotline: string
  readonly nightPhone: string
  readonly policyVersion: number
  readonly directoryVersion: number
}

const centers = (db: Db) =>
  db
    .selectFrom('center')
    .innerJoin('company', 'company.id', 'center.company_id')
    .select([
      'center.id',
      'center.company_id as companyId',
      'center.name',
      'center.estate_name as estate',
      'center.hotline',
      'center.night_phone as nightPhone',
      'center.policy_version as policyVersion',
      'company.directory_version as directoryVersion',
    ])

/** One center with the versions that tell whether what a process remembers is still true; undefined: unknown. */
export const findCenter = (db: Db, centerId: string): Promise<Center | undefined> =>
  centers(db).where('center.id', '=', centerId).executeTakeFirst()

/** The first of all centers, in the order of their estates. */
export const allCenters = (db: Db, limit: number): Promise<readonly Center[]> =>
  centers(db).orderBy('center.estate_name').orderBy('center.id').limit(limit).execute()

/** Names of centers by id, in the order of their names; unknown ids are left out. */
export async function centerNames(db: Db, centerIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (centerIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('center')
    .where('id', 'in', [...centerIds])
    .select(['id', 'name'])
    .orderBy('name')
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/**
 * What one process remembers of centers. Belongs to one database: two of them may hold different centers under one id.
 */
export interface CenterMemory {
  readonly policies: Map<string, CompiledPolicy>
  readonly directories: Map<string, { version: number; directory: Directory }>
}
export const emptyMemory = (): CenterMemory => ({ policies: new Map(), directories: new Map() })

/** A database and what is remembered of it. */
export interface Source {
  readonly db: Db
  readonly memory: CenterMemory
}

/** With the product's time (epoch ms): a directory leaves out what is long over. */
export interface TimedSource extends Source {
  readonly clock: { now(): number }
}

/** A calendar that the newer version no longer has is kept as the rules knew it, or they could count on nothing. */
const withCalendars = (rules: Policy, newer: Policy): Policy => ({
  ...rules,
  calendars: { ...rules.calendars, ...newer.calendars },
  holidayYears: newer.holidayYears,
})

/**
 * The rules of one version of a center's policy on the calendars of another (D-SLA-17: a change of a calendar reaches
 * what is still running, one of a figure need not). A version is never updated, so each pair is compiled once per process.
 * @throws Error when one does not exist: a ticket can't name a version that was never stored
 */
export async function policyOf(
  { db, memory: { policies } }: Source,
  centerId: string,
  version: number,
  calendarVersion: number = version,
): Promise<CompiledPolicy> {
  const key = `${centerId}:${version}:${calendarVersion}`
  const known = policies.get(key)
  if (known) return known
  const rules = await policyDocumentOf(db, centerId, version)
  const body =
    calendarVersion === version ? rules : withCalendars(rules, await policyDocumentOf(db, centerId, calendarVersion))
  const compiled = compilePolicy(body, version)
  policies.set(key, compiled)
  return compiled
}

/** The policy that a ticket runs under. */
export const policyFor = (
  source: Source,
  ticket: { readonly centerId: string; readonly policyVersion: number; readonly calendarVersion?: number },
): Promise<CompiledPolicy> => policyOf(source, ticket.centerId, ticket.policyVersion, ticket.calendarVersion)

/** A version as it was saved. @throws Error when it does not exist */
export async function policyDocumentOf(db: Db, centerId: string, version: number): Promise<Policy> {
  const row = await db
    .selectFrom('policy')
    .where('center_id', '=', centerId)
    .where('version', '=', version)
    .select('body')
    .executeTakeFirstOrThrow()
  return row.body
}

/** ms for which a shift that is over stays in the directory. */
const dutyKeptMs = 86_400_000

async function readDirectory(db: Db, center: Center, now: number): Promise<Directory> {
  const posts = await db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('center', 'center.id', 'post.center_id')
    .where('center.company_id', '=', center.companyId)
    .where(eb => eb.or([eb('post.center_id', '=', center.id), eb('post.role', '=', 'quality')]))
    .select([
      'person.id',
      'person.name',
      'post.role',
      'post.department_id as departmentId',
      'post.building_ids as buildingIds',
      'post.skills',
      'post.present',
    ])
    // A fixed order: routing must not depend on how the database happens to return rows (D-RT-2).
    .orderBy('person.id')
    .orderBy('post.role')
    .execute()
  if (posts.length === 0) return { staff: [] }
  const siblings = db.selectFrom('center').where('company_id', '=', center.companyId).select('id')
  // Whoever is on leave is away from every center, whichever of them has recorded it.
  const leaves = await db
    .selectFrom('leave')
    .where('center_id', 'in', siblings)
    .where('person_id', 'in', [...new Set(posts.map(post => post.id))])
    .selectAll()
    .execute()
  // A roster is a center's own (D-RT-1); only the quality department's stands for all of them.
  const quality = [...new Set(posts.flatMap(post => (post.role === 'quality' ? [post.id] : [])))]
  const duties = await db
    .selectFrom('roster_shift')
    .where('center_id', 'in', siblings)
    .where(eb =>
      eb.or([eb('center_id', '=', center.id), ...(quality.length > 0 ? [eb('person_id', 'in', quality)] : [])]),
    )
    .where('to_at', '>', now - dutyKeptMs)
    .select(['person_id', 'from_at as from', 'to_at as to'])
    .orderBy('from_at')
    .orderBy('to_at')
    .execute()
  const leaveOf = byPerson(leaves, leave => ({ from: leave.from_day, to: leave.to_day }))
  const dutyOf = byPerson(duties, ({ from, to }) => ({ from, to }))
  const staff: StaffMember[] = posts.map(post => ({
    ...post,
    leave: leaveOf.get(post.id) ?? [],
    rosterShifts: dutyOf.get(post.id) ?? [],
  }))
  return { staff }
}

function byPerson<Row extends { person_id: string }, T>(rows: readonly Row[], make: (row: Row) => T): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const list = found.get(row.person_id)
    if (list) list.push(make(row))
    else found.set(row.person_id, [make(row)])
  }
  return found
}

/** Everybody who can be given a ticket of the center, read again only after a change of staff. */
export async function directoryOf(source: TimedSource, center: Center): Promise<Directory> {
  const { directories } = source.memory
  const known = directories.get(center.id)
  if (known?.version === center.directoryVersion) return known.directory
  const directory = await readDirectory(source.db, center, source.clock.now())
  directories.set(center.id, { version: center.directoryVersion, directory })
  return directory
}

/** How many open tickets each of the people has. */
export async function openCounts(
  db: Db,
  centerId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('ticket')
    .where('center_id', '=', centerId)
    .where('assignee_id', 'in', personIds)
    .where('closed_at', 'is', null)
    .groupBy('assignee_id')
    .select(eb => ['assignee_id', eb.fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.flatMap(row => (row.assignee_id === null ? [] : [[row.assignee_id, row.count] as const])))
}

export interface Place {
  readonly id: string
  readonly centerId: string
  readonly kind: Database['place']['kind']
  readonly name: string
  readonly fullName: string
  readonly parentId: string | null
  readonly buildingId: string | null
}

export const placeColumns = [
  'id',
  'center_id as centerId',
  'kind',
  'name',
  'full_name as fullName',
  'parent_id as parentId',
  'building_id as buildingId',
] as const

/** The place, if it is in one of the centers. */
export async function findPlace(db: Db, centerIds: readonly string[], placeId: string): Promise<Place | undefined> {
  if (centerIds.length === 0) return undefined
  return db
    .selectFrom('place')
    .where('center_id', 'in', centerIds)
    .where('id', '=', placeId)
    .select(placeColumns)
    .executeTakeFirst()
}

/** Places anybody of the estate may name: the estate, its buildings and its public areas, in the order of the estate. */
export async function publicPlaces(db: Db, centerId: string): Promise<readonly Place[]> {
  return db
    .selectFrom('place')
    .where('center_id', '=', centerId)
    .where('kind', 'in', ['estate', 'building', 'publicArea'])
    .select(placeColumns)
    .orderBy('sort')
    .orderBy('id')
    .execute()
}

/** Rooms of the center, up to `limit`, for staff who record on somebody's behalf. */
export async function roomsOf(db: Db, centerId: string, limit: number): Promise<readonly Place[]> {
  return db
    .selectFrom('place')
    .where('center_id', '=', centerId)
    .where('kind', '=', 'room')
    .select(placeColumns)
    .orderBy('sort')
    .orderBy('id')
    .limit(limit)
    .execute()
}
