import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type EmbeddedRuntime, embeddedRuntime } from '../cloud/host/embedded-runtime'
import { seedDemo } from '../cloud/host/demo/seed'
import { systemClock } from '../cloud/platform/clock'
import { type OpenDatabase, openDatabase } from '../cloud/store/engine/open-database'
import { migrate } from '../cloud/store/migrate'
import { startOwnServer } from '../test/support/postgres'
import { median, quantile, rounded, tell } from './figures'
import { type Calls, callsOn, timed } from './growth/calls'
import { type Multiplied, multiply } from './growth/multiply'
import { fileOpenTickets } from './growth/templates'

/**
 * The cost of a command and of the lists people work from, in a center with a million tickets beside one with ten
 * thousand: two databases on one server, asked in turns by one process. Both have the same share of open tickets and as
 * many of them for each steward. The server does not wait for the disk at commits, which would hide what grows.
 */
const SMALL = 10_000
const LARGE = 1_000_000
const TEMPLATES = 60
const WARM_UP = 50
const CALLS = 200

async function openRuntime(databaseUrl: string, dataDir: string): Promise<EmbeddedRuntime> {
  const database: OpenDatabase = await openDatabase({ databaseUrl })
  await migrate(database.db)
  const settings = { dataDir, demo: true, weChat: null }
  return embeddedRuntime({ database, settings, log: tell, print: tell, wallClock: systemClock })
}

/** Makes the tickets that the others are copied from. */
async function makeTemplates(databaseUrl: string, dataDir: string): Promise<void> {
  const runtime = await openRuntime(databaseUrl, dataDir)
  try {
    await seedDemo(runtime, TEMPLATES)
    await fileOpenTickets(runtime)
  } finally {
    await runtime.database.close()
  }
}

async function copyDatabase(serverUrl: string, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(`create database ${to} template ${from} strategy file_copy`)
  } finally {
    await client.end()
  }
}

/** Asks both databases in turns, so that whatever else the machine does meets both alike. */
async function compare(name: string, small: Calls, large: Calls) {
  const [ofSmall, ofLarge] = [small[name], large[name]]
  if (!ofSmall || !ofLarge) throw new Error(`no call named ${name}`)
  const times: { small: number[]; large: number[] } = { small: [], large: [] }
  for (let n = -WARM_UP; n < CALLS; n++) {
    const [first, second] = [await timed(ofSmall), await timed(ofLarge)]
    if (n < 0) continue
    times.small.push(first)
    times.large.push(second)
  }
  const side = (values: readonly number[]) => ({
    medianMs: rounded(median(values)),
    p95Ms: rounded(quantile(values, 0.95)),
  })
  const ratio = rounded(median(times.large) / median(times.small))
  tell(`${name}: ${ratio}`)
  return { ratio, small: side(times.small), large: side(times.large) }
}

async function measure(small: EmbeddedRuntime, large: EmbeddedRuntime) {
  const [ofSmall, ofLarge] = [await callsOn(small), await callsOn(large)]
  const calls: Record<string, Awaited<ReturnType<typeof compare>>> = {}
  for (const name of Object.keys(ofSmall)) calls[name] = await compare(name, ofSmall, ofLarge)
  return calls
}

/** A steward's day: as much work in both centers, whatever else they hold. */
const isSteward = (name: string): boolean =>
  name.startsWith('act') || name.startsWith('worklist') || name.includes('steward')

/**
 * `ratio` is the worst of a steward's calls, of medians. `deskRatio` is that of the clerk's, whose queues in the larger
 * center are a hundred times as long, as is what their summary counts.
 */
export async function run() {
  const server = await startOwnServer({ durable: false, name: 'growth' })
  const dataDir = mkdtempSync(join(tmpdir(), 'property-complaints-bench-'))
  try {
    await copyDatabase(server.url('postgres'), 'template1', 'small')
    await makeTemplates(server.url('small'), dataDir)
    await copyDatabase(server.url('postgres'), 'small', 'large')
    const sizes: Record<'small' | 'large', Multiplied> = {
      small: await multiply(server.url('small'), SMALL),
      large: await multiply(server.url('large'), LARGE),
    }
    const small = await openRuntime(server.url('small'), dataDir)
    const large = await openRuntime(server.url('large'), dataDir)
    try {
      const calls = await measure(small, large)
      const worst = (mine: boolean) =>
        Math.max(...Object.entries(calls).map(([name, { ratio }]) => (isSteward(name) === mine ? ratio : 0)))
      return { ratio: worst(true), target: 1.5, deskRatio: worst(false), sizes, calls }
    } finally {
      await small.database.close()
      await large.database.close()
    }
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
