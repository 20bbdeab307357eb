import { firingsOf } from '../support/firings'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { seedTickets } from '../../bench/deadlines/seed'
import { nextFireAt, timersOf } from '../../cloud/domain/deadline/timers'
import { compilePolicy } from '../../cloud/domain/policy/compile/compile'
import { replay } from '../../cloud/domain/ticket/evolve'
import { type Chained, findBreak } from '../../cloud/domain/ticket/hash-chain'
import { openDatabase } from '../../cloud/store/engine/open-database'
import type { Database } from '../../cloud/store/schema'
import { march, second } from '../builders/clock'
import { twoHours } from '../builders/policy'
import { createPostgres } from '../support/databases'
import { sweepWhileKilling } from './mortal-workers'
import { announcedRandom } from './random'

const DUE = 10_000
const KILLS = 30
/** Tickets in one transaction, and statements between two kills: so many batches that all kills fall among them. */
const BATCH = 25
const MOST_STATEMENTS = 30

/**
 * Two hours to complete what was filed at nine: warnings at 10:00 and 10:36, a breach and the head's notice at 11:00. At
 * half past eleven the first is late enough for the summary after a standstill, and the others are told singly.
 */
const policy = twoHours
const now = march(3, '11:30')
/** Clocks of four machines, a minute apart in all. */
const clocks = [-30, -10, 10, 30].map(seconds => now + seconds * second)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'property-complaints-sweep-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const countBy = (words: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

/** How many rows there are of each type. */
async function tally(db: Kysely<Database>, table: 'event' | 'notice' | 'held_notice') {
  const { rows } = await sql<{ of: string; count: number }>`
    select type as of, count(*) as count from ${sql.id(table)} group by 1 order by 1`.execute(db)
  return Object.fromEntries(rows.map(row => [row.of, row.count]))
}

async function histories(db: Kysely<Database>): Promise<ReadonlyMap<string, readonly Chained[]>> {
  const rows = await db.selectFrom('event').selectAll().orderBy('ticket_id').orderBy('seq').execute()
  const found = new Map<string, Chained[]>()
  for (const row of rows) {
    const { seq, at, actor_id: actorId, body: event, prev_hash: prevHash, hash } = row
    const entry: Chained = { seq, at, actorId, event, prevHash, hash }
    const list = found.get(row.ticket_id)
    if (list) list.push(entry)
    else found.set(row.ticket_id, [entry])
  }
  return found
}

/** Tickets whose hashes, folded state or deadlines are not what their events say. */
async function broken(db: Kysely<Database>): Promise<readonly string[]> {
  const history = await histories(db)
  const compiled = compilePolicy(policy, 1)
  const deadlines = await db.selectFrom('deadline').select(['ticket_id', 'kind', 'next_fire_at']).execute()
  const nextFires = new Map(deadlines.map(row => [`${row.ticket_id} ${row.kind}`, row.next_fire_at]))
  const tickets = await db.selectFrom('ticket').select(['id', 'version', 'head_hash', 'body']).execute()
  return tickets.flatMap(({ id, version, head_hash: head, body }) => {
    const events = history.get(id) ?? []
    const whole =
      events.length === version &&
      findBreak(id, events, head) === null &&
      JSON.stringify(sorted(replay(events))) === JSON.stringify(sorted(body)) &&
      timersOf(body, compiled).every(timer => nextFires.get(`${id} ${timer.kind}`) === nextFireAt(timer))
    return whole ? [] : [id]
  })
}

/** With keys in one order throughout: the database gives them back in its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}

test('ten thousand due deadlines fire exactly once each while four workers are killed thirty times', async () => {
  const random = announcedRandom('sweep kills')
  const { url: databaseUrl, cleanup } = await createPostgres()
  await seedTickets(databaseUrl, DUE, policy)
  const { db, close } = await openDatabase({ databaseUrl })
  try {
    const nothingDue = async () => {
      const due = await db.selectFrom('deadline').where('next_fire_at', '<=', now).limit(1).select('kind').execute()
      const held = await db.selectFrom('held_notice').where('summary_id', 'is', null).limit(1).select('seq').execute()
      return due.length + held.length === 0
    }
    const orders = clocks.map(clock => ({ databaseUrl, now: clock, batch: BATCH }))
    const plan = { folder, kills: KILLS, most: MOST_STATEMENTS, random }
    const { atWork, statements } = await sweepWhileKilling(orders, plan, nothingDue)
    process.stdout.write(`sweep kills: ${KILLS} kills among ${statements} statements\n`)

    expect(atWork).toBe(KILLS)
    const steps = (await firingsOf(db)).map(({ ticketId, kind, cycle, step }) => `${ticketId} ${kind} ${cycle} ${step}`)
    expect(new Set(steps).size).toBe(steps.length)
    expect(countBy(steps.map(step => step.split(' ').at(-1) ?? ''))).toEqual({
      'warn:0.5': DUE,
      'warn:0.8': DUE,
      breach: DUE,
      'escalate:1': DUE,
    })
    expect(await tally(db, 'event')).toMatchObject({
      filed: DUE,
      warned: 2 * DUE,
      breached: DUE,
      deadlineEscalated: DUE,
    })
    // The first warning of each ticket is an hour and a half late: one notice for all of them.
    expect(await tally(db, 'held_notice')).toEqual({ warned: DUE })
    expect(await tally(db, 'notice')).toEqual({
      warned: DUE,
      breached: DUE,
      deadlineEscalated: DUE,
      standstill: 1,
    })
    expect(await db.selectFrom('dead_letter').select('item_id').execute()).toEqual([])
    expect(await broken(db)).toEqual([])
  } finally {
    await close()
    await cleanup()
  }
}, 300_000)
