import pg from 'pg'
import { tell } from '../figures'

/** Tickets that one building brings forth while it is looked after, and its steward's share of the open ones. */
const TICKETS_PER_BUILDING = 3_333
const OPEN_SHARE = 0.015
const WRITERS = 4
/** ms between two filings, so that a million of them cover thirty years of a center of that size. */
const FILING_EVERY_MS = 60_000

interface Column {
  readonly name: string
  /** How a copy differs from its template `t`, as SQL over `copy`; the template's own value when left out. */
  readonly as?: string
}
const same = (...names: string[]): Column[] => names.map(name => ({ name }))

const bodyOfCopy = `jsonb_set(t.body || jsonb_build_object('id', copy.id, 'number', copy.number, 'buildingId', copy.building),
  '{assignment}', case when t.assignee_id is null then 'null' else
    (t.body->'assignment') || jsonb_build_object('personId', copy.steward) end)`

const ticketColumns: readonly Column[] = [
  { name: 'id', as: 'copy.id' },
  { name: 'number', as: 'copy.number' },
  { name: 'building_id', as: 'copy.building' },
  { name: 'assignee_id', as: 'case when t.assignee_id is not null then copy.steward end' },
  { name: 'assigned_at', as: 'case when t.assignee_id is not null then copy.filed_at end' },
  { name: 'filed_at', as: 'copy.filed_at' },
  { name: 'body', as: bodyOfCopy },
  ...same('center_id', 'version', 'state', 'kind', 'urgency', 'severity', 'category_id', 'place_id', 'filer_id'),
  ...same('department_id', 'updated_at', 'next_due_at', 'next_due_started_at', 'next_due_kind', 'closed_at'),
  ...same('policy_version', 'helper_ids', 'special', 'search', 'head_hash'),
]

/** What hangs on a ticket. `where`: closed tickets bring the latest rows only, which keeps the making within minutes. */
const others: readonly { table: string; columns: readonly Column[]; where: string }[] = [
  {
    table: 'event',
    columns: same('center_id', 'seq', 'at', 'actor_id', 'type', 'body', 'prev_hash', 'hash'),
    where: '(not copy.closed or t.seq > copy.version - 2)',
  },
  {
    table: 'deadline',
    columns: same(
      'center_id',
      'kind',
      'cycle',
      'started_at',
      'due_at',
      'met_at',
      'ended_at',
      'held_seconds',
      'breached_at',
      'next_fire_at',
    ),
    where: `(not copy.closed or t.kind = 'completion')`,
  },
  { table: 'participant', columns: same('center_id', 'person_id', 'role'), where: 'true' },
  { table: 'contact', columns: same('center_id', 'name', 'phone'), where: 'true' },
  {
    table: 'notice',
    columns: [
      { name: 'id', as: 'gen_random_uuid()' },
      { name: 'dedupe_key', as: `copy.number || t.dedupe_key` },
      ...same('center_id', 'person_id', 'type', 'title', 'text', 'created_at', 'read_at', 'channel_state', 'attempts'),
    ],
    where: `(not copy.closed or t.type = (select min(n.type) from notice n where n.ticket_id = t.ticket_id))`,
  },
]

const insertOf = (table: string, columns: readonly Column[], from: string): string =>
  `insert into ${table} (${columns.map(({ name }) => name).join(', ')})
   select ${columns.map(({ name, as }) => as ?? `t.${name}`).join(', ')} from ${from}`

/** The templates' own rows apart: the tables themselves grow while they are copied into. */
const templatesOf = ({ table, where }: { table: string; where?: string }): string =>
  `create unlogged table template_${table} as
   select t.* from ${table} t
   join (select distinct template, closed, version from plan) copy on copy.template = t.${table === 'ticket' ? 'id' : 'ticket_id'}
   where ${where ?? 'true'}`

/** Statements that make the copies of one range of the plan. */
const copiesOf = (range: string): readonly string[] => [
  insertOf(
    'ticket',
    ticketColumns,
    `plan copy join template_ticket t on t.id = copy.template where ${range} order by copy.k`,
  ),
  ...others.map(({ table, columns }) =>
    insertOf(
      table,
      [{ name: 'ticket_id', as: 'copy.id' }, ...columns],
      `plan copy join template_${table} t on t.ticket_id = copy.template where ${range} order by copy.k`,
    ),
  ),
]

/** One row per copy to be: which template, which building and steward, ids that ascend with the time of filing. */
const planSql = `
  create unlogged table plan as
  with template as (
    select id, version, closed_at is not null as closed,
      row_number() over (partition by closed_at is not null order by id) - 1 as position,
      count(*) over (partition by closed_at is not null) as many
    from ticket where closed_at is not null or (building_id = $5 and (assignee_id = $6 or assignee_id is null))
  ), copy as (
    select k, k % (1 / $2::float8)::int <> 0 as closed, ($3::bigint - ($1::bigint - k) * ${FILING_EVERY_MS}) as filed_at,
      (k / (1 / $2::float8)::int) % $4::int as building_number
    from generate_series(1, $1::bigint) k
  )
  select copy.k, copy.closed, copy.filed_at, template.id as template, template.version,
    'G' || lpad(copy.k::text, 11, '0') as number,
    (lpad(to_hex(copy.filed_at), 12, '0') || '70008000' || lpad(to_hex(copy.k), 12, '0'))::uuid as id,
    case when building_number = 0 then $5::uuid else md5('building' || building_number)::uuid end as building,
    case when building_number = 0 then $6::uuid else md5('steward' || building_number)::uuid end as steward
  from copy join template on template.closed = copy.closed and template.position = (copy.k / (1 / $2::float8)::int) % template.many`

const stewardsSql = [
  `insert into person (id, name, settings, created_at)
   select md5('steward' || n)::uuid, '管家' || n, '{}', 0 from generate_series(1, $1::int - 1) n`,
  `insert into post (center_id, person_id, role, department_id, building_ids, skills, present, since)
   select $2::uuid, md5('steward' || n)::uuid, 'steward', 'service', jsonb_build_array(md5('building' || n)::uuid), '[]', true, 0
   from generate_series(1, $1::int - 1) n`,
]

/** Runs the work without the secondary indexes of these tables, and builds them again afterwards: many times quicker. */
export async function withoutIndexes(
  client: pg.Client,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
     where t.relname = any($1) and not exists (select 1 from pg_constraint where conindid = i.indexrelid)`,
    [tables],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await work()
  await client.query(`set maintenance_work_mem = '512MB'`)
  for (const { definition } of rows) await client.query(definition)
}

export interface Multiplied {
  readonly tickets: number
  readonly open: number
  readonly buildings: number
  readonly megabytes: number
}

/**
 * Multiplies the tickets of a small estate to `total` by copying them in SQL: bodies, states and rows are those that the
 * real actions made, with ids, numbers, buildings and stewards of their own. The estate grows with them, a steward to a
 * building. (The copies' hash chains are those of their templates; nothing here verifies them.)
 */
export async function multiply(databaseUrl: string, total: number): Promise<Multiplied> {
  const connect = async () => {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    return client
  }
  const client = await connect()
  const writers = await Promise.all(Array.from({ length: WRITERS }, connect))
  try {
    const { rows } = await client.query<{ building: string; steward: string; center: string; newest: string }>(
      `select building_id as building, assignee_id as steward, center_id as center, (select max(filed_at) from ticket) as newest
       from ticket where state = 'dispatched' and assignee_id is not null order by filed_at desc limit 1`,
    )
    const [own] = rows
    if (!own) throw new Error('there is no dispatched ticket to take the steward from')
    const buildings = Math.max(3, Math.round(total / TICKETS_PER_BUILDING))
    const began = Date.now()
    await client.query(planSql, [total, OPEN_SHARE, own.newest, buildings, own.building, own.steward])
    await client.query('alter table plan add primary key (k)')
    const templates = [{ table: 'ticket' }, ...others]
    for (const template of templates) await client.query(templatesOf(template))
    await client.query('analyze')
    for (const [index, sql] of stewardsSql.entries())
      await client.query(sql, index === 0 ? [buildings] : [buildings, own.center])
    await client.query('update company set directory_version = directory_version + 1')
    const tables = ['ticket', ...others.map(({ table }) => table)]
    await withoutIndexes(client, tables, async () => {
      const share = Math.ceil(total / WRITERS)
      await Promise.all(
        writers.map(async (writer, index) => {
          const range = `copy.k > ${index * share} and copy.k <= ${(index + 1) * share}`
          for (const sql of copiesOf(range)) await writer.query(sql)
        }),
      )
      tell(`${total} tickets copied after ${Math.round((Date.now() - began) / 1_000)} s`)
    })
    for (const { table } of templates) await client.query(`drop table template_${table}`)
    await client.query('drop table plan')
    // Also sets the visibility that index-only scans need; autovacuum would come to it later.
    await client.query('vacuum analyze')
    tell(`${total} tickets ready after ${Math.round((Date.now() - began) / 1_000)} s`)
    const { rows: counted } = await client.query<Record<'tickets' | 'open' | 'bytes', string>>(
      `select count(*) as tickets, count(*) filter (where closed_at is null) as open,
         pg_database_size(current_database()) as bytes from ticket`,
    )
    const [counts] = counted
    return {
      tickets: Number(counts?.tickets),
      open: Number(counts?.open),
      buildings,
      megabytes: Math.round(Number(counts?.bytes) / 1_048_576),
    }
  } finally {
    for (const each of [client, ...writers]) await each.end()
  }
}
