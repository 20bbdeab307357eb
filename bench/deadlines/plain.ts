import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { Execution } from '../../cloud/actions/execute'
import { clockActor } from '../../cloud/domain/access/actor'
import { lockDue, readDue } from '../../cloud/store/timer/due-tickets'
import { type Change, rowsOf } from '../../cloud/store/ticket/append'
import { inTransaction } from '../../cloud/store/engine/transaction'
import type { Order, Round } from './messages'
import { runtimeAt } from './runtime'

const batchSize = 200

/** Rows of one table as they are written. */
interface Rows {
  readonly sql: string
  /** One array per column, in the order of the statement's parameters. */
  readonly columns: readonly (readonly unknown[])[]
}

const types: Readonly<Record<string, string>> = {
  center_id: 'uuid',
  ticket_id: 'uuid',
  id: 'uuid',
  actor_id: 'uuid',
  author_id: 'uuid',
  person_id: 'uuid',
  assignee_id: 'uuid',
  seq: 'int4',
  cycle: 'int4',
  version: 'int4',
  attempts: 'int4',
  held_seconds: 'int4',
  policy_version: 'int4',
  calendar_version: 'int4',
  workload: 'int4',
  body: 'jsonb',
  helper_ids: 'jsonb',
}
const isTime = (name: string): boolean => name === 'at' || name.endsWith('_at')
const typeOf = (name: string): string => types[name] ?? (isTime(name) ? 'int8' : 'text')

const listOf = (names: readonly string[]): string =>
  `unnest(${names.map((name, index) => `$${index + 1}::${typeOf(name)}[]`).join(', ')}) as r(${names.join(', ')})`

type Row = Readonly<Record<string, unknown>>

function columnsOf(rows: readonly Row[]): { names: readonly string[]; columns: readonly (readonly unknown[])[] } {
  const names = Object.keys(rows[0] ?? {})
  return { names, columns: names.map(name => rows.map(row => row[name])) }
}

function insert(table: string, rows: readonly Row[]): Rows {
  const { names, columns } = columnsOf(rows)
  return { sql: `insert into ${table} (${names.join(', ')}) select * from ${listOf(names)}`, columns }
}

function update(table: string, keys: readonly string[], rows: readonly Row[]): Rows {
  const { names, columns } = columnsOf(rows)
  const set = names.filter(name => !keys.includes(name)).map(name => `${name} = r.${name}`)
  const same = keys.map(name => `t.${name} = r.${name}`)
  return { sql: `update ${table} t set ${set.join(', ')} from ${listOf(names)} where ${same.join(' and ')}`, columns }
}

/** Everything that a batch of decisions comes to, as plain rows of five tables. */
function statementsOf(changes: readonly Change[]): readonly Rows[] {
  const parts = changes.map(change => {
    const { columns, events, deadlines, notices } = rowsOf(change, false)
    const { centerId: center_id, id } = change.after
    return { ticket: { center_id, id, ...columns }, events, deadlines, notices }
  })
  return [
    update(
      'ticket',
      ['center_id', 'id'],
      parts.map(part => part.ticket),
    ),
    insert(
      'event',
      parts.flatMap(part => part.events),
    ),
    update(
      'deadline',
      ['center_id', 'ticket_id', 'kind', 'cycle'],
      parts.flatMap(part => part.deadlines).map(row => ({ ...row })),
    ),
    insert(
      'notice',
      parts.flatMap(part => part.notices).map(row => ({ ...row })),
    ),
  ]
}

/** Decides everything that is due without writing any of it, in batches as the sweep would. */
async function decideAll({ databaseUrl, now }: Order): Promise<readonly (readonly Change[])[]> {
  const { runtime, database } = await runtimeAt(databaseUrl, now, 2)
  try {
    return await inTransaction(runtime.db, async trx => {
      const keys = await lockDue(trx, now, { limit: 1_000_000 })
      const batches: (readonly Change[])[] = []
      for (let from = 0; from < keys.length; from += batchSize) {
        const tickets = await readDue(trx, keys.slice(from, from + batchSize), now)
        const execution = new Execution(
          trx,
          runtime,
          tickets.map(({ stored }) => stored),
        )
        const changes: Change[] = []
        for (const { stored } of tickets)
          changes.push(await execution.decide({ stored, command: { command: 'fireDue' }, actor: clockActor }))
        batches.push(changes)
      }
      return batches
    })
  } finally {
    await database.close()
  }
}

/**
 * The same writes by plain SQL, in transactions of as many tickets: every row is known beforehand, nothing is locked,
 * read or decided, and each table is written by one prepared statement.
 */
export async function drainByPlainSql(order: Order): Promise<() => Promise<Round>> {
  const decided = await decideAll(order)
  const fired = decided.flat().reduce((sum, { events }) => sum + events.length, 0)
  const batches = decided.map(statementsOf)
  const client = new pg.Client({ connectionString: order.databaseUrl })
  await client.connect()
  return async () => {
    const began = performance.now()
    for (const statements of batches) {
      await client.query('begin')
      for (const [index, { sql, columns }] of statements.entries())
        await client.query({ name: `w${index}`, text: sql, values: [...columns] })
      await client.query('commit')
    }
    const tookMs = performance.now() - began
    await client.end()
    return { fired, tookMs }
  }
}
