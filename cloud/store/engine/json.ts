import type { ColumnType } from 'kysely'

declare const jsonType: unique symbol

/** The JSON text of a `T`, made by `toJson`. */
export type JsonText<T> = string & { readonly [jsonType]: T }

/** A jsonb column: read as a value, written as JSON text. */
export type Json<T> = ColumnType<T, JsonText<T>, JsonText<T>>

/** A jsonb column that may be null. */
export type NullableJson<T> = ColumnType<T | null, JsonText<T> | null | undefined, JsonText<T> | null>

/**
 * Every jsonb value is written through this: the drivers would turn a JavaScript array into an SQL array, and a string
 * into JSON only if it happens to be JSON. Keys that are `undefined` are left out, as in JSON.
 */
export function toJson<T>(value: T): JsonText<T> {
  return JSON.stringify(value) as JsonText<T>
}
