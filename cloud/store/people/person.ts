import { type Kysely, sql } from 'kysely'
import type { Post } from '../../domain/access/actor'
import { rights } from '../../../types/rights'
import type { Relation } from '../../../types/vocabulary'
import { toJson } from '../engine/json'
import type { Database } from '../schema'

type Db = Kysely<Database>

export interface Residency {
  readonly centerId: string
  readonly placeId: string
  readonly name: string
  readonly buildingId: string | null
  readonly relation: Relation
  /** Whom of that room they belong to (D-AC-2). */
  readonly householdId: string
}

/** A person with everything permissions are decided by, read in one statement. */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly openid: string | null
  readonly settings: Record<string, unknown>
  readonly callbackDeclined: boolean
  /** D-CU-1. */
  readonly keyCustomer: boolean
  readonly posts: readonly Post[]
  readonly rooms: readonly Residency[]
  /** The company that the person may organise (D-OR-1); null: none. */
  readonly administers: string | null
  /** Every center the person may have to do with: own posts and rooms; for quality and supervisors, all of the company. */
  readonly centerIds: readonly string[]
}

interface PersonRow {
  id: string
  name: string
  phone: string | null
  openid: string | null
  settings: Record<string, unknown>
  callback_declined: boolean
  key_customer: boolean
  posts: Post[] | null
  rooms: Residency[] | null
  administers: string | null
}

const known = (row: PersonRow): KnownPerson => {
  const posts = row.posts ?? []
  const rooms = row.rooms ?? []
  const own = [...posts, ...rooms].map(binding => binding.centerId)
  const reached = posts.flatMap(({ reach = [] }) => reach)
  return {
    id: row.id,
    name: row.name,
    phone: row.phone,
    openid: row.openid,
    settings: row.settings,
    callbackDeclined: row.callback_declined,
    keyCustomer: row.key_customer,
    posts,
    rooms,
    administers: row.administers,
    centerIds: [...new Set([...own, ...reached])],
  }
}

/** The columns of `PersonRow` for a person aliased `p`. One round trip: every call begins with it. */
const personColumns = sql`
  p.id, p.name, p.phone, p.openid, p.settings, p.callback_declined, p.key_customer,
  (select jsonb_agg(jsonb_build_object('role', o.role, 'centerId', o.center_id, 'departmentId', o.department_id,
     'buildingIds', o.building_ids) || case when o.role = any(${[...rights.seeCompany]}::text[]) then jsonb_build_object('reach',
       (select jsonb_agg(c.id order by c.id) from center own join center c on c.company_id = own.company_id
         where own.id = o.center_id)) else '{}' end
     order by o.center_id, o.role) from post o where o.person_id = p.id) as posts,
  (select jsonb_agg(jsonb_build_object('centerId', r.center_id, 'placeId', r.place_id, 'name', l.full_name,
     'buildingId', l.building_id, 'relation', r.relation, 'householdId', r.household_id)
     order by l.sort, l.id)
     from residency r join place l on l.center_id = r.center_id and l.id = r.place_id
     where r.person_id = p.id) as rooms,
  (select a.company_id from administrator a where a.person_id = p.id order by a.since limit 1) as administers`

async function one(db: Db, query: ReturnType<typeof sql<PersonRow>>): Promise<KnownPerson | null> {
  const { rows } = await query.execute(db)
  return rows[0] ? known(rows[0]) : null
}

/** Whoever holds the session with this token hash, if it is still good at `now` (epoch ms) and the person not erased. */
export const personBySession = (db: Db, tokenHash: string, now: number): Promise<KnownPerson | null> =>
  one(
    db,
    sql<PersonRow>`select ${personColumns} from session s join person p on p.id = s.person_id
      where s.token_hash = ${tokenHash} and s.expires_at > ${now} and p.erased_at is null`,
  )

export const personByOpenid = (db: Db, openid: string): Promise<KnownPerson | null> =>
  one(db, sql<PersonRow>`select ${personColumns} from person p where p.openid = ${openid} and p.erased_at is null`)

export const personById = (db: Db, id: string): Promise<KnownPerson | null> =>
  one(db, sql<PersonRow>`select ${personColumns} from person p where p.id = ${id} and p.erased_at is null`)

/**
 * The first person known under a phone number: one number may serve a family. Whoever has proven that it is theirs comes before those who
 * were entered under it, and then the earliest known.
 */
export async function personIdByPhone(db: Db, phone: string): Promise<string | null> {
  const row = await db
    .selectFrom('person')
    .where('phone', '=', phone)
    .where('erased_at', 'is', null)
    .select('id')
    .orderBy('phone_proven_at', order => order.asc().nullsLast())
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export interface NewPerson {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly openid: string | null
  readonly at: number
}

/** Adds a person; with an openid that is already known, nothing happens (two first calls at once). */
export async function addPerson(db: Db, person: NewPerson): Promise<void> {
  await db
    .insertInto('person')
    .values({
      id: person.id,
      name: person.name,
      phone: person.phone,
      openid: person.openid,
      settings: toJson({}),
      created_at: person.at,
      erased_at: null,
    })
    .onConflict(conflict => conflict.column('openid').doNothing())
    .execute()
}

export async function nameOf(db: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await db.selectFrom('person').where('id', 'in', personIds).select(['id', 'name']).execute()
  return new Map(rows.map(row => [row.id, row.name]))
}
