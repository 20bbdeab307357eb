import type { Kysely } from 'kysely'
import { defaultPolicy } from '../../cloud/domain/policy/model/default-policy'
import type { Policy } from '../../cloud/domain/policy/model/policy'
import { newId } from '../../cloud/store/engine/ids'
import { toJson } from '../../cloud/store/engine/json'
import type { Database } from '../../cloud/store/schema'
import type { PlaceKind, Relation, StaffRole } from '../../types/vocabulary'
import { day, monday9 } from './clock'

interface PlaceSeed {
  readonly center: string
  readonly kind: PlaceKind
  readonly building?: string
}

/** Two buildings in the center that the tests play in, one building in its sister, one in somebody else's company. */
const places: Readonly<Record<string, PlaceSeed>> = {
  estate: { center: 'center-1', kind: 'estate' },
  garden: { center: 'center-1', kind: 'publicArea' },
  b1: { center: 'center-1', kind: 'building', building: 'b1' },
  'b1-lobby': { center: 'center-1', kind: 'publicArea', building: 'b1' },
  'room-101': { center: 'center-1', kind: 'room', building: 'b1' },
  'room-102': { center: 'center-1', kind: 'room', building: 'b1' },
  b2: { center: 'center-1', kind: 'building', building: 'b2' },
  'room-201': { center: 'center-1', kind: 'room', building: 'b2' },
  b9: { center: 'center-2', kind: 'building', building: 'b9' },
  'room-901': { center: 'center-2', kind: 'room', building: 'b9' },
  bx: { center: 'center-x', kind: 'building', building: 'bx' },
  'room-x01': { center: 'center-x', kind: 'room', building: 'bx' },
}

interface PostSeed {
  readonly role: StaffRole
  readonly center?: string
  readonly department?: string
  readonly buildings?: readonly string[]
  readonly present?: boolean
}
interface PersonSeed {
  readonly rooms?: readonly string[]
  readonly relation?: Relation
  /** Whose household it is, where that is somebody else's (D-AC-2). */
  readonly household?: string
  readonly posts?: readonly PostSeed[]
}

/** Everybody by the name a test calls them by. */
const people: Readonly<Record<string, PersonSeed>> = {
  'resident-1': { rooms: ['room-101'] },
  /** Lives with the first resident; the lodger of the same room does not belong to them. */
  'family-1': { rooms: ['room-101'], relation: 'family', household: 'resident-1' },
  'lodger-1': { rooms: ['room-101'], relation: 'tenant' },
  'resident-2': { rooms: ['room-102'], relation: 'tenant' },
  'resident-3': { rooms: ['room-201'] },
  'resident-9': { rooms: ['room-901'] },
  'resident-x': { rooms: ['room-x01'] },
  'steward-1': { posts: [{ role: 'steward', department: 'service', buildings: ['b1'] }] },
  'steward-2': { posts: [{ role: 'steward', department: 'service', buildings: ['b2'] }] },
  'engineer-1': { posts: [{ role: 'handler', department: 'engineering' }] },
  'engineer-2': { posts: [{ role: 'handler', department: 'engineering' }] },
  'guard-1': { posts: [{ role: 'handler', department: 'security', present: true }] },
  'engineering-head': { posts: [{ role: 'departmentHead', department: 'engineering' }] },
  'service-head': { posts: [{ role: 'departmentHead', department: 'service' }] },
  'clerk-1': { posts: [{ role: 'clerk', department: 'service' }] },
  'clerk-2': { posts: [{ role: 'clerk', department: 'service' }] },
  'assistant-1': { posts: [{ role: 'assistant', department: 'service' }] },
  'manager-1': { posts: [{ role: 'serviceManager' }] },
  'quality-1': { posts: [{ role: 'quality' }] },
  'supervisor-1': { posts: [{ role: 'supervisor' }] },
  'admin-1': { posts: [{ role: 'admin' }] },
  /** An admin who lives in the estate: a resident like any other. */
  'admin-at-home': { rooms: ['room-201'], posts: [{ role: 'admin' }] },
  /** Works in the sister center and lives here. */
  'clerk-at-home': { rooms: ['room-102'], posts: [{ role: 'clerk', center: 'center-2' }] },
  'steward-9': { posts: [{ role: 'steward', center: 'center-2', department: 'service', buildings: ['b9'] }] },
  'clerk-9': { posts: [{ role: 'clerk', center: 'center-2', department: 'service' }] },
  'clerk-x': { posts: [{ role: 'clerk', center: 'center-x', department: 'service' }] },
  'quality-x': { posts: [{ role: 'quality', center: 'center-x' }] },
}

const centers: Readonly<Record<string, string>> = {
  'center-1': 'company-1',
  'center-2': 'company-1',
  'center-x': 'company-x',
}

/** Ids by the names of this file: fresh for every estate, so that nothing can lean on them. */
export type Ids = (name: string) => string

export const personNames = Object.keys(people)

/** The telephone of the n-th person; numbers that no telephone company has given out. */
export const phoneOf = (name: string): string => `1000000${String(personNames.indexOf(name) + 1).padStart(4, '0')}`

/** Fills a migrated database with two companies, three centers and everybody in them. `policy` is center-1's. */
export async function buildEstate(db: Kysely<Database>, policy: Policy = defaultPolicy): Promise<Ids> {
  const known = new Map<string, string>()
  const ids: Ids = name => {
    const id = known.get(name) ?? newId()
    known.set(name, id)
    return id
  }
  const since = monday9 - 400 * day
  for (const company of new Set(Object.values(centers)))
    await db
      .insertInto('company')
      .values({ id: ids(company), name: company, created_at: since })
      .execute()
  await db
    .insertInto('center')
    .values(
      Object.entries(centers).map(([name, company]) => ({
        id: ids(name),
        company_id: ids(company),
        name,
        estate_name: `${name} 小区`,
        hotline: '0571-1',
        night_phone: '0571-2',
        policy_version: 1,
        created_at: since,
      })),
    )
    .execute()
  await db
    .insertInto('policy')
    .values(
      Object.keys(centers).map(name => ({
        center_id: ids(name),
        version: 1,
        body: toJson(name === 'center-1' ? policy : defaultPolicy),
        created_at: since,
        created_by: ids('admin-1'),
      })),
    )
    .execute()
  await db
    .insertInto('place')
    .values(
      Object.entries(places).map(([name, place], sort) => ({
        center_id: ids(place.center),
        id: ids(name),
        parent_id: null,
        kind: place.kind,
        name,
        full_name: name,
        building_id: place.building ? ids(place.building) : null,
        sort,
      })),
    )
    .execute()
  await db
    .insertInto('person')
    .values(
      personNames.map(name => ({
        id: ids(name),
        name: `${name} 的名字`,
        phone: phoneOf(name),
        openid: name,
        settings: toJson({}),
        erased_at: null,
        created_at: since,
      })),
    )
    .execute()
  await db
    .insertInto('residency')
    .values(
      Object.entries(people).flatMap(([name, { rooms = [], relation = 'owner', household = name }]) =>
        rooms.map(room => ({
          center_id: ids(places[room]?.center ?? ''),
          person_id: ids(name),
          place_id: ids(room),
          relation,
          household_id: ids(`household of ${household}`),
          since,
        })),
      ),
    )
    .execute()
  await db
    .insertInto('post')
    .values(
      Object.entries(people).flatMap(([name, { posts = [] }]) =>
        posts.map(post => ({
          center_id: ids(post.center ?? 'center-1'),
          person_id: ids(name),
          role: post.role,
          department_id: post.department ?? null,
          building_ids: toJson((post.buildings ?? []).map(ids)),
          skills: toJson<string[]>([]),
          present: post.present ?? false,
          since,
        })),
      ),
    )
    .execute()
  const administrators = Object.entries(people).flatMap(([name, { posts = [] }]) =>
    posts.flatMap(({ role, center = 'center-1' }) =>
      role === 'admin' ? [{ name, company: centers[center] ?? '' }] : [],
    ),
  )
  await db
    .insertInto('administrator')
    .values(administrators.map(({ name, company }) => ({ company_id: ids(company), person_id: ids(name), since })))
    .execute()
  return ids
}
