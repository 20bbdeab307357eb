import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { errorCode, isUniqueViolation } from './engine/errors'
import { migrations as allMigrations, type Migration } from './migrations'
import type { Database } from './schema'
import { inTransaction } from './engine/transaction'

/** What the database holds and what this build brings do not belong together. */
export class MigrationMismatch extends Error {
  override readonly name = 'MigrationMismatch'
}

export interface MigrateOptions {
  /** Given by tests; otherwise those of this build. */
  migrations?: readonly Migration[]
  /** Epoch ms noted beside each migration. */
  now?: () => number
}

function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex')
}

async function createLedger(db: Kysely<Database>): Promise<void> {
  try {
    await sql`
      create table if not exists schema_migration (name text primary key, checksum text not null, applied_at bigint not null)
    `.execute(db)
  } catch (error) {
    // Two processes at once: IF NOT EXISTS does not see the table another transaction is creating, and the slower one
    // meets the system catalogue's unique index, or finds the table (42P07) or its row type (42710) there. Either way
    // the table is there now.
    if (!isUniqueViolation(error) && !['42P07', '42710'].includes(errorCode(error) ?? '')) throw error
  }
}

/** Names of the migrations that stand in the database, once each of them is known to be the one of this build. */
async function readLedger(db: Kysely<Database>, migrations: readonly Migration[]): Promise<Set<string>> {
  const rows = await db.selectFrom('schema_migration').select(['name', 'checksum']).orderBy('name').execute()
  const last = migrations.at(-1)?.name ?? ''
  for (const row of rows) {
    const ours = migrations.find(migration => migration.name === row.name)
    if (ours && checksum(ours) !== row.checksum) {
      throw new MigrationMismatch(`migration ${row.name} was changed after it had been applied; add a new one instead`)
    }
    // Later ones are those of a newer release: while it is rolled out, replicas of this one still start.
    if (!ours && row.name < last) {
      throw new MigrationMismatch(`the database has migration ${row.name}, which this build does not know`)
    }
  }
  return new Set(rows.map(row => row.name))
}

/** False: another process applied it in the meantime. */
async function apply(db: Kysely<Database>, migration: Migration, now: () => number): Promise<boolean> {
  try {
    await inTransaction(db, async trx => {
      // A large table may take its time, and so may the other process this one waits for.
      await sql`set local statement_timeout = 0`.execute(trx)
      // First of all: a second process waits here for the first one's commit, then meets the primary key. No advisory
      // lock, which belongs to a session and gets lost behind a connection pooler.
      await trx
        .insertInto('schema_migration')
        .values({ name: migration.name, checksum: checksum(migration), applied_at: now() })
        .execute()
      await sql.raw(migration.sql).execute(trx)
    })
    return true
  } catch (error) {
    if (isUniqueViolation(error, 'schema_migration_pkey')) return false
    throw error
  }
}

/**
 * Brings the database up to this build, each migration in a transaction of its own. Any number of processes may call
 * it at once. Answers the names applied by this call; throws `MigrationMismatch`, `Unavailable` or the server's error.
 */
export async function migrate(db: Kysely<Database>, options: MigrateOptions = {}): Promise<{ applied: string[] }> {
  const { migrations = allMigrations, now = Date.now } = options
  const applied: string[] = []
  await createLedger(db)
  let standing = await readLedger(db, migrations)
  for (const migration of migrations) {
    if (standing.has(migration.name)) continue
    if (await apply(db, migration, now)) applied.push(migration.name)
    // Whoever applied it: is it the same as ours, and has that process gone further already?
    else standing = await readLedger(db, migrations)
  }
  return { applied }
}
