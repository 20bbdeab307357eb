import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startServer, stopServer, type RunningServer, type ServerOptions } from './postgres-server'

/**
 * One PostgreSQL for a whole test run. The first test that asks starts it; the others of this worker and of all other
 * workers find it through a state file. A run is named by the process that owns it (jest's main process, from
 * global-setup.ts), so several runs on one machine never meet, and what a killed run has left is found and stopped.
 */

const PREFIX = 'property-complaints-test-'
export const RUN_VARIABLE = 'TEST_RUN_OWNER'

/** Folder of this run: the server's data, its state, and whatever else the tests of one run share. */
export function runFolder(): string {
  const owner = process.env[RUN_VARIABLE] ?? String(process.pid)
  const folder = join(tmpdir(), PREFIX + owner)
  mkdirSync(folder, { recursive: true })
  return folder
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Stops the servers and removes the folders of runs whose owner is no longer alive. */
export async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : NaN)
    if (Number.isInteger(pid) && !isAlive(pid)) await removeRun(join(tmpdir(), name))
  }
}

/** Stops the server of a run, if it has one, and removes its folder. */
export async function removeRun(folder: string): Promise<void> {
  await stopServer(join(folder, 'postgres'))
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

/**
 * Makes a file that the workers of a run share, once: the first worker makes it, the others wait for it. A maker that
 * fails or dies leaves the making to the next.
 */
export async function sharedFile(name: string, make: () => Promise<string | Buffer>): Promise<string> {
  const file = join(runFolder(), name)
  const lock = `${file}.making`
  while (!existsSync(file)) {
    if (take(lock)) {
      try {
        // Looked at again: it may have been made between the last look and the lock.
        if (existsSync(file)) break
        const content = await make()
        writeFileSync(`${file}.part`, content)
        renameSync(`${file}.part`, file)
      } finally {
        rmSync(lock, { force: true })
      }
    } else {
      const maker = existsSync(lock) ? Number(readFileSync(lock, 'utf8') || process.pid) : process.pid
      if (!isAlive(maker)) rmSync(lock, { force: true })
      await wait(25)
    }
  }
  return file
}

/** The server of this run, started by the first who asks. */
export async function testServer(): Promise<RunningServer> {
  const folder = join(runFolder(), 'postgres')
  const file = await sharedFile('postgres.json', async () => {
    // Something half made, by a worker that died while starting it.
    await stopServer(folder)
    rmSync(folder, { recursive: true, force: true })
    const { port, pid } = await startServer(folder)
    return JSON.stringify({ port, pid })
  })
  const { port, pid } = JSON.parse(readFileSync(file, 'utf8')) as { port: number; pid: number }
  return { port, pid, url: database => `postgres://postgres@127.0.0.1:${port}/${database}` }
}

/** A server of one's own, for a benchmark or a test that stops it: `stop` ends it and removes its files. */
export async function startOwnServer(
  options: ServerOptions & { name?: string } = {},
): Promise<RunningServer & { stop(): Promise<void>; folder: string }> {
  const folder = join(tmpdir(), `${PREFIX}${process.pid}`, `own-${options.name ?? 'postgres'}`)
  const stop = async () => {
    await stopServer(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  await stop()
  return { ...(await startServer(folder, options)), stop, folder }
}
