/**
 * Checks the types of each world with the names that exist there, so that `document` in a rule or `Buffer` in a page does
 * not compile, and of everything at once with the tests: `node scripts/check-types.mjs`. By the native compiler, which
 * takes a sixth of the time; the linter needs the other one, whose syntax tree can be read from JavaScript.
 */
import { spawn } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const compiler = join(root, 'node_modules', 'typescript-native', 'bin', 'tsc')

/** @returns {Promise<boolean>} whether the project at `path` has no type error. */
function check(path) {
  const args = [compiler, '-p', join(root, path), '--noEmit']
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

let sound = true
for (const path of ['.', 'src', 'src/service-worker', 'cloud/domain', 'cloud']) if (!(await check(path))) sound = false
process.exitCode = sound ? 0 : 1
