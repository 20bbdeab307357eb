import { type Answer, errorCodes } from '../../types/errors'
import { CallError } from '../actions/call-error'
import { ServiceUnavailable } from '../platform/unavailable'
import { Unavailable } from '../store/engine/errors'

/** An answer with the HTTP status it is sent with. */
export interface Dispatched {
  readonly status: number
  readonly answer: Answer<unknown>
}

/** The frames of an error without its message, which may quote what somebody wrote. */
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n')
}

/** One entry for the log about an error nobody expected: where and what kind, never whose data. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `${typeof error} thrown`
  // Errors of the database quote values; their code and constraint say enough.
  if ('code' in error && typeof error.code === 'string') {
    const constraint = 'constraint' in error && error.constraint ? ` on ${String(error.constraint)}` : ''
    return `${error.name} ${error.code}${constraint}\n${framesOf(error)}`
  }
  return `${error.name}: ${error.message}\n${framesOf(error)}`
}

/** What a caller is told of an error; what was not foreseen is logged under `about`. `now` in epoch ms. */
export function failureOf(error: unknown, now: number, about: string, log: (line: string) => void): Dispatched {
  const refused = asCallError(error, about, log)
  const { code, message, fields } = refused
  return {
    status: errorCodes[code].status,
    answer: { ok: false, error: { code, message, ...(fields ? { fields } : {}) }, serverTime: now },
  }
}

function asCallError(error: unknown, about: string, log: (line: string) => void): CallError {
  if (error instanceof CallError) return error
  if (error instanceof Unavailable || error instanceof ServiceUnavailable) {
    log(`${about}: ${error.name}`)
    return new CallError('unavailable')
  }
  log(`${about}: ${describeError(error)}`)
  return new CallError('internal')
}
