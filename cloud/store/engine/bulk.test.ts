import { sql } from 'kysely'
import { describeEachEngine } from '../../../test/support/databases'
import { type Columns, bulkInsert, bulkUpdate } from './bulk'
import { toJson } from './json'

interface Row {
  readonly id: string
  readonly word: string | null
  readonly small: number | null
  readonly large: number
  readonly flag: boolean | null
  readonly document: string
}
const columns: Columns<Row> = {
  id: 'uuid',
  document: 'jsonb',
  word: 'text',
  small: 'int4',
  large: 'int8',
  flag: 'bool',
}
const insert = bulkInsert('thing', columns)
const keep = bulkInsert('thing', columns, 'on conflict (id) do update set word = excluded.word')
const update = bulkUpdate('thing', columns, ['id'], ['small'], 't.small = r.small returning t.id')

const id = (n: number): string => `0193a5c0-0000-7000-8000-${String(n).padStart(12, '0')}`
const row = (n: number, some: Partial<Row> = {}): Row => ({
  id: id(n),
  word: 'word',
  small: n,
  large: 1_763_770_000_123,
  flag: true,
  document: toJson({ n }),
  ...some,
})

/** What would end an element, the array or the text too early, or be read as something else. */
const words = [
  '',
  'NULL',
  'null',
  '"',
  '\\',
  '\\"',
  'a,b',
  '{x}',
  ' 空 格 ',
  "it's",
  '$1',
  'line\nbreak',
  '漏水？',
  '𠮷',
  null,
]

describeEachEngine('rows written together', open => {
  const table = sql`create table thing
    (id uuid primary key, word text, small int, large bigint, flag bool, document jsonb)`

  test('any value comes back as it was sent', async () => {
    const { db } = await open({ migrated: false })
    await table.execute(db)
    const rows = words.map((word, n) => row(n, { word, flag: n % 2 === 0 ? null : true, document: toJson({ word }) }))
    await insert(rows).execute(db)
    const { rows: stored } = await sql<Row>`select * from thing order by id`.execute(db)
    expect(stored).toEqual(rows.map((sent, n) => ({ ...sent, document: { word: words[n] } })))
  })

  test('one text serves any number of rows', async () => {
    const { db } = await open({ migrated: false })
    const texts = [1, 2, 500].map(count => insert(Array.from({ length: count }, (_, n) => row(n))).compile(db).sql)
    expect(new Set(texts).size).toBe(1)
  })

  test('an update sets the rest, finds by its keys and checks its condition', async () => {
    const { db } = await open({ migrated: false })
    await table.execute(db)
    await insert([row(1), row(2), row(3)]).execute(db)
    const changed = [row(1, { word: 'new', document: toJson(['甲']) }), row(2, { word: 'new', small: 99 })]
    const { rows: touched } = await sql<{ id: string }>`with u as (${update(changed)}) select id from u`.execute(db)
    expect(touched).toEqual([{ id: id(1) }])
    const { rows } = await sql<Row>`select word, small, document from thing order by id`.execute(db)
    expect(rows).toEqual([
      { word: 'new', small: 1, document: ['甲'] },
      { word: 'word', small: 2, document: { n: 2 } },
      { word: 'word', small: 3, document: { n: 3 } },
    ])
  })

  test('the tail decides on what is there already', async () => {
    const { db } = await open({ migrated: false })
    await table.execute(db)
    await insert([row(1)]).execute(db)
    await keep([row(1, { word: 'later', large: 5 }), row(2)]).execute(db)
    const { rows } = await sql<Row>`select word, large from thing order by id`.execute(db)
    expect(rows).toEqual([
      { word: 'later', large: 1_763_770_000_123 },
      { word: 'word', large: 1_763_770_000_123 },
    ])
  })
})
