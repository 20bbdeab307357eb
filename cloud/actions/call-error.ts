import { type ErrorCode, type FieldMessages, errorCodes } from '../../types/errors'
import type { Refusal } from '../domain/refusal'

/** An answer other than `ok`. Thrown by actions; the function turns it into the error body. Nothing was written. */
export class CallError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string = errorCodes[code].message,
    readonly fields?: FieldMessages,
  ) {
    super(message)
  }

  static of(refusal: Refusal): CallError {
    return new CallError(refusal.code, refusal.message, refusal.fields)
  }

  /** An error about one field of the request. */
  static field(code: ErrorCode, field: string, message: string = errorCodes[code].message): CallError {
    return new CallError(code, message, { [field]: message })
  }
}
