import {
  type CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import { StaleConnection, TransactionAborted, Unavailable, withUnavailable } from './errors'

/** What a statement answered, in the words of the wire protocol. */
export interface Reply {
  command: string
  rowCount: number
  rows: unknown[]
}

/** One connection, held by one user at a time. */
export interface Session {
  query(sql: string, parameters: readonly unknown[]): Promise<Reply>
}

/** Where connections come from. */
export interface SessionSource {
  acquire(): Promise<Session>
  /** `broken`: the connection was lost and must not be handed out again. */
  release(session: Session, broken: boolean): void
  end(): Promise<void>
}

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

class Connection implements DatabaseConnection {
  broken = false
  constructor(readonly session: Session) {}

  async run(sql: string, parameters: readonly unknown[] = []): Promise<Reply> {
    try {
      return await this.session.query(sql, parameters)
    } catch (error) {
      const mapped = withUnavailable(error)
      if (mapped instanceof Unavailable) this.broken = true
      throw mapped
    }
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const reply = await this.run(query.sql, query.parameters)
    const numAffectedRows = writes.has(reply.command) ? BigInt(reply.rowCount) : undefined
    // The row type is Kysely's promise, made from the schema; the driver cannot know it.
    return { numAffectedRows, rows: reply.rows as R[] }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }
}

class EngineDriver implements Driver {
  constructor(private readonly source: SessionSource) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Connection> {
    try {
      return new Connection(await this.source.acquire())
    } catch (error) {
      throw withUnavailable(error)
    }
  }

  async beginTransaction(connection: Connection, settings: TransactionSettings): Promise<void> {
    const isolation = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : ''
    const access = settings.accessMode ? ` ${settings.accessMode}` : ''
    try {
      await connection.run(`start transaction${isolation}${access}`)
    } catch (error) {
      throw error instanceof Unavailable ? new StaleConnection(error.cause) : error
    }
  }

  async commitTransaction(connection: Connection): Promise<void> {
    // PostgreSQL answers COMMIT of a failed transaction with a plain ROLLBACK and no error (PGlite: 25P02): an error
    // swallowed inside the transaction would look like success.
    const reply = await connection.run('commit')
    if (reply.command === 'ROLLBACK') throw new TransactionAborted()
  }

  async rollbackTransaction(connection: Connection): Promise<void> {
    // On a lost connection the server has rolled back by itself, and a second error would hide the first.
    if (!connection.broken) await connection.run('rollback')
  }

  async releaseConnection(connection: Connection): Promise<void> {
    this.source.release(connection.session, connection.broken)
  }

  async destroy(): Promise<void> {
    await this.source.end()
  }
}

/** PostgreSQL's own SQL for Kysely, over any source of connections, so that both engines share one driver. */
export class EngineDialect implements Dialect {
  constructor(private readonly source: SessionSource) {}

  createDriver(): Driver {
    return new EngineDriver(this.source)
  }
  createQueryCompiler(): PostgresQueryCompiler {
    return new PostgresQueryCompiler()
  }
  createAdapter(): PostgresAdapter {
    return new PostgresAdapter()
  }
  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(db)
  }
}
