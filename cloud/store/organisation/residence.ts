import { type Kysely, type Transaction, sql } from 'kysely'
import type { BindingState, Relation, ResidentRelation } from '../../../types/vocabulary'
import { isId } from '../engine/ids'
import type { Database } from '../schema'

type Db = Kysely<Database>
type Trx = Transaction<Database>

export interface FoundRoom {
  readonly centerId: string
  readonly companyId: string
  readonly placeId: string
  readonly buildingId: string | null
  readonly name: string
}

const rooms = (db: Db) =>
  db
    .selectFrom('place')
    .innerJoin('center', 'center.id', 'place.center_id')
    .where('place.kind', '=', 'room')
    .select([
      'place.center_id as centerId',
      'center.company_id as companyId',
      'place.id as placeId',
      'place.building_id as buildingId',
      'place.full_name as name',
    ])

/** A room, in any center: whether the caller may do anything with it is decided by what they are there. */
export const findRoom = async (db: Db, placeId: string): Promise<FoundRoom | undefined> =>
  isId(placeId) ? rooms(db).where('place.id', '=', placeId).executeTakeFirst() : undefined

export interface Lives {
  readonly personId: string
  readonly name: string
  readonly relation: Relation
  readonly householdId: string
  /** The last day of a lease, `YYYY-MM-DD` at +08:00; null: open. */
  readonly untilDay: string | null
}

/** Who lives in some rooms of a center, whoever came first in front. */
export async function lodgersOf(
  db: Db,
  centerId: string,
  placeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Lives[]>> {
  const lodgers = new Map<string, Lives[]>(placeIds.map(id => [id, []]))
  if (placeIds.length === 0) return lodgers
  const rows = await db
    .selectFrom('residency')
    .innerJoin('person', 'person.id', 'residency.person_id')
    .where('residency.center_id', '=', centerId)
    .where('residency.place_id', 'in', placeIds)
    .select([
      'residency.place_id as placeId',
      'residency.person_id as personId',
      'person.name',
      'residency.relation',
      'residency.household_id as householdId',
      'residency.until_day as untilDay',
    ])
    .orderBy('residency.since')
    .orderBy('residency.person_id')
    .execute()
  for (const { placeId, ...lodger } of rows) lodgers.get(placeId)?.push(lodger)
  return lodgers
}

/** Of two who move into one room, or out of it, at once, the second sees what the first has done. */
export async function lockRoom(trx: Trx, centerId: string, placeId: string): Promise<void> {
  await trx
    .selectFrom('place')
    .where('center_id', '=', centerId)
    .where('id', '=', placeId)
    .select('id')
    .forUpdate()
    .execute()
}

export interface MovingIn {
  readonly centerId: string
  readonly placeId: string
  readonly personId: string
  readonly relation: Relation
  readonly householdId: string
  /** Epoch ms. */
  readonly since: number
  /** `YYYY-MM-DD` at +08:00; null: open. */
  readonly untilDay: string | null
}

/** Binds somebody to a room, or says anew as what they live there. */
export async function bindToRoom(trx: Trx, moving: MovingIn): Promise<void> {
  const values = { relation: moving.relation, household_id: moving.householdId, until_day: moving.untilDay }
  await trx
    .insertInto('residency')
    .values({
      center_id: moving.centerId,
      place_id: moving.placeId,
      person_id: moving.personId,
      since: moving.since,
      ...values,
    })
    .onConflict(conflict => conflict.columns(['center_id', 'person_id', 'place_id']).doUpdateSet(values))
    .execute()
}

/** Takes people off a room. What they have filed stays where it is, with the household it was shared with. */
export async function takeOffRoom(
  trx: Trx,
  centerId: string,
  placeId: string,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return
  await trx
    .deleteFrom('residency')
    .where('center_id', '=', centerId)
    .where('place_id', '=', placeId)
    .where('person_id', 'in', personIds)
    .execute()
}

/** Whoever has come without a name is called by the one given with the room. */
export async function nameNewcomer(trx: Trx, personId: string, name: string, nameless: string): Promise<void> {
  await trx.updateTable('person').set({ name }).where('id', '=', personId).where('name', '=', nameless).execute()
}

export interface Invitation {
  readonly codeHash: string
  readonly centerId: string
  readonly placeId: string
  readonly relation: ResidentRelation
  readonly householdId: string | null
  readonly replaces: boolean
  readonly untilDay: string | null
  readonly madeBy: string
  /** Epoch ms. */
  readonly madeAt: number
  readonly expiresAt: number
}

export async function addInvitation(trx: Trx, made: Invitation): Promise<void> {
  await trx
    .insertInto('invitation')
    .values({
      code_hash: made.codeHash,
      center_id: made.centerId,
      place_id: made.placeId,
      relation: made.relation,
      household_id: made.householdId,
      replaces: made.replaces,
      until_day: made.untilDay,
      made_by: made.madeBy,
      made_at: made.madeAt,
      expires_at: made.expiresAt,
    })
    // The same code is a repeated call, which the key of the call then tells (D-IN-5).
    .onConflict(conflict => conflict.column('code_hash').doNothing())
    .execute()
}

/** Uses up an invitation: once, in time. Of two at once the second finds it used. undefined: unknown, used or too old. */
export async function takeInvitation(
  trx: Trx,
  codeHash: string,
  personId: string,
  now: number,
): Promise<Invitation | undefined> {
  const row = await trx
    .updateTable('invitation')
    .set({ used_by: personId, used_at: now })
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  return (
    row && {
      codeHash,
      centerId: row.center_id,
      placeId: row.place_id,
      relation: row.relation,
      householdId: row.household_id,
      replaces: row.replaces,
      untilDay: row.until_day,
      madeBy: row.made_by,
      madeAt: row.made_at,
      expiresAt: row.expires_at,
    }
  )
}

export interface BindingRequest {
  readonly requestId: string
  readonly centerId: string
  readonly personId: string
  readonly placeId: string
  readonly name: string
  readonly phone: string | null
  readonly relation: ResidentRelation
  /** Epoch ms. */
  readonly at: number
  readonly state: BindingState
  readonly reason: string | null
}

const requestColumns = [
  'binding_request.id as requestId',
  'binding_request.center_id as centerId',
  'binding_request.person_id as personId',
  'binding_request.place_id as placeId',
  'binding_request.name',
  'binding_request.phone',
  'binding_request.relation',
  'binding_request.at',
  'binding_request.state',
  'binding_request.reason',
] as const

/** Somebody has one request for a room open, and no more. */
export const openBinding = 'binding_request_open'

export async function addBindingRequest(trx: Trx, request: BindingRequest): Promise<void> {
  await trx
    .insertInto('binding_request')
    .values({
      center_id: request.centerId,
      id: request.requestId,
      person_id: request.personId,
      place_id: request.placeId,
      name: request.name,
      phone: request.phone,
      relation: request.relation,
      at: request.at,
      state: request.state,
      reason: request.reason,
    })
    .execute()
}

/** Shown at once; whoever has decided these sees the next. */
const mostWaiting = 100

/** Who waits in a center, the longest first. */
export const waitingBindings = (db: Db, centerId: string): Promise<readonly (BindingRequest & { place: string })[]> =>
  db
    .selectFrom('binding_request')
    .innerJoin('place', join =>
      join
        .onRef('place.center_id', '=', 'binding_request.center_id')
        .onRef('place.id', '=', 'binding_request.place_id'),
    )
    .where('binding_request.center_id', '=', centerId)
    .where('binding_request.state', '=', 'open')
    .select([...requestColumns, 'place.full_name as place'])
    .orderBy('binding_request.at')
    .orderBy('binding_request.id')
    .limit(mostWaiting)
    .execute()

/** Of one person, the latest first. */
export const bindingsOf = (db: Db, personId: string): Promise<readonly (BindingRequest & { place: string })[]> =>
  db
    .selectFrom('binding_request')
    .innerJoin('place', join =>
      join
        .onRef('place.center_id', '=', 'binding_request.center_id')
        .onRef('place.id', '=', 'binding_request.place_id'),
    )
    .where('binding_request.person_id', '=', personId)
    .select([...requestColumns, 'place.full_name as place'])
    .orderBy('binding_request.at', 'desc')
    .orderBy('binding_request.id', 'desc')
    .limit(20)
    .execute()

/** One request of a center, with its row held; undefined: there is none. */
export async function lockBinding(trx: Trx, centerId: string, id: string): Promise<BindingRequest | undefined> {
  if (!isId(id)) return undefined
  return trx
    .selectFrom('binding_request')
    .where('center_id', '=', centerId)
    .where('id', '=', id)
    .select(requestColumns)
    .forUpdate()
    .executeTakeFirst()
}

export interface Decision {
  readonly state: BindingState
  readonly reason: string | null
  readonly by: string
  /** Epoch ms. */
  readonly at: number
}

export async function decideBinding(
  trx: Trx,
  { centerId, requestId }: Pick<BindingRequest, 'centerId' | 'requestId'>,
  { state, reason, by, at }: Decision,
): Promise<void> {
  await trx
    .updateTable('binding_request')
    .set({ state, reason, decided_by: by, decided_at: at })
    .where('center_id', '=', centerId)
    .where('id', '=', requestId)
    .execute()
}

/** How many requests somebody has open. */
export async function countOpenBindings(db: Db, personId: string): Promise<number> {
  const row = await db
    .selectFrom('binding_request')
    .where('person_id', '=', personId)
    .where('state', '=', 'open')
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** A room of which a lease has ended. */
export interface EndedLease {
  readonly centerId: string
  readonly placeId: string
}

interface TakeEnded {
  readonly limit: number
  readonly skip: readonly string[]
  readonly only?: EndedLease
}

/**
 * Rooms with a lease that ended before `today` (`YYYY-MM-DD` at +08:00), each held; passes over what others hold, and over dead
 * letters.
 */
export async function lockEndedLeases(
  trx: Trx,
  today: string,
  { limit, skip, only }: TakeEnded,
): Promise<readonly EndedLease[]> {
  const { rows } = await sql<EndedLease>`
    select l.center_id as "centerId", l.id as "placeId" from place l
    where (l.center_id, l.id) in (
        select r.center_id, r.place_id from residency r where r.until_day is not null and r.until_day < ${today})
      and l.id <> all(${[...skip]}::uuid[])
      ${only ? sql`and l.center_id = ${only.centerId}::uuid and l.id = ${only.placeId}::uuid` : sql``}
      and not exists (select 1 from dead_letter d
        where d.center_id = l.center_id and d.work = 'lease' and d.item_id = l.id and d.dead_at is not null)
    order by l.center_id, l.id limit ${limit}::int
    for update of l skip locked`.execute(trx)
  return rows
}
