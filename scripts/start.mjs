/**
 * npm start: from a fresh clone to a running product. Plain Node: it must run before anything is installed.
 * Installs what is missing, builds the browser client when a source changed, bundles the host and runs it.
 */
import { spawn } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensurePackages } from './ensure-packages.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const [major] = process.versions.node.split('.').map(Number)
if (major < 20) {
  console.error(`Node 20 or newer is needed, this is ${process.version}`)
  process.exit(1)
}

/** Runs a step to its end; its output is for whoever waits, so it goes to stderr: stdout is the host's. */
const run = (...args) =>
  new Promise(done => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] })
    child.on('close', status => (status === 0 ? done() : process.exit(status ?? 1)))
  })
const hostMain = ['--enable-source-maps', join('dist', 'host', 'main.js')]

ensurePackages('product')
await run('scripts/build-host.mjs')
console.error('building the browser client and the demo data, unless they are there …')
await Promise.all([run('scripts/build-if-changed.mjs', 'h5'), run(...hostMain, 'prepare')])

const host = spawn(process.execPath, hostMain, { cwd: root, stdio: 'inherit' })
// The host stops in its own time; Ctrl-C reaches it by itself, and a second time does no harm.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => host.kill(signal))
host.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
