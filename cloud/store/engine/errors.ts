/**
 * The database cannot be reached (connection refused, cut, pool exhausted, server shutting down). Nothing is known
 * about a commit that was under way: callers rely on idempotency keys, never on "it failed, so it was not written".
 */
export class Unavailable extends Error {
  override readonly name: string = 'Unavailable'
  constructor(cause: unknown) {
    super(`the database is not available: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/** A connection from the pool was found dead at BEGIN: nothing has been done, another connection may do it. */
export class StaleConnection extends Unavailable {}

/** COMMIT answered ROLLBACK: a statement had failed before, and somebody swallowed its error. */
export class TransactionAborted extends Error {
  override readonly name = 'TransactionAborted'
  constructor() {
    super('the transaction was rolled back instead of committed: an earlier statement in it had failed')
  }
}

/** The five-character SQLSTATE of a server error, or the code of a network error; undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** A unique constraint (or the named one) refused the row. The same for both engines. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (errorCode(error) !== '23505') return false
  if (constraint === undefined) return true
  return typeof error === 'object' && error !== null && 'constraint' in error && error.constraint === constraint
}

/** Serialisation failure or deadlock: the transaction did nothing, and running it again is the cure. */
export function isRetryable(error: unknown): boolean {
  const code = errorCode(error)
  return code === '40001' || code === '40P01'
}

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])
/** Shutdown, crash recovery, starting up, too many connections. Class 08 (connection exceptions) is matched apart. */
const serverAwayCodes = new Set(['57P01', '57P02', '57P03', '57P05', '25P03', '53300'])
/** The driver's own errors carry no code. */
const driverMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|PGlite is clos)/

function meansAway(error: unknown): boolean {
  const code = errorCode(error)
  if (code !== undefined && (networkCodes.has(code) || serverAwayCodes.has(code) || /^08/.test(code))) return true
  return error instanceof Error && driverMessages.test(error.message)
}

/** Turns a lost or refused connection into `Unavailable`; every other error passes as it is. */
export function withUnavailable(error: unknown): unknown {
  return !(error instanceof Unavailable) && meansAway(error) ? new Unavailable(error) : error
}
