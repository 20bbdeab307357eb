import { type Kysely, type Selectable, type Transaction, sql } from 'kysely'
import { type CampaignTimes, nextStep } from '../../domain/campaign/life'
import type { Question } from '../../../types/contract/questionnaire'
import type { CampaignKind } from '../../../types/vocabulary'
import { toJson } from '../engine/json'
import type { CampaignTable, Database } from '../schema'

type Db = Kysely<Database>
type Trx = Transaction<Database>

/** A survey of the estate as it is kept (D-CB-7). Epoch ms. */
export interface Campaign extends CampaignTimes {
  readonly centerId: string
  readonly id: string
  readonly kind: CampaignKind
  readonly title: string
  readonly questions: readonly Question[]
  readonly sampleSize: number | null
  readonly createdAt: number
  readonly createdBy: string
  readonly seed: number | null
  readonly frame: number | null
  readonly closedAt: number | null
}

const campaignOf = (row: Selectable<CampaignTable>): Campaign => ({
  centerId: row.center_id,
  id: row.id,
  kind: row.kind,
  state: row.state,
  title: row.title,
  questions: row.questions,
  sampleSize: row.sample_size,
  fromAt: row.from_at,
  untilAt: row.until_at,
  remindAfterDays: row.remind_after_days,
  createdAt: row.created_at,
  createdBy: row.created_by,
  openedAt: row.opened_at,
  seed: row.seed,
  frame: row.frame,
  remindedAt: row.reminded_at,
  closedAt: row.closed_at,
})

/** Writes a campaign as it stands now; when the timer is to come to it follows from that. */
export async function writeCampaign(trx: Trx, campaign: Campaign): Promise<void> {
  const values = {
    kind: campaign.kind,
    state: campaign.state,
    title: campaign.title,
    questions: toJson(campaign.questions),
    sample_size: campaign.sampleSize,
    from_at: campaign.fromAt,
    until_at: campaign.untilAt,
    remind_after_days: campaign.remindAfterDays,
    created_at: campaign.createdAt,
    created_by: campaign.createdBy,
    opened_at: campaign.openedAt,
    seed: campaign.seed,
    frame: campaign.frame,
    reminded_at: campaign.remindedAt,
    closed_at: campaign.closedAt,
    next_fire_at: nextStep(campaign)?.at ?? null,
  }
  await trx
    .insertInto('campaign')
    .values({ center_id: campaign.centerId, id: campaign.id, ...values })
    .onConflict(conflict => conflict.columns(['center_id', 'id']).doUpdateSet(values))
    .execute()
}

export async function removeCampaign(trx: Trx, { centerId, id }: Pick<Campaign, 'centerId' | 'id'>): Promise<void> {
  await trx.deleteFrom('campaign').where('center_id', '=', centerId).where('id', '=', id).execute()
}

/** One campaign of these centers; undefined: there is none. */
export async function findCampaign(db: Db, centerIds: readonly string[], id: string): Promise<Campaign | undefined> {
  if (centerIds.length === 0) return undefined
  const row = await db
    .selectFrom('campaign')
    .where('center_id', 'in', centerIds)
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst()
  return row && campaignOf(row)
}

/**
 * The same under its lock. `change`: for whoever changes it; `answers`: for answers, which go beside each other, and wait for the
 * timer that ends it or are waited for.
 */
export async function lockCampaign(
  trx: Trx,
  centerId: string,
  id: string,
  lock: 'change' | 'answers',
): Promise<Campaign | undefined> {
  const query = trx.selectFrom('campaign').where('center_id', '=', centerId).where('id', '=', id).selectAll()
  const row = await (lock === 'change' ? query.forUpdate() : query.forShare()).executeTakeFirst()
  return row && campaignOf(row)
}

/** Shown of a center: years of quarterly surveys, interviews and polls. */
const mostListed = 100

/** Of these centers, the newest first, with how many households were asked and have answered. */
export async function listCampaigns(
  db: Db,
  centerIds: readonly string[],
): Promise<readonly (Campaign & { readonly asked: number; readonly answered: number })[]> {
  if (centerIds.length === 0) return []
  const rows = await db
    .selectFrom('campaign')
    .where('center_id', 'in', centerIds)
    .selectAll()
    .orderBy('from_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostListed)
    .execute()
  const ids = rows.map(({ id }) => id)
  const { rows: counts } = await sql<{ id: string; asked: number; answered: number }>`
    select campaign_id as id, count(asked_at) as asked, count(*) filter (where result = 'answered') as answered
    from campaign_household
    where center_id = any(${[...centerIds]}::uuid[]) and campaign_id = any(${ids}::uuid[])
    group by campaign_id`.execute(db)
  return rows.map(row => {
    const { asked = 0, answered = 0 } = counts.find(({ id }) => id === row.id) ?? {}
    return { ...campaignOf(row), asked, answered }
  })
}

/** The campaign of the same kind that ended before this one, or the first after it; undefined: there is none. */
export async function neighbourOf(
  db: Db,
  { centerId, id, kind, fromAt }: Pick<Campaign, 'centerId' | 'id' | 'kind' | 'fromAt'>,
  side: 'before' | 'after',
): Promise<Campaign | undefined> {
  const row = await db
    .selectFrom('campaign')
    .where('center_id', '=', centerId)
    .where('kind', '=', kind)
    .where('state', '=', 'closed')
    .where('id', '<>', id)
    .where('from_at', side === 'before' ? '<' : '>', fromAt)
    .selectAll()
    .orderBy('from_at', side === 'before' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst()
  return row && campaignOf(row)
}
