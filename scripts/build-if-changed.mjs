/**
 * Builds what is out of date: node scripts/build-if-changed.mjs weapp h5 cloud
 *
 * A stamp keeps the hash of everything a build reads, so that tests and `npm start` build once and not again. Two
 * processes that want the same build wait for each other.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const stamps = join(root, 'dist', '.stamps')

const clientInputs = ['src', 'types', 'config', 'babel.config.js', 'project.config.json', 'package.json']

/** What each build reads, and the file that proves its output is there. */
const targets = {
  weapp: { script: 'build:weapp', inputs: clientInputs, output: 'weapp/app.json' },
  h5: { script: 'build:h5', inputs: clientInputs, output: 'h5/index.html' },
  cloud: { script: 'build:cloud', inputs: ['cloud', 'types', 'scripts', 'package.json'], output: 'cloud' },
  host: { script: 'build:host', inputs: ['cloud', 'types', 'scripts', 'package.json'], output: 'host/main.js' },
}

const isInput = name => !/\.test\.[a-z]+$/.test(name) && !name.startsWith('.')

/** Files below a path in a fixed order, the same on every machine. */
function* filesBelow(path) {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) {
    yield path
    return
  }
  for (const name of readdirSync(path).filter(isInput).sort()) yield* filesBelow(join(path, name))
}

function hashOf({ inputs }) {
  const hash = createHash('sha256')
  const settings = Object.entries(process.env).filter(([name]) => name.startsWith('TARO_APP_'))
  hash.update(JSON.stringify(settings.sort()))
  for (const input of inputs)
    for (const file of filesBelow(join(root, input))) {
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  return hash.digest('hex')
}

const alive = pid => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Takes the lock of a target; blocks while another living process builds it. */
function locked(name, work) {
  const lock = join(stamps, `${name}.lock`)
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      // An empty lock has just been created by a process that has yet to write its id.
      const owner = existsSync(lock) ? readFileSync(lock, 'utf8') : ''
      if (owner && !alive(Number(owner))) rmSync(lock, { force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
  try {
    return work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Lines without colours. */
function readable(output) {
  const escape = String.fromCharCode(27)
  const plain = output.replace(new RegExp(`${escape}\\[[0-9;]*[A-Za-z]`, 'g'), '')
  return plain.split('\n').filter(line => line.trim() !== '')
}

/** Builds one target unless its stamp fits; true when it was built. Throws with the build's last lines. */
export function buildIfChanged(name) {
  const target = targets[name]
  if (!target) throw new Error(`unknown build "${name}", known: ${Object.keys(targets).join(', ')}`)
  mkdirSync(stamps, { recursive: true })
  return locked(name, () => {
    const stamp = join(stamps, name)
    const hash = hashOf(target)
    const fits = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
    if (fits && existsSync(join(root, 'dist', target.output))) return false
    rmSync(stamp, { force: true })
    rmSync(join(root, 'dist', name), { recursive: true, force: true })
    // A test runner sets NODE_ENV=test, under which Babel would compile for Node.
    const result = spawnSync('npm', ['run', '--silent', target.script], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32',
    })
    if (result.status !== 0 || !existsSync(join(root, 'dist', target.output))) {
      // The bundler draws its progress on stderr and tells its errors on stdout.
      const lines = readable(`${result.stderr ?? ''}\n${result.stdout ?? ''}`)
      throw new Error(`npm run ${target.script} failed:\n${lines.slice(-40).join('\n')}`)
    }
    writeFileSync(stamp, hash)
    return true
  })
}

/** Builds one target and says what it took. */
function buildAndTell(name) {
  const startedAt = Date.now()
  try {
    const built = buildIfChanged(name)
    console.log(built ? `built ${name} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s` : `${name} is up to date`)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const [name, ...others] = process.argv.slice(2)
  if (others.length === 0) buildAndTell(name)
  else
    // A build keeps one core busy, so several go side by side, each in a process of its own.
    for (const each of [name, ...others])
      spawn(process.execPath, [process.argv[1], each], { stdio: 'inherit' }).on('close', code => {
        if (code !== 0) process.exitCode = 1
      })
}
