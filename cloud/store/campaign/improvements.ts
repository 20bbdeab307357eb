import type { Kysely, Selectable, Transaction } from 'kysely'
import type { ImprovementState } from '../../../types/vocabulary'
import type { Database, ImprovementTable } from '../schema'

type Db = Kysely<Database>
type Trx = Transaction<Database>

/** What is done about what a campaign has shown (D-CB-7). Epoch ms. */
export interface Improvement {
  readonly centerId: string
  readonly id: string
  readonly campaignId: string
  readonly questionId: string | null
  readonly text: string
  readonly ownerId: string
  readonly dueAt: number
  readonly state: ImprovementState
  readonly result: string | null
  readonly createdAt: number
  readonly createdBy: string
  readonly settledAt: number | null
  readonly settledBy: string | null
  /** When its owner is reminded next; null: never. */
  readonly nextFireAt: number | null
}

const improvementOf = (row: Selectable<ImprovementTable>): Improvement => ({
  centerId: row.center_id,
  id: row.id,
  campaignId: row.campaign_id,
  questionId: row.question_id,
  text: row.text,
  ownerId: row.owner_id,
  dueAt: row.due_at,
  state: row.state,
  result: row.result,
  createdAt: row.created_at,
  createdBy: row.created_by,
  settledAt: row.settled_at,
  settledBy: row.settled_by,
  nextFireAt: row.next_fire_at,
})

export async function writeImprovement(trx: Trx, improvement: Improvement): Promise<void> {
  const values = {
    campaign_id: improvement.campaignId,
    question_id: improvement.questionId,
    text: improvement.text,
    owner_id: improvement.ownerId,
    due_at: improvement.dueAt,
    state: improvement.state,
    result: improvement.result,
    created_at: improvement.createdAt,
    created_by: improvement.createdBy,
    settled_at: improvement.settledAt,
    settled_by: improvement.settledBy,
    next_fire_at: improvement.nextFireAt,
  }
  await trx
    .insertInto('improvement')
    .values({ center_id: improvement.centerId, id: improvement.id, ...values })
    .onConflict(conflict => conflict.columns(['center_id', 'id']).doUpdateSet(values))
    .execute()
}

/** Wherever it is; undefined: there is none. Whether somebody may know of it is the caller's to ask. */
export async function findImprovement(db: Db, id: string): Promise<Improvement | undefined> {
  const row = await db.selectFrom('improvement').where('id', '=', id).selectAll().executeTakeFirst()
  return row && improvementOf(row)
}

/** Under its lock: of its owner and a manager who say at once what came of it, the second finds it said. */
export async function lockImprovement(trx: Trx, centerId: string, id: string): Promise<Improvement | undefined> {
  const row = await trx
    .selectFrom('improvement')
    .where('center_id', '=', centerId)
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  return row && improvementOf(row)
}

/** More than a center carries out in a year. */
const mostListed = 100

/** Of a campaign, of a center, or of one person: those under way first, by when they are due. */
export async function listImprovements(
  db: Db,
  which:
    | { readonly centerId: string; readonly campaignId: string }
    | { readonly centerIds: readonly string[] }
    | { readonly ownerId: string },
): Promise<readonly Improvement[]> {
  let query = db.selectFrom('improvement')
  if ('campaignId' in which)
    query = query.where('center_id', '=', which.centerId).where('campaign_id', '=', which.campaignId)
  else if ('ownerId' in which) query = query.where('owner_id', '=', which.ownerId)
  else if (which.centerIds.length === 0) return []
  else query = query.where('center_id', 'in', which.centerIds)
  const rows = await query
    .selectAll()
    .orderBy(eb => eb.case().when('state', '=', 'open').then(0).else(1).end())
    .orderBy('due_at')
    .orderBy('id')
    .limit(mostListed)
    .execute()
  return rows.map(improvementOf)
}
