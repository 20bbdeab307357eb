import { type OperationNodeSource, type Transaction, sql } from 'kysely'
import type { Database } from '../schema'

/**
 * Runs writes to different tables as one statement: one round trip instead of one each, which is most of what an append
 * costs. All of them see the database as it was before the statement, so none may depend on what another has written.
 * Those `counted` end in `returning`; answers how many rows they wrote together. All are queries built and not run.
 */
export async function writeTogether(
  trx: Transaction<Database>,
  counted: readonly OperationNodeSource[],
  others: readonly OperationNodeSource[],
): Promise<number> {
  const parts = [
    ...counted.map((query, index) => sql`${sql.id(`counted_${index}`)} as (${query})`),
    ...others.map((query, index) => sql`${sql.id(`other_${index}`)} as (${query})`),
  ]
  const counts = counted.map((_query, index) => sql`(select count(*) from ${sql.id(`counted_${index}`)})`)
  const { rows } = await sql<{ written: number }>`with ${sql.join(parts)}
    select ${counts.length > 0 ? sql.join(counts, sql` + `) : sql`0`} as written`.execute(trx)
  return rows[0]?.written ?? 0
}
