import { sql } from 'kysely'
import { describeOnPostgres } from '../../../test/support/databases'
import { Unavailable } from './errors'
import { openDatabase } from './open-database'

describeOnPostgres('a statement kept by the server', open => {
  test('that no longer fits its table costs one call, and the next one works', async () => {
    const { db, url } = await open({ poolSize: 1 })
    const read = () => sql`select * from setting where key = ${'absent'}`.execute(db)
    for (let n = 0; n < 3; n++) await read()
    // Another process migrates.
    const other = await openDatabase({ databaseUrl: url })
    await sql`alter table setting add column note text`.execute(other.db)
    await other.close()
    await expect(read()).rejects.toBeInstanceOf(Unavailable)
    expect((await read()).rows).toEqual([])
  })
})
