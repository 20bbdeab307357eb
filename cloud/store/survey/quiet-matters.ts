import type { Kysely } from 'kysely'
import type { Ticket } from '../../domain/ticket/state'
import type { Database } from '../schema'

/** Matters of a category that are in their quiet period in a center: as few as are finished in a week and nobody may be asked. */
export async function quietMatters(
  db: Kysely<Database>,
  centerId: string,
  category: string,
): Promise<readonly Ticket[]> {
  const rows = await db
    .selectFrom('ticket')
    .where('center_id', '=', centerId)
    .where('state', '=', 'quietPeriod')
    .where('closed_at', 'is', null)
    .where('category_id', '=', category)
    .select('body')
    .orderBy('updated_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(row => row.body)
}
