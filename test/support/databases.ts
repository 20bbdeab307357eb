import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { Client } from 'pg'
import { migrate } from '../../cloud/store/migrate'
import {
  openDatabase,
  openMemoryDatabase,
  type MemoryDatabase,
  type OpenDatabase,
} from '../../cloud/store/engine/open-database'
import { sharedFile, testServer } from './postgres'

/** A database of one test's own; it is closed (and on PostgreSQL dropped) when the test ends. */
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

/** PGlite in memory, without tables, from a dump made once in a run: quicker than PostgreSQL's own initialisation. */
async function createMemory(acquireTimeoutMs?: number): Promise<MemoryDatabase> {
  const file = await sharedFile('pglite.tar', async () => {
    const opened = await openMemoryDatabase()
    const dump = Buffer.from(await (await opened.dump()).arrayBuffer())
    await opened.close()
    return dump
  })
  return openMemoryDatabase({ template: new Blob([readFileSync(file)]), acquireTimeoutMs })
}

/** The PGlites of one test file, emptied and used again: a start takes a second, emptying a tenth of one. */
class MemoryPool {
  private readonly idle: MemoryDatabase[] = []

  async open(options: OpenOptions, cleanups: Cleanup[]): Promise<TestDatabase> {
    const { acquireTimeoutMs } = options
    const memory = (acquireTimeoutMs ? undefined : this.idle.pop()) ?? (await createMemory(acquireTimeoutMs))
    let closed = false
    cleanups.push(async () => {
      if (closed) return
      if (acquireTimeoutMs) return memory.close()
      await sql.raw('drop schema public cascade; create schema public').execute(memory.db)
      this.idle.push(memory)
    })
    if (options.migrated !== false) await migrate(memory.db)
    const close = () => {
      closed = true
      return memory.close()
    }
    return { ...memory, close }
  }

  async close(): Promise<void> {
    for (const memory of this.idle.splice(0)) await memory.close()
  }
}

async function openOnServer(options: OpenOptions, cleanups: Cleanup[]): Promise<TestDatabase> {
  const { url, cleanup } = await createPostgres(options)
  const { poolSize, acquireTimeoutMs } = options
  const opened = await openDatabase({ databaseUrl: url, poolSize, acquireTimeoutMs })
  cleanups.push(async () => {
    await opened.close()
    await cleanup()
  })
  return { ...opened, url }
}

/** Runs the same tests on PGlite and on PostgreSQL. `open` gives a test a fresh, migrated database of its own. */
export function describeEachEngine(
  name: string,
  tests: (open: Open, engine: OpenDatabase['engine']) => void,
  engines: readonly OpenDatabase['engine'][] = ['pglite', 'postgres'],
): void {
  describe.each(engines)(`${name} on %s`, engine => {
    const cleanups: Cleanup[] = []
    const memories = new MemoryPool()
    // The first test of a run waits for the server or the template as well.
    jest.setTimeout(120_000)
    afterEach(async () => {
      for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
    })
    afterAll(() => memories.close())
    const open: Open = (options = {}) =>
      engine === 'pglite' ? memories.open(options, cleanups) : openOnServer(options, cleanups)
    tests(open, engine)
  })
}
