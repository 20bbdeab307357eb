import type { ErrorBody, ErrorCode, FieldMessages } from '../../../types/errors'

/** What only the client can know: the request never reached the server, or its answer is no longer waited for. */
export const clientErrorMessages = {
  offline: '没有网络，请联网后再试',
  unreachable: '网络是通的，但暂时连不上服务，请稍后再试',
  timeout: '网络太慢或服务太忙，没有等到回应，请再试一次',
  cancelled: '已取消',
} as const
export type ClientErrorCode = keyof typeof clientErrorMessages
export type CallErrorCode = ErrorCode | ClientErrorCode

const retryableCodes: readonly CallErrorCode[] = [
  'offline',
  'unreachable',
  'timeout',
  'internal',
  'unavailable',
  'rateLimited',
]

/** A refused or lost call: the code is for the program, the message (Chinese) for the person. */
export class CallError extends Error {
  override readonly name = 'CallError'

  constructor(
    readonly code: CallErrorCode,
    message: string,
    /** Path of a field → what to do about it. */
    readonly fields: FieldMessages = {},
  ) {
    super(message)
  }

  /** The same call may succeed later; a command only with the same idempotency key (D-IN-5). */
  get retryable(): boolean {
    return retryableCodes.includes(this.code)
  }

  static fromClient(code: ClientErrorCode): CallError {
    return new CallError(code, clientErrorMessages[code])
  }

  static fromBody(body: ErrorBody): CallError {
    return new CallError(body.code, body.message, body.fields)
  }
}

/** The sentence to show for anything thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof CallError ? error.message : '出了点问题，请稍后再试'
