import { type Kysely, sql } from 'kysely'
import type { Ticket } from '../../domain/ticket/state'
import type { Relation } from '../../../types/vocabulary'
import type { Database } from '../schema'
import { phoneKey } from './phone-key'

type Db = Kysely<Database>

/** Somebody who lives in a center and is registered under a telephone number. */
export interface KnownResident {
  readonly id: string
  readonly name: string
  readonly callbackDeclined: boolean
  /** D-CU-1. */
  readonly keyCustomer: boolean
  readonly rooms: readonly { readonly placeId: string; readonly name: string; readonly relation: Relation }[]
}

/** One number may serve a family; more than so many are no family. */
const mostResidents = 8

/** Residents of a center under a number, whoever was registered first in front. */
export async function residentsByPhone(db: Db, centerId: string, phone: string): Promise<readonly KnownResident[]> {
  const { rows } = await sql<KnownResident>`
    select p.id, p.name, p.callback_declined as "callbackDeclined", p.key_customer as "keyCustomer",
      jsonb_agg(jsonb_build_object('placeId', l.id, 'name', l.full_name, 'relation', r.relation) order by l.sort, l.id) as rooms
    from person p
    join residency r on r.person_id = p.id and r.center_id = ${centerId}::uuid
    join place l on l.center_id = r.center_id and l.id = r.place_id
    where ${phoneKey(sql`p.phone`)} = ${phoneKey(sql`${phone}`)} and p.erased_at is null
    group by p.id order by p.created_at, p.id limit ${mostResidents}`.execute(db)
  return rows
}

/** Somebody by the name under which they told it, and their room. */
export interface NamedAtHome {
  readonly name: string
  readonly placeId: string
  readonly buildingId: string
}

/** D-CB-2b: whether an account, or a number left with an earlier matter of the same room, is theirs by name. */
export async function isReachableByRecord(
  db: Db,
  centerId: string,
  { name, placeId, buildingId }: NamedAtHome,
): Promise<boolean> {
  const { rows } = await sql<{ reachable: boolean }>`
    select exists (
      select from residency r join person p on p.id = r.person_id
      where r.center_id = ${centerId}::uuid and r.place_id = ${placeId}::uuid and p.name = ${name} and p.erased_at is null
    ) or exists (
      select from ticket t join contact c on c.center_id = t.center_id and c.ticket_id = t.id
      where t.center_id = ${centerId}::uuid and t.building_id = ${buildingId}::uuid and t.place_id = ${placeId}::uuid
        and c.name = ${name} and c.phone is not null
    ) as reachable`.execute(db)
  return rows[0]?.reachable === true
}

/** An open matter of somebody who rings up, and the tickets on which the number was left. */
export interface CallersMatters {
  readonly tickets: readonly Ticket[]
  readonly toldOn: readonly string[]
  /** As it was given with the latest filing under the number; null: none was. */
  readonly name: string | null
}

const mostMatters = 20

/**
 * Open matters of a center that belong to a number: by the accounts registered under it, or because it was left with a
 * filing, also with one that has been merged since. Newest first.
 */
export async function mattersByPhone(
  db: Db,
  centerId: string,
  phone: string,
  personIds: readonly string[],
): Promise<CallersMatters> {
  const { rows: left } = await sql<{ ticketId: string; into: string | null; name: string | null }>`
    select c.ticket_id as "ticketId", t.body->'into'->>'id' as into, c.name
    from contact c join ticket t on t.center_id = c.center_id and t.id = c.ticket_id
    where c.center_id = ${centerId}::uuid and ${phoneKey(sql`c.phone`)} = ${phoneKey(sql`${phone}`)}
    order by t.filed_at desc limit 200`.execute(db)
  const named = left.flatMap(({ ticketId, into }) => (into === null ? [ticketId] : [ticketId, into]))
  const rows = await db
    .selectFrom('ticket')
    .where('center_id', '=', centerId)
    .where('closed_at', 'is', null)
    .where(eb =>
      eb.or([
        sql<boolean>`id = any(${named}::uuid[])`,
        sql<boolean>`id in (select p.ticket_id from participant p
          where p.center_id = ${centerId}::uuid and p.person_id = any(${personIds}::uuid[]))`,
      ]),
    )
    .select('body')
    .orderBy('filed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostMatters)
    .execute()
  return {
    tickets: rows.map(({ body }) => body),
    toldOn: left.map(({ ticketId }) => ticketId),
    name: left.find(({ name }) => name !== null && name.trim() !== '')?.name ?? null,
  }
}
