import { type Kysely, type Transaction, sql } from 'kysely'
import { parseDate, dayNumber, startOfMonth } from '../../domain/calendar/zone'
import type { Drawable } from '../../domain/campaign/sample'
import { tenureOf } from '../../domain/campaign/tenure'
import { phoneHash } from '../people/phone-key'
import type { Database } from '../schema'

type Trx = Transaction<Database>

/** A household that a campaign may ask, at the first of its rooms. */
export interface FramedHousehold extends Drawable {
  readonly placeId: string
}

interface FrameRow {
  readonly householdId: string
  readonly placeId: string
  readonly buildingId: string | null
  /** Of whoever moved in first. */
  readonly movedIn: string | null
  readonly since: number
}

/** Every household of a center with somebody in it who is more than a visitor, as long here at `now` (epoch ms) as its first member. */
export async function householdsOf(
  db: Kysely<Database>,
  centerId: string,
  now: number,
): Promise<readonly FramedHousehold[]> {
  const { rows } = await sql<FrameRow>`
    select distinct on (r.household_id) r.household_id as "householdId", r.place_id as "placeId",
      p.building_id as "buildingId", min(r.moved_in) over whole as "movedIn", min(r.since) over whole as since
    from residency r
    join place p on p.center_id = r.center_id and p.id = r.place_id
    where r.center_id = ${centerId}::uuid and r.relation <> 'visitor'
    window whole as (partition by r.household_id)
    order by r.household_id, p.sort, p.id`.execute(db)
  return rows.map(({ movedIn, since, ...household }) => ({
    ...household,
    tenure: tenureOf((movedIn === null ? null : parseDate(movedIn)) ?? dayNumber(since), now),
  }))
}

/** Somebody who may be asked for their household. */
export interface Member {
  readonly householdId: string
  readonly personId: string
  /** Does not wish to be called, by account or by number (D-CB-9). */
  readonly declined: boolean
}

/**
 * The members of some households. `lock`: their rows are held until the transaction ends, in the order in which `askedEnough` of
 * tickets holds them, so that of two askings at once the second sees the first (D-CB-12).
 */
export async function membersOf(
  trx: Trx,
  centerId: string,
  householdIds: readonly string[],
  { lock }: { readonly lock: boolean },
): Promise<readonly Member[]> {
  if (lock)
    await sql`
      select 1 from residency
      where center_id = ${centerId}::uuid and household_id = any(${[...householdIds]}::uuid[])
      order by household_id, person_id, place_id for update`.execute(trx)
  const { rows } = await sql<Member>`
    select distinct r.household_id as "householdId", r.person_id as "personId",
      (p.callback_declined or exists (
        select 1 from callback_wish w where w.phone_hash = ${phoneHash(sql`p.phone`)})) as declined
    from residency r
    join person p on p.id = r.person_id
    where r.center_id = ${centerId}::uuid and r.household_id = any(${[...householdIds]}::uuid[])
      and r.relation <> 'visitor' and p.erased_at is null
    order by 1, 2`.execute(trx)
  return rows
}

/** How often each of some households has been asked in the month of `now` (epoch ms), about matters and by campaigns (D-CB-12). */
export async function askedThisMonth(
  trx: Trx,
  centerId: string,
  householdIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; times: number }>`
    select id, count(*) as times from (
      select r.household_id as id
      from (select distinct household_id, person_id from residency
        where center_id = ${centerId}::uuid and household_id = any(${[...householdIds]}::uuid[])) r
      join asking a on a.center_id = ${centerId}::uuid and a.complainant = r.person_id
        and a.at >= ${startOfMonth(now)}::bigint and a.asked
      union all
      select household_id from campaign_household
      where center_id = ${centerId}::uuid and household_id = any(${[...householdIds]}::uuid[])
        and asked_at >= ${startOfMonth(now)}::bigint) as askings
    group by id`.execute(trx)
  return new Map(rows.map(({ id, times }) => [id, times]))
}
