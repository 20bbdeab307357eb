import type { AddressInfo } from 'node:net'
import type { Clock } from '../platform/ports'
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

/** Opens the database of the settings and serves it. What was opened is closed again when a step fails. */
export async function startHost(settings: HostSettings, options: StartOptions): Promise<RunningHost> {
  const database = await openDatabase({ databaseUrl: settings.databaseUrl, dataDir: settings.dataDir })
  try {
    return await serve(database, settings, options)
  } catch (error) {
    await database.close()
    throw error
  }
}
