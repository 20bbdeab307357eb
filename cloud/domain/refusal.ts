import type { FindingKind } from '../../types/vocabulary'
import { type ErrorCode, type FieldMessages, errorCodes } from '../../types/errors'

/** Why a command is not carried out. Nothing has changed. */
export interface Refusal {
  readonly code: ErrorCode
  /** For people, in Chinese. */
  readonly message: string
  readonly fields?: FieldMessages
  /** The try itself is recorded for supervision (D-CB-6). */
  readonly finding?: FindingKind
}

/** A refusal with the code's own sentence, or a better fitting one. */
export const refusal = (code: ErrorCode, message?: string, fields?: FieldMessages): Refusal => ({
  code,
  message: message ?? errorCodes[code].message,
  ...(fields ? { fields } : {}),
})

/** A refusal about one field. */
export const fieldRefusal = (code: ErrorCode, field: string, message: string): Refusal =>
  refusal(code, message, { [field]: message })
