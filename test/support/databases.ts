import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Client } from 'pg'
import { migrate } from '../../cloud/store/migrate'
import { openDatabase, type OpenDatabase } from '../../cloud/store/engine/open-database'
import { openTestMemory } from './memory-database'
import { sharedFile, testServer } from './postgres'

/** A database of one test's own, with no rows in its tables. */
export interface TestDatabase extends OpenDatabase {
  /** PostgreSQL only: to open it again, as another process would. */
  readonly url?: string
}

export interface OpenOptions {
  /** False: without tables, for the tests of the migrations themselves. */
  migrated?: boolean
  poolSize?: number
  acquireTimeoutMs?: number
}

export type Open = (options?: OpenOptions) => Promise<TestDatabase>

type Cleanup = () => Promise<void>

async function onServer<T>(act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: (await testServer()).url('postgres') })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

const TEMPLATE = 'migrated_template'

/** The migrated database that others are copied from, made once in a run. */
async function postgresTemplate(): Promise<string> {
  await sharedFile('postgres-template', async () => {
    await onServer(async client => {
      await client.query(`drop database if exists ${TEMPLATE} with (force)`)
      await client.query(`create database ${TEMPLATE}`)
    })
    const opened = await openDatabase({ databaseUrl: (await testServer()).url(TEMPLATE) })
    await migrate(opened.db)
    // Nobody may be connected to a database that is copied.
    await opened.close()
    return TEMPLATE
  })
  return TEMPLATE
}

/** A fresh PostgreSQL database. The address works for any number of connections until `cleanup`. */
export async function createPostgres(options: { migrated?: boolean } = {}): Promise<{ url: string; cleanup: Cleanup }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const template = options.migrated === false ? 'template1' : await postgresTemplate()
  // Copying the files is quicker than logging them, as long as the template is small.
  await onServer(client => client.query(`create database ${name} template ${template} strategy file_copy`))
  return {
    url: (await testServer()).url(name),
    cleanup: () => onServer(async client => void (await client.query(`drop database if exists ${name} with (force)`))),
  }
}

async function openMemory(options: OpenOptions): Promise<Kept> {
  const memory = await openTestMemory(options.acquireTimeoutMs)
  if (options.migrated !== false) await migrate(memory.db)
  return { database: memory, discard: () => memory.close() }
}

async function openOnServer(options: OpenOptions): Promise<Kept> {
  const { url, cleanup } = await createPostgres(options)
  const { poolSize, acquireTimeoutMs } = options
  const opened = await openDatabase({ databaseUrl: url, poolSize, acquireTimeoutMs })
  const discard = async () => {
    await opened.close()
    await cleanup()
  }
  return { database: { ...opened, url }, discard }
}

/** A database that may serve several tests, one after the other. */
interface Kept {
  readonly database: TestDatabase
  readonly discard: Cleanup
}

/**
 * Takes every row out of every table but the list of migrations. Triggers that forbid it are off, and whoever still holds
 * a row after a test makes this fail.
 */
const empty = (db: TestDatabase['db']) =>
  sql
    .raw(
      `do $$ declare name text; begin
      set local session_replication_role = replica;
      set local lock_timeout = '2s';
      for name in select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_migration' loop
        execute 'delete from ' || quote_ident(name);
      end loop; end $$`,
    )
    .execute(db)

/**
 * The databases of one test file. Those that are opened as usual are emptied and used again, since making one takes
 * twenty times as long as emptying it; those with options of their own go when their test ends.
 */
class DatabasePool {
  private readonly idle: Kept[] = []

  constructor(private readonly make: (options: OpenOptions) => Promise<Kept>) {}

  async open(options: OpenOptions, cleanups: Cleanup[]): Promise<TestDatabase> {
    const usual = Object.keys(options).length === 0
    const kept = (usual ? this.idle.pop() : undefined) ?? (await this.make(options))
    let closed = false
    cleanups.push(async () => {
      if (usual && !closed && (await this.isEmptied(kept))) this.idle.push(kept)
      else await kept.discard()
    })
    const close = () => {
      closed = true
      return kept.database.close()
    }
    return { ...kept.database, close }
  }

  private async isEmptied({ database }: Kept): Promise<boolean> {
    try {
      await empty(database.db)
      return true
    } catch {
      // The test has left a transaction open or cut the connection.
      return false
    }
  }

  async close(): Promise<void> {
    for (const { discard } of this.idle.splice(0)) await discard()
  }
}

/** Of this test file, whichever group of tests asks. */
const pools = { pglite: new DatabasePool(openMemory), postgres: new DatabasePool(openOnServer) }
afterAll(() => Promise.all(Object.values(pools).map(pool => pool.close())))

type Engine = OpenDatabase['engine']
type Tests = (open: Open, engine: Engine) => void

function describeEngines(name: string, tests: Tests, engines: readonly Engine[]): void {
  describe.each(engines)(`${name} on %s`, engine => {
    const cleanups: Cleanup[] = []
    // The first test of a run waits for the server or the template as well.
    jest.setTimeout(120_000)
    afterEach(async () => {
      for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
    })
    tests((options = {}) => pools[engine].open(options, cleanups), engine)
  })
}

/** Runs the same tests on PGlite and on PostgreSQL. `open` gives a test a fresh, migrated database of its own. */
export const describeEachEngine = (name: string, tests: Tests): void =>
  describeEngines(name, tests, ['pglite', 'postgres'])

/** For what stands above the store, to which the engines are one (docs/decisions.md, 52). */
export const describeOnPostgres = (name: string, tests: Tests): void => describeEngines(name, tests, ['postgres'])
