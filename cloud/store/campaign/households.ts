import { type Kysely, type RawBuilder, type SqlBool, type Transaction, sql } from 'kysely'
import type { HouseholdScope } from '../../domain/access/campaigns'
import type { CountedAnswer } from '../../domain/campaign/report'
import type { MoreAnswers, Question } from '../../../types/contract/questionnaire'
import type { CampaignChannel, CampaignKind, CampaignResult, NotAsked } from '../../../types/vocabulary'
import { bulkInsert } from '../engine/bulk'
import { toJson } from '../engine/json'
import { phoneHash } from '../people/phone-key'
import type { Database } from '../schema'
import type { FramedHousehold } from './frame'

type Db = Kysely<Database>
type Trx = Transaction<Database>

interface Key {
  readonly centerId: string
  readonly id: string
}

interface DrawnRow {
  readonly center_id: string
  readonly campaign_id: string
  readonly household_id: string
  readonly place_id: string
  readonly building_id: string | null
  readonly tenure: string
  readonly asked_at: number | null
  readonly not_asked: NotAsked | null
}

const insertDrawn = bulkInsert<DrawnRow>('campaign_household', {
  center_id: 'uuid',
  campaign_id: 'uuid',
  household_id: 'uuid',
  place_id: 'uuid',
  building_id: 'uuid',
  tenure: 'text',
  asked_at: 'int8',
  not_asked: 'text',
})

/** The households that were drawn, asked at `at` (epoch ms) but for those with a reason not to be. */
export async function writeDrawn(
  trx: Trx,
  { centerId, id }: Key,
  households: readonly (FramedHousehold & { readonly notAsked: NotAsked | null })[],
  at: number,
): Promise<void> {
  if (households.length === 0) return
  await insertDrawn(
    households.map(household => ({
      center_id: centerId,
      campaign_id: id,
      household_id: household.householdId,
      place_id: household.placeId,
      building_id: household.buildingId,
      tenure: household.tenure,
      asked_at: household.notAsked === null ? at : null,
      not_asked: household.notAsked,
    })),
  ).execute(trx)
}

const inScope = ({ buildingIds }: HouseholdScope): RawBuilder<SqlBool> =>
  buildingIds === null ? sql<SqlBool>`true` : sql<SqlBool>`h.building_id = any(${[...buildingIds]}::uuid[])`

/** How many households of one building, with one result by one channel, or not asked for one reason. */
export interface HouseholdCount {
  readonly buildingId: string | null
  readonly buildingName: string | null
  readonly result: CampaignResult | null
  readonly channel: CampaignChannel | null
  readonly notAsked: NotAsked | null
  readonly count: number
}

export async function countHouseholds(
  db: Db,
  { centerId, id }: Key,
  scope: HouseholdScope,
): Promise<readonly HouseholdCount[]> {
  const { rows } = await sql<HouseholdCount>`
    select h.building_id as "buildingId", b.full_name as "buildingName", h.result, h.channel, h.not_asked as "notAsked",
      count(*) as count
    from campaign_household h
    left join place b on b.center_id = h.center_id and b.id = h.building_id
    where h.center_id = ${centerId}::uuid and h.campaign_id = ${id}::uuid and ${inScope(scope)}
    group by h.building_id, b.full_name, b.sort, h.result, h.channel, h.not_asked
    order by b.sort, h.building_id`.execute(db)
  return rows
}

export interface ListedHousehold {
  readonly householdId: string
  readonly sort: number
  readonly place: string
  readonly names: readonly string[]
  readonly result: CampaignResult | null
  readonly channel: CampaignChannel | null
  readonly notAsked: NotAsked | null
  readonly enteredBy: string | null
  readonly tries: number
  /** Somebody of it does not wish to be called (D-CB-9). */
  readonly noCalls: boolean
}

const parts = {
  open: sql<SqlBool>`h.asked_at is not null and h.settled_at is null`,
  settled: sql<SqlBool>`h.settled_at is not null`,
  notAsked: sql<SqlBool>`h.asked_at is null`,
} as const

/** A page of the households of a campaign in the order of their rooms; `after`: the last one shown. */
export async function listHouseholds(
  db: Db,
  { centerId, id }: Key,
  scope: HouseholdScope,
  only: keyof typeof parts,
  page: { readonly after: { readonly at: number; readonly id: string } | null; readonly limit: number },
): Promise<readonly ListedHousehold[]> {
  const { after, limit } = page
  const { rows } = await sql<ListedHousehold>`
    select h.household_id as "householdId", p.sort, p.full_name as place, h.result, h.channel, h.not_asked as "notAsked",
      e.name as "enteredBy", h.tries,
      coalesce((select jsonb_agg(m.name order by m.since, m.id) from (
        select distinct on (q.id) q.id, q.name, r.since from residency r join person q on q.id = r.person_id
        where r.center_id = h.center_id and r.household_id = h.household_id and q.erased_at is null
        order by q.id) m), '[]') as names,
      exists (select 1 from residency r join person q on q.id = r.person_id
        where r.center_id = h.center_id and r.household_id = h.household_id and (q.callback_declined or exists (
          select 1 from callback_wish w where w.phone_hash = ${phoneHash(sql`q.phone`)}))) as "noCalls"
    from campaign_household h
    join place p on p.center_id = h.center_id and p.id = h.place_id
    left join person e on e.id = h.entered_by
    where h.center_id = ${centerId}::uuid and h.campaign_id = ${id}::uuid and ${inScope(scope)} and ${parts[only]}
      ${after ? sql`and (p.sort, h.household_id) > (${after.at}::int, ${after.id}::uuid)` : sql``}
    order by p.sort, h.household_id limit ${limit}::int`.execute(db)
  return rows
}

/** A household of a campaign under its lock: of two who answer for it at once, the second sees what the first has said. */
export async function lockHousehold(trx: Trx, { centerId, id }: Key, householdId: string) {
  const row = await trx
    .selectFrom('campaign_household')
    .where('center_id', '=', centerId)
    .where('campaign_id', '=', id)
    .where('household_id', '=', householdId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      householdId,
      buildingId: row.building_id,
      tenure: row.tenure,
      askedAt: row.asked_at,
      settledAt: row.settled_at,
    }
  )
}

export type LockedHousehold = NonNullable<Awaited<ReturnType<typeof lockHousehold>>>

/** What has become of asking a household. */
export interface Outcome {
  readonly result: CampaignResult
  readonly channel: CampaignChannel
  /** Who of staff wrote it down; null: the household itself. */
  readonly enteredBy: string | null
  /** Epoch ms. */
  readonly at: number
}

export async function writeOutcome(
  trx: Trx,
  { centerId, id }: Key,
  householdId: string,
  outcome: Outcome,
): Promise<void> {
  const { result, channel, enteredBy, at } = outcome
  const settles = result !== 'notReached'
  await trx
    .updateTable('campaign_household')
    .set(({ ref, eb }) => ({
      result,
      channel,
      entered_by: enteredBy,
      settled_at: settles ? at : null,
      tries: settles ? ref('tries') : eb('tries', '+', 1),
    }))
    .where('center_id', '=', centerId)
    .where('campaign_id', '=', id)
    .where('household_id', '=', householdId)
    .execute()
}

interface NewAnswer {
  /** Random, and null as the household, where it was given without a name. */
  readonly id: string
  readonly householdId: string | null
  readonly household: LockedHousehold
  readonly channel: CampaignChannel
  readonly answers: MoreAnswers
}

export async function writeAnswer(trx: Trx, { centerId, id }: Key, answer: NewAnswer): Promise<void> {
  await trx
    .insertInto('campaign_answer')
    .values({
      center_id: centerId,
      campaign_id: id,
      id: answer.id,
      household_id: answer.householdId,
      building_id: answer.household.buildingId,
      tenure: answer.household.tenure,
      channel: answer.channel,
      answers: toJson(answer.answers),
    })
    .execute()
}

/** Every answer of a campaign, in the order of their random ids. */
export async function answersOf(db: Db, { centerId, id }: Key): Promise<readonly CountedAnswer[]> {
  const rows = await db
    .selectFrom('campaign_answer')
    .where('center_id', '=', centerId)
    .where('campaign_id', '=', id)
    .select(['building_id', 'tenure', 'answers'])
    .orderBy('id')
    .execute()
  return rows.map(({ building_id, tenure, answers }) => ({ buildingId: building_id, tenure, answers }))
}

/** What waits for an answer of a household that somebody belongs to. */
export interface WaitingCampaign {
  readonly campaignId: string
  readonly householdId: string
  readonly kind: CampaignKind
  readonly title: string
  readonly place: string
  readonly untilAt: number
  readonly questions: readonly Question[]
}

/** What waits for a person's household at `now` (epoch ms), what ends first in front. */
export async function waitingFor(db: Db, personId: string, now: number): Promise<readonly WaitingCampaign[]> {
  const { rows } = await sql<WaitingCampaign>`
    select c.id as "campaignId", h.household_id as "householdId", c.kind, c.title, p.full_name as place,
      c.until_at as "untilAt", c.questions
    from (select distinct center_id, household_id from residency
      where person_id = ${personId}::uuid and relation <> 'visitor') r
    join campaign_household h on h.household_id = r.household_id and h.center_id = r.center_id
    join campaign c on c.center_id = h.center_id and c.id = h.campaign_id
    join place p on p.center_id = h.center_id and p.id = h.place_id
    where h.asked_at is not null and h.settled_at is null and c.state = 'open' and c.until_at > ${now}::bigint
    order by c.until_at, c.id, h.household_id limit 10`.execute(db)
  return rows
}

/** Households that were asked and have not answered or refused. */
export async function unsettledHouseholds(trx: Trx, { centerId, id }: Key): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('campaign_household')
    .where('center_id', '=', centerId)
    .where('campaign_id', '=', id)
    .where('asked_at', 'is not', null)
    .where('settled_at', 'is', null)
    .select('household_id')
    .execute()
  return rows.map(row => row.household_id)
}
