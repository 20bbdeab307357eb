import { type Transaction, sql } from 'kysely'
import type { Database } from '../schema'

type Trx = Transaction<Database>

/** Something of a campaign that has a step due, by its key. */
export interface DueCampaign {
  readonly centerId: string
  readonly id: string
  readonly what: 'campaign' | 'improvement'
}

interface Take {
  readonly limit: number
  readonly skip: readonly string[]
  readonly only?: DueCampaign
}

/** Locks those that are due at `now` (epoch ms), what has waited longest first, and passes over what others hold and dead letters. */
async function lockDueOf(trx: Trx, what: DueCampaign['what'], now: number, { limit, skip, only }: Take) {
  const { rows } = await sql<DueCampaign>`
    select c.center_id as "centerId", c.id, ${what}::text as what from ${sql.table(what)} c
    where c.next_fire_at <= ${now}::bigint and c.id <> all(${[...skip]}::uuid[])
      ${only ? sql`and c.center_id = ${only.centerId}::uuid and c.id = ${only.id}::uuid` : sql``}
      and not exists (select 1 from dead_letter d
        where d.center_id = c.center_id and d.work = 'campaign' and d.item_id = c.id and d.dead_at is not null)
    order by c.next_fire_at, c.id limit ${limit}::int
    for update of c skip locked`.execute(trx)
  return rows
}

/** Campaigns with a step due; when there are none, improvements whose owners are to be reminded. */
export async function lockDueCampaigns(trx: Trx, now: number, take: Take): Promise<readonly DueCampaign[]> {
  if (take.only) return lockDueOf(trx, take.only.what, now, take)
  const campaigns = await lockDueOf(trx, 'campaign', now, take)
  return campaigns.length > 0 ? campaigns : lockDueOf(trx, 'improvement', now, take)
}
