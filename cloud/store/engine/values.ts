import { types as pgTypes } from 'pg'

/**
 * How values cross between PostgreSQL's text form and JavaScript, once for both engines: left alone, `pg` reads int8
 * as a string and PGlite as a number, and dates become objects in the machine's zone.
 */

type Parse = (text: string) => unknown

const oid = {
  bool: 16,
  int8: 20,
  int2: 21,
  int4: 23,
  text: 25,
  json: 114,
  float4: 700,
  float8: 701,
  int2Array: 1005,
  int4Array: 1007,
  textArray: 1009,
  varcharArray: 1015,
  int8Array: 1016,
  float8Array: 1022,
  varchar: 1043,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  interval: 1186,
  numericArray: 1231,
  numeric: 1700,
  uuid: 2950,
  uuidArray: 2951,
  jsonb: 3802,
} as const

/** Epoch milliseconds and counts fit a double exactly; anything larger would be silently wrong, so it throws. */
function parseInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer ${text} from the database is not exact in JavaScript`)
  return value
}

const asIs: Parse = text => text
const parseJson: Parse = text => JSON.parse(text) as unknown

const scalarParsers: Record<number, Parse> = {
  [oid.int8]: parseInteger,
  // sum() and avg() of integers are numeric; the product counts and averages, it holds no money.
  [oid.numeric]: Number,
  [oid.json]: parseJson,
  [oid.jsonb]: parseJson,
  [oid.date]: asIs,
  [oid.timestamp]: asIs,
  [oid.timestamptz]: asIs,
  [oid.interval]: asIs,
}

/** The driver's own parser of a type; its list of known types names no arrays. */
const own = (type: number): Parse => pgTypes.getTypeParser(type, 'text') as Parse

const arrayParsers: Record<number, Parse> = {
  [oid.int8Array]: own(oid.int4Array),
  [oid.numericArray]: own(oid.float8Array),
  [oid.uuidArray]: own(oid.textArray),
}

/** Keyed by type oid: what differs between the drivers' own habits. */
export const parsers: Record<number, Parse> = { ...scalarParsers, ...arrayParsers }

function quoteArrayItem(item: unknown): string {
  if (item === null || item === undefined) return 'NULL'
  if (Array.isArray(item)) return toArrayLiteral(item)
  const text = toText(item)
  return text === null ? 'NULL' : `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`
}

function toArrayLiteral(items: readonly unknown[]): string {
  return `{${items.map(quoteArrayItem).join(',')}}`
}

/** A parameter in PostgreSQL's text form, as `pg` writes it: arrays as array literals, objects as JSON. */
function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return toArrayLiteral(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** PGlite picks its serialiser by the parameter's type and refuses what `pg` takes (a number for text): one for all. */
export const serializers: Record<number, (value: unknown) => string> = Object.fromEntries(
  Object.values(oid).map(type => [type, (value: unknown) => toText(value) ?? '']),
)
