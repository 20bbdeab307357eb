import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Clock } from '../platform/ports'
import { lockDirectory } from '../store/engine/directory-lock'
import { type OpenDatabase, openDatabase } from '../store/engine/open-database'
import { migrate } from '../store/migrate'
import { createHost } from './create-host'
import { seedDemo } from './demo/seed'
import { type EmbeddedRuntime, embeddedRuntime } from './embedded-runtime'
import type { PageFolders } from './pages'
import type { HostSettings } from './settings'
import { createTimers } from './timers'

export interface StartOptions {
  readonly pages: PageFolders
  readonly log: (line: string) => void
  readonly print: (line: string) => void
  readonly wallClock?: Clock
  /** Whether the triggers of the functions fire; tests fire them by hand. */
  readonly scheduled?: boolean
}

export interface RunningHost {
  readonly url: string
  readonly runtime: EmbeddedRuntime
  /** Takes no more requests, finishes those under way and the timers, then closes the database. */
  close(): Promise<void>
}

/** Migrates, seeds (demo, when empty) and serves a database that is open. `close` of the host closes it. */
export async function serve(
  database: OpenDatabase,
  settings: HostSettings,
  { log, print, pages, wallClock, scheduled = true }: StartOptions,
): Promise<RunningHost> {
  await migrate(database.db)
  const runtime = await embeddedRuntime({ database, settings, log, print, wallClock })
  if (runtime.demo) await seedDemo(runtime, settings.demoTickets)
  const timers = createTimers(runtime)
  const { trustGateway, trustProxy } = settings
  const app = await createHost({ runtime, timers, pages, trustGateway, trustProxy })
  await app.listen({ port: settings.port, host: settings.host })
  if (scheduled) timers.start()
  const { port } = app.server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    runtime,
    async close() {
      await app.close()
      await timers.stop()
      await database.close()
    },
  }
}

/**
 * Fills an empty `DATA_DIR` with the demo's estate. It is made in a folder beside and put in place when it is whole:
 * a start that is cut short leaves nothing half told behind, and the next one begins anew. Does nothing where a
 * database is already, outside the demo, or on PostgreSQL.
 *
 * @throws DatabaseLocked while another process prepares or serves the same directory
 */
export async function prepareDemo(settings: HostSettings, { log, print, wallClock }: StartOptions): Promise<void> {
  const { dataDir, databaseUrl, demo, demoTickets } = settings
  const inPlace = (): boolean => existsSync(join(dataDir, 'pglite'))
  if (databaseUrl || !demo || inPlace()) return
  mkdirSync(dataDir, { recursive: true })
  const release = lockDirectory(join(dataDir, 'pglite.lock'))
  try {
    // Another process may have finished while this one waited for the lock to be free.
    if (inPlace()) return
    const beside = join(dataDir, 'preparing')
    rmSync(beside, { recursive: true, force: true })
    const database = await openDatabase({ dataDir: beside })
    try {
      await migrate(database.db)
      const parts = { database, settings: { ...settings, dataDir: beside }, log, print, wallClock }
      await seedDemo(await embeddedRuntime(parts), demoTickets)
    } finally {
      await database.close()
    }
    // The database comes last: that it is there says that all of it is.
    for (const part of ['media', 'pglite'])
      if (existsSync(join(beside, part))) renameSync(join(beside, part), join(dataDir, part))
    rmSync(beside, { recursive: true, force: true })
  } finally {
    release()
  }
}

/** Opens the database of the settings and serves it. What was opened is closed again when a step fails. */
export async function startHost(settings: HostSettings, options: StartOptions): Promise<RunningHost> {
  await prepareDemo(settings, options)
  const database = await openDatabase({ databaseUrl: settings.databaseUrl, dataDir: settings.dataDir })
  try {
    return await serve(database, settings, options)
  } catch (error) {
    await database.close()
    throw error
  }
}
