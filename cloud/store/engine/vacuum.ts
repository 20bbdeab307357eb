import { sql, type Kysely } from 'kysely'
import type { Database } from '../schema'

/**
 * Frees dead rows and refreshes the planner's statistics. One statement per table, outside any transaction, so that
 * requests get their turn on PGlite's only connection between two tables.
 */
export async function vacuum(db: Kysely<Database>): Promise<void> {
  const tables = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace
    order by relname
  `.execute(db)
  for (const { name } of tables.rows) await sql`vacuum (analyze) ${sql.table(name)}`.execute(db)
}
