import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DatabaseSettings, openDatabase } from '../../cloud/store/engine/open-database'
import { fileWhileKilling } from './killed-host'
import { announcedRandom } from './random'
import { halfWritten, storedNumbers } from './stored-tickets'

const KILLS = 20
const CALLERS = 8
const demo = { DEMO: '1', DEMO_TICKETS: '0', WECHAT_APP_ID: '', WECHAT_APP_SECRET: '' }

/**
 * Kills a host twenty times while people file, and compares what they were told with what is stored in the end. `open`
 * says, of an empty folder for its data, where the host keeps them.
 */
export async function killAndCompare(
  what: string,
  open: (folder: string) => { readonly env: Readonly<Record<string, string>>; readonly settings: DatabaseSettings },
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'property-complaints-kills-'))
  try {
    await compare(what, open(folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function compare(what: string, { env, settings }: ReturnType<Parameters<typeof killAndCompare>[1]>) {
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
