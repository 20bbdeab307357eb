/**
 * npm start: from a fresh clone to a running product. Plain Node: it must run before anything is installed.
 * Installs what is missing, builds the browser client when a source changed, bundles the host and runs it.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const [major] = process.versions.node.split('.').map(Number)
if (major < 20) {
  console.error(`Node 20 or newer is needed, this is ${process.version}`)
  process.exit(1)
}

const readJson = path => JSON.parse(readFileSync(join(root, path), 'utf8'))

/** A package that the project names but that is not installed in the version of the lock file; undefined: none. */
function outdatedPackage() {
  const { dependencies, devDependencies } = readJson('package.json')
  const { packages } = readJson('package-lock.json')
  return Object.keys({ ...dependencies, ...devDependencies }).find(name => {
    const folder = `node_modules/${name}`
    const manifest = join(folder, 'package.json')
    return !existsSync(join(root, manifest)) || readJson(manifest).version !== packages[folder]?.version
  })
}

/** Runs a step to its end; its output is for whoever waits, so it goes to stderr: stdout is the host's. */
function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

if (outdatedPackage()) {
  console.error('installing packages …')
  run('npm', ['install', '--no-audit', '--no-fund'])
}
console.error('building the browser client, unless it is up to date …')
run(process.execPath, ['scripts/build-if-changed.mjs', 'h5'])
run(process.execPath, ['scripts/build-host.mjs'])

const host = spawn(process.execPath, ['--enable-source-maps', join('dist', 'host', 'main.js')], {
  cwd: root,
  stdio: 'inherit',
})
// The host stops in its own time; Ctrl-C reaches it by itself, and a second time does no harm.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => host.kill(signal))
host.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
