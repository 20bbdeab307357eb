import { openDatabase } from '../../cloud/store/engine/open-database'
import { createPostgres } from '../support/databases'
import {
  ConnectionLost,
  HostClient,
  type Receipt,
  type Resident,
  demoResidents,
  filingOf,
} from '../support/host-client'
import { startHostProcess } from '../support/host-process'
import { runFolder } from '../support/postgres'
import { startCuttingProxy } from './cutting-proxy'
import { announcedRandom } from './random'
import { halfWritten, storedNumbers } from './stored-tickets'

const FILINGS = 1_000
const CALLERS = 16
/** More cuts in a row than chance brings about. */
const MOST_TRIES = 50

/** Files under one key until a whole answer comes. */
async function fileUntilAnswered(url: string, resident: Resident, key: string): Promise<Receipt> {
  for (let tries = 1; ; tries += 1) {
    // Each try on a connection of its own, as after a network that was lost.
    const client = new HostClient(url, 1)
    try {
      const filing = filingOf(resident, key, `楼道的灯不亮了，第 ${key} 次反映。`)
      return await client.expect<Receipt>('ticket', 'file', filing, resident.token)
    } catch (error) {
      if (!(error instanceof ConnectionLost) || tries >= MOST_TRIES) throw error
    } finally {
      client.close()
    }
  }
}

test('a thousand filings whose connection is cut at random and that are retried give a thousand tickets', async () => {
  const random = announcedRandom('connection cuts')
  const { url: databaseUrl, cleanup } = await createPostgres()
  const host = await startHostProcess({
    DATABASE_URL: databaseUrl,
    DATA_DIR: runFolder(),
    DEMO: '1',
    DEMO_TICKETS: '0',
  })
  const proxy = await startCuttingProxy(Number(new URL(host.url).port), random)
  const opened = await openDatabase({ databaseUrl })
  try {
    const direct = new HostClient(host.url)
    const residents = await demoResidents(direct, CALLERS)
    direct.close()
    const receipts = new Map<string, Receipt>()
    let next = 0
    const work = async (resident: Resident): Promise<void> => {
      for (let filing = next++; filing < FILINGS; filing = next++) {
        const key = `cut-filing-${filing}`
        receipts.set(key, await fileUntilAnswered(proxy.url, resident, key))
      }
    }
    await Promise.all(residents.map(work))

    const stored = await storedNumbers(opened.db)
    expect(stored.size).toBe(FILINGS)
    expect(new Set(stored.values()).size).toBe(FILINGS)
    expect(new Map([...receipts.values()].map(({ ticketId, number }) => [ticketId, number]))).toEqual(stored)
    expect(await halfWritten(opened.db)).toBe(0)
    // The test has done what it says: every kind of cut, many times.
    process.stdout.write(`connection cuts: ${JSON.stringify(proxy.counts)}\n`)
    for (const count of Object.values(proxy.counts)) expect(count).toBeGreaterThan(30)
  } finally {
    await opened.close()
    await proxy.close()
    await host.stop()
    await cleanup()
  }
}, 300_000)
