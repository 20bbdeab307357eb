import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { sweepDeadlines } from '../../cloud/actions/deadline/sweep'
import { inTransaction } from '../../cloud/store/engine/transaction'
import { lockDue } from '../../cloud/store/timer/due-tickets'
import { median, quantile, rounded } from '../figures'
import { runtimeAt } from './runtime'

const CALLS = 200
const WARM_UP_BATCHES = 10
const BATCHES = 30

/**
 * Adds that many running deadlines of other tickets, all of which come to something after `from` (epoch ms), one each
 * millisecond. The indexes are built afterwards, and nothing of it is logged: only reading is measured on them.
 */
export async function addRunning(databaseUrl: string, count: number, from: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; definition: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index where indrelid = 'deadline'::regclass and not indisprimary`,
    )
    await client.query('alter table deadline set unlogged')
    await client.query('alter table deadline drop constraint deadline_pkey')
    for (const { name } of rows) await client.query(`drop index ${name}`)
    await client.query(
      `insert into deadline (center_id, ticket_id, kind, cycle, started_at, due_at, held_seconds, next_fire_at)
       select '00000000-0000-7000-8000-000000000000', ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
         'completion', 1, $2::bigint, $2::bigint + n, 0, $2::bigint + n from generate_series(1, $1::int) n`,
      [count, from],
    )
    await client.query(`set maintenance_work_mem = '512MB'`)
    await client.query(
      'alter table deadline add constraint deadline_pkey primary key (center_id, ticket_id, kind, cycle)',
    )
    for (const { definition } of rows) await client.query(definition)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const figuresOf = (times: readonly number[]) => ({
  medianMs: rounded(median(times)),
  p95Ms: rounded(quantile(times, 0.95)),
})

async function timed(work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = []
  for (let n = -20; n < CALLS; n++) {
    const began = performance.now()
    await work()
    if (n >= 0) times.push(performance.now() - began)
  }
  return times
}

/** What it costs to find out that nothing is due at `now` (epoch ms): the search alone, and a whole sweep. */
export async function findNothing(databaseUrl: string, now: number) {
  const { runtime, database } = await runtimeAt(databaseUrl, now, 2)
  try {
    const search = await timed(() =>
      inTransaction(runtime.db, async trx => {
        const found = await lockDue(trx, now, { limit: 200 })
        if (found.length > 0) throw new Error('something is due')
      }),
    )
    const sweep = await timed(() => sweepDeadlines(runtime, { budgetMs: 60_000 }))
    return { search: figuresOf(search), sweep: figuresOf(sweep) }
  } finally {
    await database.close()
  }
}

/** ms that one batch of the sweep takes in two databases, asked in turns; `ratio` is the first to the second. */
export async function compareBatches(fewUrl: string, manyUrl: string, now: number) {
  const [few, many] = [await runtimeAt(fewUrl, now, 2), await runtimeAt(manyUrl, now, 2)]
  const times: { few: number[]; many: number[] } = { few: [], many: [] }
  try {
    for (let n = -WARM_UP_BATCHES; n < BATCHES; n++)
      for (const side of ['few', 'many'] as const) {
        const { runtime } = side === 'few' ? few : many
        const began = performance.now()
        const { fired } = await sweepDeadlines(runtime, { budgetMs: 0 })
        if (fired === 0) throw new Error('there was nothing left to sweep')
        if (n >= 0) times[side].push(performance.now() - began)
      }
    const batch = { few: figuresOf(times.few), many: figuresOf(times.many) }
    return { batch, ratio: rounded(median(times.few) / median(times.many)) }
  } finally {
    await few.database.close()
    await many.database.close()
  }
}
