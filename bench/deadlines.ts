import pg from 'pg'
import { startOwnServer } from '../test/support/postgres'
import type { RunningServer } from '../test/support/postgres-server'
import { type Crew, startCrew } from './deadlines/crew'
import { enqueueForGraphile } from './deadlines/graphile'
import type { Order, Round, Way } from './deadlines/messages'
import type { Job } from './deadlines/one-job'
import { enqueueForPgBoss } from './deadlines/pg-boss'
import { addRunning, compareBatches, findNothing } from './deadlines/running'
import { firstWarningsAt, seedTickets } from './deadlines/seed'
import { median, rounded, tell } from './figures'

/**
 * Deadlines fired per second, each with its event in the hash chain, the ticket's row, its deadline and a notice: the
 * sweep, beside two job queues whose jobs do the same by the same code, and beside the same rows by plain SQL. Each round
 * works off a fresh copy of one database, on one PostgreSQL that waits for the disk at each commit.
 */
/** A backlog of some length: what a worker does once, at its start, is not what is measured. */
const DUE = 30_000
/** Jobs of the queues: enough to tell their speed, which takes them as long as the others need for all. */
const JOBS = 1_000
const RUNNING = 5_000_000
const ROUNDS = 3
const WORKERS = 4
/** Jobs a queue's worker carries out at a time: what served both best on two cores. */
const CONCURRENCY = 12

const targets = { beside: 3, plain: 0.5, workers: 1.5, findNothingMs: 5, growth: 0.8 }

async function onServer(server: RunningServer, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

const copy = (server: RunningServer, from: string, to: string): Promise<void> =>
  onServer(server, `create database ${to} template ${from} strategy file_copy`)

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** The databases that rounds are copied from: the tickets alone, and with a job for each in one queue or the other. */
const templateOf: Readonly<Record<Way, string>> = {
  sweep: 'due',
  plain: 'due',
  pgBoss: 'due_pg_boss',
  graphile: 'due_graphile',
}

async function makeTemplates(server: RunningServer): Promise<void> {
  await copy(server, 'template1', 'due')
  await seedTickets(server.url('due'), DUE)
  await query(server.url('due'), 'vacuum analyze')
  const jobs = await query<Job & pg.QueryResultRow>(
    server.url('due'),
    `select center_id as "centerId", id as "ticketId" from ticket order by filed_at limit ${JOBS}`,
  )
  await copy(server, 'due', 'due_pg_boss')
  await enqueueForPgBoss(server.url('due_pg_boss'), jobs)
  await copy(server, 'due', 'due_graphile')
  await enqueueForGraphile(server.url('due_graphile'), jobs)
  for (const name of ['due_pg_boss', 'due_graphile']) await query(server.url(name), 'vacuum analyze')
  tell(`${DUE} tickets ready`)
}

/** Whatever worked, it must have left the same behind. */
async function check(url: string, what: string, expected: number): Promise<void> {
  const [counts] = await query<Record<'events' | 'notices' | 'due', string>>(
    url,
    `select (select count(*) from event where type = 'warned') as events,
       (select count(*) from notice where type = 'warned') as notices,
       (select count(*) from deadline where next_fire_at <= ${firstWarningsAt}) as due`,
  )
  const wrong = [counts?.events, counts?.notices].some(count => Number(count) !== expected)
  if (wrong || Number(counts?.due) !== DUE - expected)
    throw new Error(`${what} has left ${JSON.stringify(counts)} of ${expected}`)
}

let copies = 0

/** One round on a fresh copy: deadlines per second. */
async function round(server: RunningServer, crew: Crew, how: Way, workers = 1): Promise<number> {
  const name = `round_${(copies += 1)}`
  await copy(server, templateOf[how], name)
  const databaseUrl = server.url(name)
  // What the copying has left to be written would otherwise be written during the round.
  await query(databaseUrl, 'checkpoint')
  const order: Order = { how, databaseUrl, now: firstWarningsAt, concurrency: CONCURRENCY }
  const done: Round = await crew.work(Array.from({ length: workers }, () => order))
  const expected = how === 'pgBoss' || how === 'graphile' ? JOBS : DUE
  if (done.fired !== expected) throw new Error(`${how} by ${workers} has counted ${done.fired} of ${expected}`)
  await check(databaseUrl, `${how} by ${workers}`, expected)
  await onServer(server, `drop database ${name}`)
  const perSecond = (done.fired * 1_000) / done.tookMs
  tell(`${how} by ${workers}: ${rounded(perSecond)}/s`)
  return perSecond
}

interface Rounds {
  readonly sweep: number[]
  readonly plain: number[]
  readonly pgBoss: number[]
  readonly graphile: number[]
  readonly fourSweep: number[]
}

/** All sides in turns, so that whatever else the machine does meets them alike; the first turn warms up. */
async function takeTurns(server: RunningServer, crew: Crew): Promise<Rounds> {
  const rounds: Rounds = { sweep: [], plain: [], pgBoss: [], graphile: [], fourSweep: [] }
  for (let turn = 0; turn <= ROUNDS; turn++) {
    const keep = (list: number[], value: number) => void (turn > 0 && list.push(value))
    keep(rounds.sweep, await round(server, crew, 'sweep'))
    keep(rounds.plain, await round(server, crew, 'plain'))
    keep(rounds.fourSweep, await round(server, crew, 'sweep', WORKERS))
    keep(rounds.pgBoss, await round(server, crew, 'pgBoss'))
    keep(rounds.graphile, await round(server, crew, 'graphile'))
  }
  return rounds
}

/** Each round against its neighbours of the same turn; the median of these. */
const ratio = (mine: readonly number[], theirs: (turn: number) => number): number =>
  rounded(median(mine.map((value, turn) => value / theirs(turn))))

async function measureGrowth(server: RunningServer) {
  for (const name of ['few', 'many']) await copy(server, 'due', name)
  const began = Date.now()
  await addRunning(server.url('many'), RUNNING, firstWarningsAt + 3_600_000)
  tell(`${RUNNING} running deadlines after ${Math.round((Date.now() - began) / 1_000)} s`)
  const nothing = await findNothing(server.url('many'), firstWarningsAt - 1_800_000)
  return { nothing, batches: await compareBatches(server.url('few'), server.url('many'), firstWarningsAt) }
}

/**
 * `ratio`: the sweep to the better of the queues. Ratios are medians of rounds that ran side by side in time.
 * Sets the exit code when one misses its target.
 */
export async function run() {
  const server = await startOwnServer({ durable: true, name: 'deadlines' })
  const crew = await startCrew(WORKERS)
  try {
    await makeTemplates(server)
    const rounds = await takeTurns(server, crew)
    const growth = await measureGrowth(server)
    const at = (list: readonly number[]) => (turn: number) => list[turn] ?? Number.NaN
    const figures = {
      ratio: ratio(rounds.sweep, turn => Math.max(at(rounds.pgBoss)(turn), at(rounds.graphile)(turn))),
      toPlainSql: ratio(rounds.sweep, at(rounds.plain)),
      fourWorkers: ratio(rounds.fourSweep, at(rounds.sweep)),
      /** With five million running deadlines beside none but the due. */
      withRunning: growth.batches.ratio,
      targets,
    }
    const missed = [
      figures.ratio < targets.beside && 'ratio',
      figures.toPlainSql < targets.plain && 'toPlainSql',
      figures.fourWorkers < targets.workers && 'fourWorkers',
      figures.withRunning < targets.growth && 'withRunning',
      growth.nothing.sweep.medianMs > targets.findNothingMs && 'findNothing',
    ].filter(name => name !== false)
    if (missed.length > 0) process.exitCode = 1
    const perSecond = Object.fromEntries(
      Object.entries(rounds).map(([side, list]: [string, number[]]) => [side, rounded(median(list))]),
    )
    return { ...figures, missed, due: DUE, perSecond, running: RUNNING, ...growth }
  } finally {
    await crew.stop()
    await server.stop()
  }
}
