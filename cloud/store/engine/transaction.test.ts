import { Kysely, sql } from 'kysely'
import { describeEachEngine } from '../../../test/support/databases'
import { EngineDialect, type Session, type SessionSource } from './dialect'
import { TransactionAborted, Unavailable, isUniqueViolation } from './errors'
import { toJson } from './json'
import type { Database } from '../schema'
import { inTransaction } from './transaction'

const put = (db: Kysely<Database>, key: string, value: unknown) =>
  db
    .insertInto('setting')
    .values({ key, value: toJson(value) })
    .execute()

const add = (db: Kysely<Database>, key: string, n: number) =>
  db
    .updateTable('setting')
    .set({ value: sql`to_jsonb((value)::int + ${n}::int)` })
    .where('key', '=', key)
    .execute()

const read = async (db: Kysely<Database>, key: string) =>
  (await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst())?.value

const noPause = async () => undefined

/** A promise and what resolves it, to order two transactions against each other. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { opened, open }
}

describeEachEngine('transactions', (open, engine) => {
  test('all or nothing', async () => {
    const { db } = await open()
    const failing = inTransaction(db, async trx => {
      await put(trx, 'a', 1)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await read(db, 'a')).toBeUndefined()
    expect(await inTransaction(db, async trx => (await put(trx, 'a', 2), 'done'))).toBe('done')
    expect(await read(db, 'a')).toBe(2)
  })

  test('two transactions at once do not see or disturb each other', async () => {
    const { db } = await open()
    const inserted = gate()
    const first = inTransaction(db, async trx => {
      await put(trx, 'a', 1)
      inserted.open()
      for (let i = 0; i < 20; i += 1) await add(trx, 'a', 1)
      throw new Error('rolled back')
    })
    const second = inserted.opened.then(() =>
      inTransaction(db, async trx => {
        const seen = await read(trx, 'a')
        await put(trx, 'b', 1)
        return seen
      }),
    )
    await expect(first).rejects.toThrow('rolled back')
    expect(await second).toBeUndefined()
    // Had the second's statements run inside the first's transaction, its row would have gone with it.
    expect(await read(db, 'b')).toBe(1)
  })

  test('many increments at once are all counted', async () => {
    const { db } = await open()
    await put(db, 'n', 0)
    await Promise.all(Array.from({ length: 30 }, () => inTransaction(db, trx => add(trx, 'n', 1))))
    expect(await read(db, 'n')).toBe(30)
  })

  test('a unique violation is told by its constraint, and not retried', async () => {
    const { db } = await open()
    let runs = 0
    const twice = inTransaction(db, async trx => {
      runs += 1
      const person = { name: '张女士', settings: toJson({}), created_at: 1, openid: 'same' }
      await trx
        .insertInto('person')
        .values({ ...person, id: '0193a5c0-0000-7000-8000-000000000001' })
        .execute()
      await trx
        .insertInto('person')
        .values({ ...person, id: '0193a5c0-0000-7000-8000-000000000002' })
        .execute()
    })
    const error: unknown = await twice.catch((caught: unknown) => caught)
    expect(isUniqueViolation(error)).toBe(true)
    expect(isUniqueViolation(error, 'person_openid_unique')).toBe(true)
    expect(isUniqueViolation(error, 'person_pkey')).toBe(false)
    expect(isUniqueViolation(new Error('23505'))).toBe(false)
    expect(runs).toBe(1)
  })

  test('an error swallowed inside does not pass for a commit', async () => {
    const { db } = await open()
    const swallowing = inTransaction(db, async trx => {
      await put(trx, 'a', 1)
      await put(trx, 'a', 2).catch(() => undefined)
    })
    await expect(swallowing).rejects.toThrow(TransactionAborted)
    expect(await read(db, 'a')).toBeUndefined()
    // The connection is of use again.
    await put(db, 'a', 3)
    expect(await read(db, 'a')).toBe(3)
  })

  test('a query past the transaction on the only connection gives up instead of waiting for itself', async () => {
    const { db } = await open({ poolSize: 1, acquireTimeoutMs: 50 })
    const stuck = inTransaction(db, async () => {
      await read(db, 'a')
    })
    await expect(stuck).rejects.toThrow(Unavailable)
    expect(await read(db, 'a')).toBeUndefined()
  })

  if (engine === 'postgres') {
    test('a serialisation failure runs the whole transaction again', async () => {
      const { db } = await open()
      await put(db, 'x', 1)
      await put(db, 'y', 1)
      const bothRead = [gate(), gate()] as const
      const runs = [0, 0]
      // Write skew: each reads both rows and writes the one the other has read.
      const worker = (index: 0 | 1, key: string) =>
        inTransaction(
          db,
          async trx => {
            runs[index]! += 1
            const sum = Number(await read(trx, 'x')) + Number(await read(trx, 'y'))
            bothRead[index].open()
            await bothRead[1 - index]!.opened
            await trx
              .updateTable('setting')
              .set({ value: toJson(sum) })
              .where('key', '=', key)
              .execute()
          },
          { isolation: 'serializable', pause: noPause },
        )
      await Promise.all([worker(0, 'x'), worker(1, 'y')])
      expect(runs[0]! + runs[1]!).toBe(3)
      // One after the other: 1 + 1 = 2, then 2 + 1 = 3.
      expect([await read(db, 'x'), await read(db, 'y')].sort()).toEqual([2, 3])
    })

    test('a deadlock is resolved: one goes first, the other runs again', async () => {
      const { db } = await open()
      await put(db, 'x', 0)
      await put(db, 'y', 0)
      const holding = [gate(), gate()] as const
      let runs = 0
      const pauses: number[] = []
      const worker = (index: 0 | 1, first: string, second: string) =>
        inTransaction(
          db,
          async trx => {
            runs += 1
            await add(trx, first, 1)
            holding[index].open()
            await holding[1 - index]!.opened
            await add(trx, second, 1)
          },
          { pause: async attempt => void pauses.push(attempt) },
        )
      await Promise.all([worker(0, 'x', 'y'), worker(1, 'y', 'x')])
      expect(runs).toBe(3)
      expect(pauses).toEqual([1])
      expect([await read(db, 'x'), await read(db, 'y')]).toEqual([2, 2])
    })

    test('what fails to serialise every time is given up after the attempts allowed', async () => {
      const { db } = await open()
      let runs = 0
      const hopeless = inTransaction(
        db,
        async trx => {
          runs += 1
          await sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`.execute(trx)
        },
        { attempts: 3, pause: noPause },
      )
      await expect(hopeless).rejects.toMatchObject({ code: '40001' })
      expect(runs).toBe(3)
    })

    test('a connection cut in the middle is Unavailable and not run again; the pool recovers by itself', async () => {
      const { db } = await open({ poolSize: 2 })
      let runs = 0
      const cut = inTransaction(db, async trx => {
        runs += 1
        await put(trx, 'a', 1)
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
        await sql`select pg_terminate_backend(${rows[0]?.pid}::int)`.execute(db)
        await put(trx, 'b', 1)
      })
      await expect(cut).rejects.toThrow(Unavailable)
      expect(runs).toBe(1)
      expect(await read(db, 'a')).toBeUndefined()
    })

    test('so is one that was cut between two statements, when nobody waits for an answer', async () => {
      const { db } = await open({ poolSize: 2 })
      const cut = inTransaction(db, async trx => {
        await put(trx, 'a', 1)
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
        const pid = rows[0]?.pid
        await sql`select pg_terminate_backend(${pid}::int, 10000)`.execute(db)
        // Its farewell has been sent by now; each of these gives this process the time to read it.
        for (let turn = 0; turn < 20; turn += 1) await sql`select 1`.execute(db)
        await put(trx, 'b', 1)
      })
      await expect(cut).rejects.toThrow(Unavailable)
      expect(await read(db, 'a')).toBeUndefined()
    })
  }
})

describe('a connection found dead', () => {
  const alive: Session = {
    query: async text => ({ command: text.split(' ')[0]?.toUpperCase() ?? '', rowCount: 0, rows: [] }),
  }
  const dead: Session = {
    query: async () => {
      throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
    },
  }

  /** Hands out the sessions in order, and notes which came back broken. */
  function from(sessions: Session[]): { db: Kysely<Database>; broken: boolean[] } {
    const broken: boolean[] = []
    const source: SessionSource = {
      acquire: async () => sessions.shift() ?? alive,
      release: (_session, wasBroken) => void broken.push(wasBroken),
      end: async () => undefined,
    }
    return { db: new Kysely<Database>({ dialect: new EngineDialect(source) }), broken }
  }

  test('at the start is replaced by another, once, as after the sleep of a cloud function', async () => {
    const { db, broken } = from([dead, alive])
    expect(await inTransaction(db, async () => 'done', { pause: noPause })).toBe('done')
    expect(broken).toEqual([true, false])
  })

  test('twice means that the database is away', async () => {
    const { db, broken } = from([dead, dead, alive])
    let runs = 0
    const attempt = inTransaction(db, async () => void (runs += 1), { pause: noPause })
    await expect(attempt).rejects.toThrow(Unavailable)
    expect(broken).toEqual([true, true])
    expect(runs).toBe(0)
  })

  test('at COMMIT is not tried again, since the commit may have arrived', async () => {
    const dying: Session = { query: (text, parameters) => (text === 'commit' ? dead : alive).query(text, parameters) }
    const { db, broken } = from([dying, alive])
    let runs = 0
    const attempt = inTransaction(db, async () => void (runs += 1), { pause: noPause })
    await expect(attempt).rejects.toThrow(Unavailable)
    expect(runs).toBe(1)
    expect(broken).toEqual([true])
  })
})
