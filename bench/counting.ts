import { sql } from 'kysely'
import { rowsOf } from '../cloud/domain/counting/figures'
import { openDatabase } from '../cloud/store/engine/open-database'
import { newId } from '../cloud/store/engine/ids'
import { endingTalliesIn, talliesIn } from '../cloud/store/counting/tallies'
import { migrate } from '../cloud/store/migrate'
import { figureByLabels, keysOf } from '../types/vocabulary'
import { startOwnServer } from '../test/support/postgres'
import { median, rounded, tell } from './figures'

const TICKETS = 100_000
const CALLS = 15
const targetMs = 500
const year = 365 * 86_400_000

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/**
 * The figures of a whole year of a center with 100,000 tickets, each asked about once and ended, by each thing they can be
 * broken down by; beside merely counting the same rows.
 */
export async function run() {
  const server = await startOwnServer({ durable: false, name: 'counting' })
  const { db, close } = await openDatabase({ databaseUrl: server.url('postgres') })
  try {
    await migrate(db)
    const centerId = newId()
    tell(`writing ${TICKETS} tickets …`)
    const under = sql`'category-' || n % 40, 'miniProgram', 'department-' || n % 6,
      ('00000000-0000-0000-0000-' || lpad((n % 60)::text, 12, '0'))::uuid`
    await sql`insert into asking (center_id, ticket_id, cycle, complainant, at, asked, responded, category_id, channel,
        department_id, handler_id, answered_at, by_phone, complete, solved, satisfied, anonymous, ended_at)
      select ${centerId}::uuid, gen_random_uuid(), 1, gen_random_uuid(), n * ${year / TICKETS}::bigint, true, n % 9 > 0, ${under},
        case when n % 3 > 0 then n * ${year / TICKETS}::bigint + 3600000 end, n % 7 = 0, true, n % 5 > 0, n % 4 > 0, false,
        n * ${year / TICKETS}::bigint + 7200000
      from generate_series(1, ${TICKETS}::int) n`.execute(db)
    await sql`insert into ending (center_id, ticket_id, seq, at, ending, category_id, channel, department_id, handler_id)
      select ${centerId}::uuid, gen_random_uuid(), 9, n * ${year / TICKETS}::bigint, 'satisfied', ${under}
      from generate_series(1, ${TICKETS}::int) n`.execute(db)
    await sql`vacuum analyze asking, ending`.execute(db)
    const counted = [{ centerId, departmentIds: null, personId: null }]
    const calls: Record<string, number> = {}
    for (const by of keysOf(figureByLabels)) {
      const options = { by, period: { from: 0, to: year + 1, asOf: year + 1 }, hideAnonymous: false }
      const times: number[] = []
      for (let call = 0; call < CALLS; call += 1)
        times.push(
          await timed(async () => {
            const rows = rowsOf(await talliesIn(db, counted, options), await endingTalliesIn(db, counted, options))
            const sent = rows.reduce((sum, row) => sum + row.sent, 0)
            if (sent !== TICKETS) throw new Error(`${sent} of ${TICKETS} were counted`)
          }),
        )
      calls[by] = rounded(median(times))
    }
    const plain: number[] = []
    for (let call = 0; call < CALLS; call += 1)
      plain.push(await timed(() => sql`select count(*) from asking where center_id = ${centerId}::uuid`.execute(db)))
    const worstMs = Math.max(...Object.values(calls))
    if (worstMs > targetMs) process.exitCode = 1
    return { tickets: TICKETS, targetMs, worstMs, medianMs: calls, merelyCountedMs: rounded(median(plain)) }
  } finally {
    await close()
    await server.stop()
  }
}
