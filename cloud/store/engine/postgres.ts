import pg from 'pg'
import type { Reply, Session, SessionSource } from './dialect'
import { Unavailable, errorCode } from './errors'
import { StatementNames } from './statement-names'
import { parsers } from './values'

export interface PostgresSettings {
  databaseUrl: string
  /** Most connections this process opens. */
  poolSize: number
  /** A statement running longer than this many ms is cancelled by the server (SQLSTATE 57014). */
  statementTimeoutMs: number
  /** Longest wait in ms for a connection from the pool; then `Unavailable`. */
  acquireTimeoutMs: number
}

const PROBE_MS = 2_000

const names = new WeakMap<pg.PoolClient, StatementNames>()

function namesOf(client: pg.PoolClient): StatementNames {
  const known = names.get(client) ?? new StatementNames()
  names.set(client, known)
  return known
}

/**
 * The prepared statement no longer fits its table, because a newer release has migrated it (0A000), or is not there,
 * because a pooler has given us another server connection (26000).
 */
const isOutdated = (error: unknown): boolean =>
  errorCode(error) === '26000' ||
  (errorCode(error) === '0A000' && error instanceof Error && error.message.startsWith('cached plan'))

class PostgresSession implements Session {
  constructor(readonly client: pg.PoolClient) {}

  async query(sql: string, parameters: readonly unknown[]): Promise<Reply> {
    // A text without parameters may hold several statements (migrations), which can't be prepared.
    const name = parameters.length > 0 ? namesOf(this.client).nameOf(sql) : undefined
    const answer: pg.QueryResult<Record<string, unknown>> | pg.QueryResult<Record<string, unknown>>[] = await this.run({
      name,
      text: sql,
      values: [...parameters],
    })
    // Several statements in one text (migrations) answer a list: the last one counts.
    const result = Array.isArray(answer) ? answer.at(-1) : answer
    return { command: result?.command ?? '', rowCount: result?.rowCount ?? 0, rows: result?.rows ?? [] }
  }

  private async run(query: pg.QueryConfig): Promise<pg.QueryResult<Record<string, unknown>>> {
    try {
      return await this.client.query<Record<string, unknown>>(query)
    } catch (error) {
      // Not a mistake of the statement: the connection is given up, and the next one prepares anew.
      throw isOutdated(error) ? new Unavailable(error) : error
    }
  }
}

/** Connections of a `pg` pool. */
export class PostgresSource implements SessionSource {
  private readonly pool: pg.Pool
  /** One connection apart for health checks: a pool that is busy must not look like a database that is away. */
  private readonly probePool: pg.Pool
  private ending: Promise<void> | undefined

  constructor(settings: PostgresSettings) {
    this.pool = new pg.Pool({
      connectionString: settings.databaseUrl,
      max: settings.poolSize,
      connectionTimeoutMillis: settings.acquireTimeoutMs,
      statement_timeout: settings.statementTimeoutMs,
      // A process frozen between BEGIN and COMMIT (a suspended cloud function) must not hold its row locks for ever.
      idle_in_transaction_session_timeout: settings.statementTimeoutMs * 2,
      // A server that vanishes without a word is noticed by the kernel's keep-alive.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      application_name: 'property-complaints',
      types: {
        getTypeParser: (oid: number, format?: 'text' | 'binary') =>
          parsers[oid] ?? pg.types.getTypeParser(oid, format ?? 'text'),
      },
    })
    // An idle connection that is cut reports it here, and without a listener that ends the process. The pool has
    // dropped the connection already; the next query opens another or fails with Unavailable.
    this.pool.on('error', () => undefined)
    // One that is cut while somebody holds it, but between two statements, has nobody else to report to. Its next
    // statement fails with Unavailable.
    this.pool.on('connect', client => void client.on('error', () => undefined))
    this.probePool = new pg.Pool({
      connectionString: settings.databaseUrl,
      max: 1,
      connectionTimeoutMillis: PROBE_MS,
      query_timeout: PROBE_MS,
      application_name: 'property-complaints-probe',
    })
    this.probePool.on('error', () => undefined)
    this.probePool.on('connect', client => void client.on('error', () => undefined))
  }

  async acquire(): Promise<PostgresSession> {
    return new PostgresSession(await this.pool.connect())
  }

  release(session: Session, broken: boolean): void {
    if (session instanceof PostgresSession) session.client.release(broken)
  }

  /** Rejects when the server does not answer. */
  async probe(): Promise<void> {
    await this.probePool.query('select 1')
  }

  end(): Promise<void> {
    return (this.ending ??= Promise.all([this.pool.end(), this.probePool.end()]).then(() => undefined))
  }
}
