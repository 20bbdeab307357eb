import { type ErrorCode, type FieldMessages, errorCodes } from '../../types/errors'
import type { FindingKind } from '../../types/vocabulary'
import type { Refusal } from '../domain/refusal'

/** An answer other than `ok`. Thrown by actions; the function turns it into the error body. Nothing was written. */
export class CallError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string = errorCodes[code].message,
    readonly fields?: FieldMessages,
    /** The try itself is to be recorded, on this ticket (D-CB-6). */
    readonly finding?: { readonly ticketId: string; readonly kind: FindingKind },
  ) {
    super(message)
  }

  /** `ticketId`: on which it was refused; null: on one that is only being filed. */
  static of({ code, message, fields, finding }: Refusal, ticketId: string | null = null): CallError {
    return new CallError(
      code,
      message,
      fields,
      finding === undefined || ticketId === null ? undefined : { ticketId, kind: finding },
    )
  }

  /** An error about one field of the request. */
  static field(code: ErrorCode, field: string, message: string = errorCodes[code].message): CallError {
    return new CallError(code, message, { [field]: message })
  }
}
