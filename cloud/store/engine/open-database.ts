import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import type { Database } from '../schema'
import { EngineDialect, type SessionSource } from './dialect'
import { lockDirectory } from './directory-lock'
import { PGliteSource, startPGlite } from './pglite'
import { PostgresSource } from './postgres'
import { vacuum } from './vacuum'

export interface DatabaseSettings {
  /** `postgres://…`; when set it wins over `dataDir`. */
  databaseUrl?: string | undefined
  /** Directory of this installation; PGlite lives in `dataDir/pglite`. */
  dataDir?: string | undefined
  /** Most connections to PostgreSQL from this process. */
  poolSize?: number
  /** PostgreSQL cancels a statement after this many ms. PGlite has no timers and ignores it. */
  statementTimeoutMs?: number
  /** Longest wait in ms for a connection; then `Unavailable`. */
  acquireTimeoutMs?: number
}

export interface OpenDatabase {
  readonly db: Kysely<Database>
  readonly engine: 'postgres' | 'pglite'
  /** Waits for what runs, then closes; the directory lock is free afterwards. A second call does nothing. */
  close(): Promise<void>
  /** Whether the database answers within `timeoutMs`. Never throws. */
  ping(timeoutMs?: number): Promise<boolean>
  /** VACUUM and ANALYZE, table by table: PGlite has no autovacuum. Does nothing on PostgreSQL, which has. */
  maintain(): Promise<void>
}

/** PGlite in memory: for tests and the rehearsal of migrations. */
export interface MemoryDatabase extends OpenDatabase {
  /** The whole database as a file that `openMemoryDatabase` starts from. */
  dump(): Promise<Blob>
}

async function answersWithin(timeoutMs: number, ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(resolve, timeoutMs, false)
  })
  const answer = ask().then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

interface Source extends SessionSource {
  probe(): Promise<unknown>
}

function handle<E extends OpenDatabase['engine']>(engine: E, source: Source, afterClose: () => void) {
  const db = new Kysely<Database>({ dialect: new EngineDialect(source) })
  let closing: Promise<void> | undefined
  const close = async () => {
    try {
      // Kysely ends only a source it has used, so the source is ended here too; a second end does nothing.
      await db.destroy()
      await source.end()
    } finally {
      afterClose()
    }
  }
  return {
    db,
    engine,
    close: () => (closing ??= close()),
    ping: (timeoutMs = 2_000) => answersWithin(timeoutMs, () => source.probe()),
  }
}

function fromPGlite(source: PGliteSource, afterClose: () => void): OpenDatabase {
  const opened = handle('pglite', source, afterClose)
  return { ...opened, maintain: () => vacuum(opened.db) }
}

/**
 * Opens PostgreSQL (`databaseUrl`) or PGlite (`dataDir`), without migrating. Throws `DatabaseLocked` when another
 * process has the directory, and an error naming the setting when it is missing or not a PostgreSQL address. A server
 * that is away is noticed by the first query (`Unavailable`), not here.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<OpenDatabase> {
  const { databaseUrl, dataDir } = settings
  const limits = {
    poolSize: settings.poolSize ?? 10,
    statementTimeoutMs: settings.statementTimeoutMs ?? 30_000,
    acquireTimeoutMs: settings.acquireTimeoutMs ?? 10_000,
  }
  if (databaseUrl) {
    // The address is not repeated in the message: it holds the password.
    if (!/^postgres(ql)?:\/\//.test(databaseUrl)) throw new Error('DATABASE_URL must start with postgres://')
    const source = new PostgresSource({ databaseUrl, ...limits })
    return { ...handle('postgres', source, () => undefined), maintain: async () => undefined }
  }
  if (!dataDir) throw new Error('set DATABASE_URL (PostgreSQL) or DATA_DIR (PGlite): no database is configured')
  mkdirSync(dataDir, { recursive: true })
  const release = lockDirectory(join(dataDir, 'pglite.lock'))
  try {
    const pglite = await startPGlite({ directory: join(dataDir, 'pglite') })
    return fromPGlite(new PGliteSource(pglite, limits.acquireTimeoutMs), release)
  } catch (error) {
    release()
    throw error
  }
}

/** PGlite in memory, empty or as `template` was dumped. */
export async function openMemoryDatabase(options: { template?: Blob; acquireTimeoutMs?: number } = {}) {
  const pglite = await startPGlite({ template: options.template })
  const opened = fromPGlite(new PGliteSource(pglite, options.acquireTimeoutMs ?? 10_000), () => undefined)
  const memory: MemoryDatabase = { ...opened, dump: () => pglite.dumpDataDir('none') }
  return memory
}
