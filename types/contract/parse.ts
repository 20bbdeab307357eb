import * as z from 'zod/mini'
import type { FieldMessages } from '../errors'
import { fieldMessages } from './messages'

export type Parsed<T> = { ok: true; data: T } | { ok: false; fields: FieldMessages }

/** Checks data against a schema of the contract; the client's forms and the server call this same function. */
export function parse<Schema extends z.ZodMiniType>(schema: Schema, data: unknown): Parsed<z.output<Schema>> {
  const result = z.safeParse(schema, data, { reportInput: true })
  return result.success ? { ok: true, data: result.data } : { ok: false, fields: fieldMessages(result.error) }
}
