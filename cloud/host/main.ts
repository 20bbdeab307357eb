import { join, resolve } from 'node:path'
import { describeError } from '../functions/failure'
import { SettingError } from '../platform/settings'
import { anyCompany } from '../store/organisation/company'
import { Unavailable } from '../store/engine/errors'
import { type HostSettings, readHostSettings } from './settings'
import { type RunningHost, type StartOptions, prepareDemo, startHost } from './start-host'
import { setUpAddress } from './set-up-address'
import { verifyInstallation } from './verify-installation'

/** The checkout: this file stands two folders below it, as source and as bundle (dist/host) alike. A bundle put elsewhere is told. */
const root = process.env.APP_ROOT ?? resolve(__dirname, '..', '..')
/** ms that requests under way get when the host is told to stop. */
const patienceMs = 10_000

const log = (line: string): void => console.error(`${new Date().toISOString()} ${line}`)
const print = (line: string): void => console.log(line)

/** What stops a start is said in one sentence; only what nobody foresaw comes with its place in the code. */
const sentenceOf = (error: unknown): string => {
  if (error instanceof Unavailable) return 'the database at DATABASE_URL does not answer'
  const named = error instanceof Error && (error instanceof SettingError || error.name === 'DatabaseLocked')
  if (named) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE' || code === 'EACCES') return `PORT can't be listened on: ${code}`
  return error instanceof Error ? error.message : describeError(error)
}

function stopOnSignals(host: RunningHost): void {
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    log(`${signal}: stopping`)
    setTimeout(() => process.exit(1), patienceMs).unref()
    await host.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        log(`stopping failed: ${describeError(error)}`)
        process.exit(1)
      })
    })
}

/** `npm run verify`: every fault on a line of its own, then how much was looked at. Exits with 1 when there are any. */
async function printVerification(settings: HostSettings): Promise<void> {
  const { tickets, files, faults } = await verifyInstallation(settings)
  for (const fault of faults) print(fault)
  print(`${tickets} tickets and ${files} files looked at, faults found: ${faults.length}`)
  if (faults.length > 0) process.exitCode = 1
}

/**
 * `prepare`: only fills an empty demo, so that this can go on beside the build of the pages. `verify`: only checks what is
 * stored.
 */
async function start(settings: HostSettings, only: string | undefined): Promise<void> {
  const pages = { h5: join(root, 'dist', 'h5'), demo: settings.demo ? join(root, 'cloud', 'host', 'demo') : null }
  const options: StartOptions = { pages, log, print }
  if (only === 'prepare') return prepareDemo(settings, options)
  if (only === 'verify') return printVerification(settings)
  const host = await startHost(settings, options)
  // One request's mistake must not take the others with it; what it was stands in the log.
  process.on('uncaughtException', error => log(`uncaught: ${describeError(error)}`))
  process.on('unhandledRejection', error => log(`unhandled: ${describeError(error)}`))
  stopOnSignals(host)
  if (host.runtime.database.engine === 'pglite')
    print(
      `PGlite in ${settings.dataDir}: for trying it out, not safe against power loss; set DATABASE_URL for PostgreSQL`,
    )
  if (host.runtime.setUpCode !== null && !(await anyCompany(host.runtime.db)))
    print(`first administrator: open ${setUpAddress(host.url, host.runtime.setUpCode)}`)
  if (settings.demo) print(`demo: open ${host.url}/demo`)
  print(`ready ${host.url}`)
}

try {
  start(readHostSettings(process.env), process.argv[2]).catch((error: unknown) => {
    console.error(sentenceOf(error))
    process.exit(1)
  })
} catch (error) {
  console.error(sentenceOf(error))
  process.exit(1)
}
