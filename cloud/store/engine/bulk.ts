import { type RawBuilder, sql } from 'kysely'

/** Types that rows are sent as. */
export type SqlType = 'uuid' | 'text' | 'int4' | 'int8' | 'bool' | 'jsonb'

/** A table's columns in the order they are written, with the type of each. */
export type Columns<Row> = { readonly [K in keyof Row & string]-?: SqlType }

type Name<Row> = keyof Row & string

/** `sql` with its text known beforehand: compiled without looking at each column again. */
const fragments = (texts: readonly string[]): TemplateStringsArray => Object.assign([...texts], { raw: texts })

/** Elements that stand in an array literal as they are: ids, hashes, numbers, most names of states. */
const plain = /^[\w.:-]+$/
const special = /["\\]/g

const element = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL'
  const text = String(value)
  // The word itself, in whatever case, would be read as the absence of a value.
  if (plain.test(text) && text.toLowerCase() !== 'null') return text
  return `"${text.replace(special, '\\$&')}"`
}

/** One column of all rows in PostgreSQL's text form: an array, or for documents one JSON array, which needs no quoting. */
const columnOf = <Row>(rows: readonly Row[], name: Name<Row>, type: SqlType): string => {
  const values = rows.map(row => row[name])
  return type === 'jsonb' ? `[${values.map(value => value ?? 'null').join(',')}]` : `{${values.map(element).join(',')}}`
}

/**
 * Rows as a relation `r`, one parameter per column. One statement text serves any number of rows, so the server keeps it
 * prepared, and a batch of a thousand costs little more to send than one row.
 */
function relation<Row>(columns: Columns<Row>) {
  const all = Object.keys(columns) as Name<Row>[]
  const documents = all.filter(name => columns[name] === 'jsonb')
  const names = [...all.filter(name => columns[name] !== 'jsonb'), ...documents]
  const calls = names.map(name =>
    columns[name] === 'jsonb' ? ['jsonb_array_elements(', '::jsonb)'] : ['unnest(', `::${columns[name]}[])`],
  )
  const texts = ['rows from (', ...calls.map(() => '')]
  calls.forEach(([open = '', close = ''], index) => {
    texts[index] += `${index > 0 ? ', ' : ''}${open}`
    texts[index + 1] += close
  })
  texts[calls.length] += `) as r(${names.join(', ')})`
  const text = fragments(texts)
  return {
    names,
    of: (rows: readonly Row[]): RawBuilder<unknown> =>
      sql(text, ...names.map(name => columnOf(rows, name, columns[name]))),
  }
}

/** A write of any number of rows in one statement, built and not run. */
export type BulkWrite<Row> = (rows: readonly Row[]) => RawBuilder<unknown>

/** `insert into TABLE … select … TAIL`. No row may come twice where the tail updates on conflict. */
export function bulkInsert<Row>(table: string, columns: Columns<Row>, tail = ''): BulkWrite<Row> {
  const { names, of } = relation<Row>(columns)
  const list = names.join(', ')
  const text = fragments([`insert into ${table} (${list}) select ${list} from `, tail === '' ? '' : ` ${tail}`])
  return rows => sql(text, of(rows))
}

/**
 * `update TABLE t set … from r where keys are equal and CONDITION`: each row of the table that a row of the list names.
 * Columns among `keys` and `others` find and check; all others are set.
 */
export function bulkUpdate<Row>(
  table: string,
  columns: Columns<Row>,
  keys: readonly Name<Row>[],
  others: readonly Name<Row>[],
  condition: string,
): BulkWrite<Row> {
  const { names, of } = relation<Row>(columns)
  const set = names.filter(name => !keys.includes(name) && !others.includes(name))
  const head = `update ${table} t set ${set.map(name => `${name} = r.${name}`).join(', ')} from `
  const same = keys.map(name => `t.${name} = r.${name}`)
  const text = fragments([head, ` where ${[...same, condition].join(' and ')}`])
  return rows => sql(text, of(rows))
}

/** `delete from TABLE t using r where all columns are equal and CONDITION`: the rows of the table that the list names. */
export function bulkDelete<Row>(table: string, columns: Columns<Row>, condition: string): BulkWrite<Row> {
  const { names, of } = relation<Row>(columns)
  const same = names.map(name => `t.${name} = r.${name}`)
  const text = fragments([`delete from ${table} t using `, ` where ${[...same, condition].join(' and ')}`])
  return rows => sql(text, of(rows))
}
