import { type OperationNodeSource, type Transaction, sql } from 'kysely'
import type { Database } from './schema'

/**
 * Runs writes to different tables as one statement: one round trip instead of one each, which is most of what an append
 * costs. All of them see the database as it was before the statement, so none may depend on what another has written.
 * `counted` ends in `returning`; answers how many rows it wrote. All are queries built and not run.
 */
export async function writeTogether(
  trx: Transaction<Database>,
  counted: OperationNodeSource,
  others: readonly OperationNodeSource[],
): Promise<number> {
  const parts = [sql`counted as (${counted})`]
  for (const [index, other] of others.entries()) parts.push(sql`${sql.id(`other_${index}`)} as (${other})`)
  const { rows } = await sql<{ written: number }>`with ${sql.join(parts)}
    select count(*) as written from counted`.execute(trx)
  return rows[0]?.written ?? 0
}
