import type { PGlite, Results } from '@electric-sql/pglite'
import type { Reply, Session, SessionSource } from './dialect'
import { Mutex } from './mutex'
import { parsers, serializers } from './values'

class PGliteSession implements Session {
  constructor(private readonly pglite: PGlite) {}

  async query(sql: string, parameters: readonly unknown[]): Promise<Reply> {
    // As `pg` does: without parameters the simple protocol, which takes several statements (migrations).
    const result: Results<unknown> | undefined =
      parameters.length === 0
        ? (await this.pglite.exec(sql, { parsers })).at(-1)
        : await this.pglite.query<unknown>(sql, [...parameters], { parsers, serializers })
    return { command: result?.command ?? '', rowCount: result?.rowCount ?? 0, rows: result?.rows ?? [] }
  }
}

/** The single connection of PGlite. Whoever holds it, for a query or for a whole transaction, holds it alone. */
export class PGliteSource implements SessionSource {
  private readonly mutex = new Mutex()
  private readonly session: PGliteSession

  constructor(
    readonly pglite: PGlite,
    /** Longest wait in ms for the connection; then `Unavailable`. */
    private readonly acquireTimeoutMs: number,
  ) {
    this.session = new PGliteSession(pglite)
  }

  async acquire(): Promise<Session> {
    await this.mutex.acquire(this.acquireTimeoutMs)
    return this.session
  }

  release(): void {
    this.mutex.release()
  }

  /** Goes past the mutex, between the statements of whoever holds it: a long transaction is not an outage. */
  async probe(): Promise<void> {
    await this.pglite.query('select 1')
  }

  /** Lets a running transaction finish first, so that closing never tears one apart. */
  async end(): Promise<void> {
    if (this.pglite.closed) return
    await this.mutex.acquire(this.acquireTimeoutMs)
    try {
      await this.pglite.close()
    } finally {
      this.mutex.release()
    }
  }
}

/**
 * Starts PGlite on a directory, or in memory when there is none, optionally from a dump of another in-memory one.
 * Loaded only when called: it needs 300 MB and more, which a cloud function does not have.
 */
export async function startPGlite(where: { directory: string } | { template?: Blob }): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite')
  const options = 'directory' in where ? { dataDir: where.directory } : { loadDataDir: where.template }
  try {
    return await PGlite.create(options)
  } catch (error) {
    // Its file system throws objects that are no Error and say nothing.
    const place = 'directory' in where ? where.directory : 'memory'
    const detail = error instanceof Error ? `: ${error.message}` : ''
    throw new Error(`PGlite could not open its database in ${place}${detail}`, { cause: error })
  }
}
