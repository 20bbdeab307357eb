import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DatabaseSettings, openDatabase } from '../../cloud/store/engine/open-database'
import { createPostgres } from '../support/databases'
import { fileWhileKilling } from './killed-host'
import { announcedRandom } from './random'
import { halfWritten, storedNumbers } from './stored-tickets'

const KILLS = 20
const CALLERS = 8
const demo = { DEMO: '1', DEMO_TICKETS: '0', WECHAT_APP_ID: '', WECHAT_APP_SECRET: '' }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'property-complaints-kills-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function killAndCompare(what: string, env: Readonly<Record<string, string>>, settings: DatabaseSettings) {
  const random = announcedRandom(`host kills on ${what}`)
  const { receipts, lost } = await fileWhileKilling({ ...env, ...demo }, { kills: KILLS, callers: CALLERS, random })
  const opened = await openDatabase(settings)
  try {
    const stored = await storedNumbers(opened.db)
    process.stdout.write(
      `host kills on ${what}: ${receipts.size} filings, ${lost} answers lost, ${stored.size} tickets\n`,
    )
    expect(new Map([...receipts.values()].map(({ ticketId, number }) => [ticketId, number]))).toEqual(stored)
    expect(stored.size).toBe(receipts.size)
    expect(await halfWritten(opened.db)).toBe(0)
    // The kills hit filings under way.
    expect(lost).toBeGreaterThanOrEqual(KILLS)
  } finally {
    await opened.close()
  }
}

test('no acknowledged filing is lost or doubled when the host on PostgreSQL is killed twenty times', async () => {
  const { url, cleanup } = await createPostgres()
  try {
    await killAndCompare('PostgreSQL', { DATABASE_URL: url, DATA_DIR: folder }, { databaseUrl: url })
  } finally {
    await cleanup()
  }
}, 300_000)

test('no acknowledged filing is lost or doubled when the host on PGlite is killed twenty times', async () => {
  await killAndCompare('PGlite', { DATABASE_URL: '', DATA_DIR: folder }, { dataDir: folder })
}, 300_000)
