/**
 * Checks the types of each world with the names that exist there, so that `document` in a rule or `Buffer` in a page does
 * not compile, and then everything at once with the tests: `node scripts/check-types.mjs`. What was found out stays in
 * node_modules/.cache, so that a second run takes a few seconds.
 */
import { spawn } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')

/** One after the other within a lane; the lanes side by side take about the same time. */
const lanes = [['.'], ['src', 'cloud/domain', 'cloud']]

/** @returns {Promise<boolean>} whether the project at `path` has no type error. */
function check(path) {
  const name = path === '.' ? 'types' : `types-${path.replaceAll('/', '-')}`
  const kept = join(root, 'node_modules', '.cache', `${name}.tsbuildinfo`)
  const args = [compiler, '-p', join(root, path), '--noEmit', '--incremental', '--tsBuildInfoFile', kept]
  return new Promise(done => {
    let output = ''
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.on('data', chunk => (output += chunk))
    child.on('close', code => {
      if (output) console.log(`types of ${path === '.' ? 'everything' : path}:\n${output.trimEnd()}`)
      done(code === 0)
    })
  })
}

async function checkLane(paths) {
  let sound = true
  for (const path of paths) if (!(await check(path))) sound = false
  return sound
}

const sound = await Promise.all(lanes.map(checkLane))
process.exitCode = sound.every(Boolean) ? 0 : 1
