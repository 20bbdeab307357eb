import { type RawBuilder, sql } from 'kysely'

/** Types that rows are sent as. */
export type SqlType = 'uuid' | 'text' | 'int4' | 'int8' | 'bool' | 'jsonb'

/** A table's columns in the order they are written, with the type of each. */
export type Columns<Row> = { readonly [K in keyof Row & string]-?: SqlType }

/** A list of rows as one relation, whose text doesn't depend on how many rows there are. */
export interface Bulk<Row> {
  readonly names: readonly (keyof Row & string)[]
  /** `unnest(…) as NAME(columns)`; the columns have their types, apart from `jsonb` and `bool` (see `value`). */
  from(rows: readonly Row[]): RawBuilder<unknown>
  /** A column of that relation in its own type. */
  value(name: keyof Row & string): string
}

/** PGlite has no way to write arrays of these, so they travel as text and are read by the server. */
const sentAsText: readonly SqlType[] = ['jsonb', 'bool']

/** `sql` with its text known beforehand: compiled without looking at each column again. */
const fragments = (texts: readonly string[]): TemplateStringsArray => Object.assign([...texts], { raw: texts })

/**
 * Describes rows that are sent as one array per column. One statement text serves any number of rows, so the server
 * keeps it prepared, and a batch of a thousand costs little more to send than one row.
 */
export function bulk<Row>(alias: string, columns: Columns<Row>): Bulk<Row> {
  const names = Object.keys(columns) as (keyof Row & string)[]
  const arrayType = (name: keyof Row & string): string =>
    sentAsText.includes(columns[name]) ? 'text[]' : `${columns[name]}[]`
  const texts = names.map((_name, index) => {
    const before = names[index - 1]
    return before === undefined ? 'unnest(' : `::${arrayType(before)}, `
  })
  const last = names.at(-1)
  if (last === undefined) throw new Error(`no columns for ${alias}`)
  texts.push(`::${arrayType(last)}) as ${alias}(${names.join(', ')})`)
  const text = fragments(texts)
  return {
    names,
    from: rows => sql(text, ...names.map(name => rows.map(row => row[name]))),
    value: name => `${alias}.${name}${sentAsText.includes(columns[name]) ? `::${columns[name]}` : ''}`,
  }
}

/** `insert into TABLE … select … from unnest(…) TAIL`: all rows in one statement, not run yet. */
export function bulkInsert<Row>(
  table: string,
  columns: Columns<Row>,
  tail = '',
): (rows: readonly Row[]) => RawBuilder<unknown> {
  const rowsOf = bulk<Row>('r', columns)
  const head = `insert into ${table} (${rowsOf.names.join(', ')}) select ${rowsOf.names.map(rowsOf.value).join(', ')} from `
  const text = fragments([head, tail === '' ? '' : ` ${tail}`])
  return rows => sql(text, rowsOf.from(rows))
}

/**
 * `update TABLE t set … from unnest(…) r where keys are equal and CONDITION`: each row of the table that its row of the
 * list names. Columns among `keys` and `others` find and check; all others are set.
 */
export function bulkUpdate<Row>(
  table: string,
  columns: Columns<Row>,
  keys: readonly (keyof Row & string)[],
  others: readonly (keyof Row & string)[],
  condition: string,
): (rows: readonly Row[]) => RawBuilder<unknown> {
  const rowsOf = bulk<Row>('r', columns)
  const set = rowsOf.names.filter(name => !keys.includes(name) && !others.includes(name))
  const head = `update ${table} t set ${set.map(name => `${name} = ${rowsOf.value(name)}`).join(', ')} from `
  const same = keys.map(name => `t.${name} = r.${name}`)
  const text = fragments([head, ` where ${[...same, condition].join(' and ')}`])
  return rows => sql(text, rowsOf.from(rows))
}
