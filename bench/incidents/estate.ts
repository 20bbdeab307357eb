import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type EmbeddedRuntime, embeddedRuntime } from '../../cloud/host/embedded-runtime'
import { seedDemo } from '../../cloud/host/demo/seed'
import { systemClock } from '../../cloud/platform/clock'
import { openDatabase } from '../../cloud/store/engine/open-database'
import { migrate } from '../../cloud/store/migrate'
import { startOwnServer } from '../../test/support/postgres'
import { matterTexts } from '../../test/builders/complaints-year'
import { tell } from '../figures'
import { withoutIndexes } from '../growth/multiply'
import { fileOpenTickets } from '../growth/templates'

/** Tickets of the demo's own, by the real actions; the others are copied from one of them. */
const TEMPLATES = 40
/** Buildings beside the demo's. */
const BUILDINGS = 300
/** So few are still open, as many as a center of that size has in work. */
const OPEN_EVERY = 61
/** So few are in the demo's own buildings: some seventy a month of one category in one of them. */
const OWN_EVERY = 97

/**
 * A year of `total` complaints in one center, most in buildings that nobody looks at, of the categories and in the words of
 * the generated year. Only the tickets' own rows: nothing else is read.
 */
const copies = `
  insert into ticket (center_id, id, number, version, state, kind, urgency, severity, category_id, place_id, building_id, filer_id,
    department_id, assignee_id, assigned_at, workload, helper_ids, filed_at, updated_at, next_due_at, closed_at, policy_version,
    calendar_version, search, head_hash, body)
  select t.center_id, gen_random_uuid(), 'M' || lpad(copy.n::text, 11, '0'), t.version, t.state, 'complaint', t.urgency, 'ordinary',
    copy.category, case when copy.known then own.place else md5('place' || copy.n)::uuid end,
    case when copy.known then own.building else md5('building' || copy.n % ${BUILDINGS})::uuid end,
    md5('filer' || copy.n)::uuid, t.department_id, md5('assignee' || copy.n % 50)::uuid, copy.filed_at, 0, '[]', copy.filed_at, copy.filed_at,
    copy.filed_at, case when copy.n % ${OPEN_EVERY} = 0 then null else copy.filed_at end, 1, 1, t.search, t.head_hash,
    jsonb_set(t.body - 'household', '{complainants}', jsonb_build_array((t.body->'complainants'->0) - 'household'
      || jsonb_build_object('personId', md5('filer' || copy.n)::uuid)))
    || jsonb_build_object('id', gen_random_uuid(), 'kind', 'complaint', 'category', copy.category, 'text', copy.text,
      'filedAt', copy.filed_at, 'buildingId', case when copy.known then own.building else md5('building' || copy.n % ${BUILDINGS})::uuid end)
  from (
    select n, n % ${OWN_EVERY} = 0 as known, $2::bigint - (n * (365.0 * 86400000 / $1::int))::bigint as filed_at,
      ($3::text[])[1 + (n + n / ${OPEN_EVERY}) % cardinality($3::text[])] as category,
      ($4::text[])[1 + (n + n / ${OPEN_EVERY}) % cardinality($4::text[])] as text
    from generate_series(1, $1::int) n
  ) copy
  join (select row_number() over (order by id) - 1 as k, id as place, building_id as building, count(*) over () as many
    from place where kind = 'room') own on own.k = (copy.n / ${OWN_EVERY}) % own.many
  cross join (select * from ticket where kind = 'complaint' and state = 'dispatched' limit 1) t`

/** An estate with so many tickets on a server of its own, for as long as the work takes. */
export async function withEstate<T>(
  name: string,
  total: number,
  work: (runtime: EmbeddedRuntime) => Promise<T>,
): Promise<T> {
  const server = await startOwnServer({ durable: false, name })
  const dataDir = mkdtempSync(join(tmpdir(), 'property-complaints-bench-'))
  try {
    const database = await openDatabase({ databaseUrl: server.url('postgres') })
    await migrate(database.db)
    const settings = { dataDir, demo: true, weChat: null }
    const runtime = await embeddedRuntime({ database, settings, log: tell, print: tell, wallClock: systemClock })
    try {
      await seedDemo(runtime, TEMPLATES)
      await fileOpenTickets(runtime)
      const client = new pg.Client({ connectionString: server.url('postgres') })
      await client.connect()
      try {
        const told = matterTexts(20260302)
        const columns = [told.map(({ category }) => category), told.map(({ text }) => text)]
        await withoutIndexes(client, ['ticket'], async () => {
          const { rowCount } = await client.query(copies, [total, runtime.clock.now(), ...columns])
          if (rowCount !== total) throw new Error(`${rowCount} tickets copied, not ${total}`)
        })
        await client.query('vacuum analyze')
      } finally {
        await client.end()
      }
      tell(`${total} tickets are there`)
      return await work(runtime)
    } finally {
      await database.close()
    }
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
