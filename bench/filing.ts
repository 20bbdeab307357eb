import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { HostClient, type Receipt, type Resident, demoResidents, filingOf } from '../test/support/host-client'
import { type HostProcess, startHostProcess } from '../test/support/host-process'
import { startOwnServer } from '../test/support/postgres'
import { median, quantile, rounded, tell } from './figures'
import { type Crew, startCrew } from './filing/crew'
import type { HttpSetup, PlainSetup, Round } from './filing/messages'
import { rowsOf } from './filing/rows-of'

/**
 * Filings per second through the HTTP host, beside the same rows written by plain SQL to the same PostgreSQL, which
 * waits for the disk at each commit. Sixteen callers each, in processes of their own; the two sides take turns.
 */
const CALLERS = 16
const ROUNDS = 5
const WARM_UP_MS = 20_000
const ROUND_MS = 4_000

const perSecond = ({ numbers, tookMs }: Round): number => (numbers.length * 1_000) / tookMs

interface Sides {
  readonly host: Crew
  readonly plain: Crew
}

interface Rounds {
  readonly host: readonly Round[]
  readonly plain: readonly Round[]
}

/** Turns of both sides; the first of each warms up and counts for nothing but the tickets it has filed. */
async function takeTurns({ host, plain }: Sides): Promise<Rounds> {
  const rounds: { host: Round[]; plain: Round[] } = { host: [], plain: [] }
  for (let turn = 0; turn <= ROUNDS; turn++) {
    const runMs = turn === 0 ? WARM_UP_MS : ROUND_MS
    const ours = await host.run(runMs)
    const theirs = await plain.run(runMs)
    rounds.host.push(ours)
    rounds.plain.push(theirs)
    tell(
      `${turn === 0 ? 'warm-up' : `round ${turn}`}: host ${rounded(perSecond(ours))}/s, plain ${rounded(perSecond(theirs))}/s`,
    )
  }
  return rounds
}

function figuresOf({ host, plain }: Rounds) {
  const measured = { host: host.slice(1), plain: plain.slice(1) }
  const pairs = measured.host.map((round, index) => perSecond(round) / perSecond(measured.plain[index] ?? round))
  const side = (rounds: readonly Round[]) => {
    const latencies = rounds.flatMap(round => round.latencies)
    return {
      perSecond: rounded(median(rounds.map(perSecond))),
      p50Ms: rounded(quantile(latencies, 0.5)),
      p95Ms: rounded(quantile(latencies, 0.95)),
      rounds: rounds.map(round => rounded(perSecond(round))),
    }
  }
  return {
    /** Host to plain: the median over the pairs of rounds that ran side by side in time. */
    ratio: rounded(median(pairs)),
    target: 0.35,
    host: side(measured.host),
    plain: side(measured.plain),
  }
}

/** Files once to learn which rows that writes. */
async function plainSetup(client: HostClient, resident: Resident, databaseUrl: string): Promise<PlainSetup> {
  const filing = filingOf(resident, 'the-pattern', '一楼大厅的灯坏了，请安排人来看看。'.repeat(3))
  const receipt = await client.expect<Receipt>('ticket', 'file', filing, resident.token)
  const reader = new pg.Client({ connectionString: databaseUrl })
  await reader.connect()
  try {
    const { ticketId, number } = receipt
    return { databaseUrl, writers: CALLERS, ticketId, number, tables: await rowsOf(reader, ticketId) }
  } finally {
    await reader.end()
  }
}

/** Which of the acknowledged tickets the database holds, and how many it holds that nobody acknowledged. */
async function compare(databaseUrl: string, acknowledged: readonly string[], before: number) {
  const reader = new pg.Client({ connectionString: databaseUrl })
  await reader.connect()
  try {
    const { rows } = await reader.query<{ number: string }>('select number from ticket')
    const stored = new Set(rows.map(row => row.number))
    const missing = acknowledged.filter(number => !stored.has(number)).length
    return { acknowledged: acknowledged.length, inDatabase: rows.length - before, missing }
  } finally {
    await reader.end()
  }
}

async function measure(host: HostProcess, databaseUrl: string) {
  const client = new HostClient(host.url)
  const residents = await demoResidents(client, CALLERS)
  const [first] = residents
  if (!first) throw new Error('nobody to file')
  const setup = await plainSetup(client, first, databaseUrl)
  client.close()
  const before = (await compare(databaseUrl, [], 0)).inDatabase
  const sides = {
    host: await startCrew<HttpSetup>('http-callers.ts', { url: host.url, residents }),
    plain: await startCrew<PlainSetup>('plain-writers.ts', setup),
  }
  try {
    const rounds = await takeTurns(sides)
    const numbers = [...rounds.host, ...rounds.plain].flatMap(round => round.numbers)
    return {
      ...figuresOf(rounds),
      callers: CALLERS,
      rowsPerFiling: Object.fromEntries(setup.tables.map(({ table, rows }) => [table, rows.length])),
      hostMegabytes: Math.round(host.residentBytes() / 1_048_576),
      tickets: await compare(databaseUrl, numbers, before),
    }
  } finally {
    await sides.host.stop()
    await sides.plain.stop()
  }
}

/** @throws Error when a filing was refused, or the database does not hold exactly what was acknowledged */
export async function run() {
  const server = await startOwnServer({ durable: true, name: 'filing' })
  const dataDir = mkdtempSync(join(tmpdir(), 'property-complaints-bench-'))
  try {
    const databaseUrl = server.url('postgres')
    const host = await startHostProcess(
      {
        DATABASE_URL: databaseUrl,
        DATA_DIR: dataDir,
        DEMO: '1',
        DEMO_TICKETS: '0',
        WECHAT_APP_ID: '',
        WECHAT_APP_SECRET: '',
      },
      // To look into it: BENCH_HOST_ARGUMENTS='--cpu-prof --cpu-prof-dir=FOLDER'.
      process.env.BENCH_HOST_ARGUMENTS?.split(' ') ?? [],
    )
    try {
      const figures = await measure(host, databaseUrl)
      const { acknowledged, inDatabase, missing } = figures.tickets
      if (missing > 0 || acknowledged !== inDatabase)
        throw new Error(`${acknowledged} filings acknowledged, ${inDatabase} tickets stored, ${missing} missing`)
      return figures
    } finally {
      await host.stop()
    }
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
