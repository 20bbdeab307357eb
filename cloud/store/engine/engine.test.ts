import { sql } from 'kysely'
import { describeEachEngine } from '../../../test/support/databases'
import { toJson } from './json'

describeEachEngine('values', open => {
  test('both engines read and write the same JavaScript values', async () => {
    const { db } = await open()
    const id = '0193a5c0-0000-7000-8000-000000000001'
    const { rows } = await sql`
      select
        ${1_763_770_000_123}::int8 as epoch,
        (select count(*) from (values (1), (2)) as v) as counted,
        (select sum(x) from (values (1::int8), (2::int8)) as v(x)) as summed,
        (select avg(x) from (values (1), (2)) as v(x)) as average,
        ${toJson({ a: [1, '二'], b: null })}::jsonb as document,
        ${toJson(['甲', '乙'])}::jsonb as list,
        ${'2026-03-02'}::date as day,
        '2026-03-02 09:00:00'::timestamp as moment,
        ${id}::uuid as id,
        ${7}::text as number_as_text,
        ${true}::bool as flag,
        ${null}::text as nothing,
        array[1::int8, 2::int8] as epochs,
        array[1.5, 2.5] as numerics,
        ${[id]}::uuid[] as ids,
        ${['a"b', 'c\\d', '业主,家属']}::text[] as texts
    `.execute(db)
    expect(rows).toEqual([
      {
        epoch: 1_763_770_000_123,
        counted: 2,
        summed: 3,
        average: 1.5,
        document: { a: [1, '二'], b: null },
        list: ['甲', '乙'],
        day: '2026-03-02',
        moment: '2026-03-02 09:00:00',
        id,
        number_as_text: '7',
        flag: true,
        nothing: null,
        epochs: [1, 2],
        numerics: [1.5, 2.5],
        ids: [id],
        texts: ['a"b', 'c\\d', '业主,家属'],
      },
    ])
  })

  test('an integer that JavaScript cannot hold exactly is an error, not a wrong number', async () => {
    const { db } = await open()
    await expect(sql`select 9007199254740993::int8 as n`.execute(db)).rejects.toThrow('9007199254740993')
  })

  test('Chinese sorts and folds the same way', async () => {
    const { db } = await open()
    const { rows } = await sql<{ t: string }>`
      select t from (values ('漏水'), ('电梯'), ('b'), ('A'), ('É')) as v(t) order by t
    `.execute(db)
    expect(rows.map(row => row.t)).toEqual(['A', 'b', 'É', '漏水', '电梯'])
    const folded = await sql<{ t: string; letter: boolean }>`select lower('É') as t, '漏' ~ '\\w' as letter`.execute(db)
    expect(folded.rows).toEqual([{ t: 'é', letter: true }])
  })

  test('counts changed rows', async () => {
    const { db } = await open()
    await db
      .insertInto('setting')
      .values([
        { key: 'a', value: toJson(1) },
        { key: 'b', value: toJson('text') },
      ])
      .execute()
    const updated = await db
      .updateTable('setting')
      .set({ value: toJson([]) })
      .executeTakeFirst()
    expect(updated.numUpdatedRows).toBe(2n)
    const deleted = await db.deleteFrom('setting').where('key', '=', 'a').executeTakeFirst()
    expect(deleted.numDeletedRows).toBe(1n)
    expect(await db.selectFrom('setting').selectAll().execute()).toEqual([{ key: 'b', value: [] }])
  })

  test('answers a ping while a transaction is open, and not after closing', async () => {
    const { db, ping, close } = await open({ poolSize: 1 })
    await db.transaction().execute(async trx => {
      await trx.selectFrom('setting').selectAll().execute()
      expect(await ping()).toBe(true)
    })
    await close()
    await close()
    expect(await ping()).toBe(false)
  })

  test('maintenance runs beside other work', async () => {
    const { db, maintain } = await open()
    const reads = Array.from({ length: 5 }, () => db.selectFrom('ticket').selectAll().execute())
    await maintain()
    expect(await Promise.all(reads)).toEqual([[], [], [], [], []])
  })
})
