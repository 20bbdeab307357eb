/**
 * Every check and test of the project, stage by stage, with what each took: `npm test`. With names of stages, only
 * those: `npm test -- unit server`. `npm run check` runs the quick ones.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './ensure-browser.mjs'
import { ensurePackages } from './ensure-packages.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const results = join(root, 'dist', '.test-results')
const bin = name => join(root, 'node_modules', '.bin', name)

const jest = (name, ...args) => [
  process.execPath,
  join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
  '--json',
  `--outputFile=${join(results, `${name}.json`)}`,
  '--ci',
  // The machines have two cores, of which jest by itself would leave one idle.
  ...(args.includes('--runInBand') ? [] : [`--maxWorkers=${Math.max(2, availableParallelism() - 1)}`]),
  ...args,
]
const paths = (...names) => names.map(name => `--testPathPatterns=${name}`)

/**
 * Each is a command line. They start in this order, two at once: two cores are never idle while one stage waits for a
 * page, a disk or a process. The builds come first, since what stands at the end needs them.
 */
const stages = [
  {
    name: 'types',
    quick: true,
    command: [process.execPath, 'scripts/check-types.mjs'],
  },
  {
    name: 'builds',
    command: [process.execPath, 'scripts/build-if-changed.mjs', 'weapp', 'h5', 'cloud', 'host'],
  },
  {
    name: 'lint',
    quick: true,
    command: [bin('oxlint'), '.', '--deny-warnings'],
  },
  {
    name: 'format',
    quick: true,
    command: [bin('oxfmt'), '--check', '.'],
  },
  {
    name: 'arrows',
    quick: true,
    command: [bin('depcruise'), 'src', 'cloud', 'types', 'test', 'bench', '--config', '.dependency-cruiser.cjs'],
  },
  {
    name: 'unit',
    quick: true,
    tests: true,
    command: jest(
      'unit',
      // The random lives take as long as all the others: they run with the slower tests.
      ...paths(
        '^<root>/src/',
        '^<root>/types/',
        '^<root>/cloud/domain/(?!ticket/random-lives)',
        '^<root>/test/architecture/',
      ),
    ),
  },
  {
    name: 'server',
    tests: true,
    command: jest(
      'server',
      ...paths(
        '^<root>/cloud/(?!domain/)',
        '^<root>/cloud/domain/ticket/random-lives',
        '^<root>/test/(actions|host|support|builders|rehearsal)/',
      ),
    ),
  },
  {
    name: 'browser',
    tests: true,
    browser: true,
    after: 'builds',
    command: jest('browser', ...paths('^<root>/test/browser/')),
  },
  {
    name: 'mini-program',
    tests: true,
    after: 'builds',
    command: jest('mini-program', ...paths('^<root>/test/(weapp|cloud)/')),
  },
  {
    name: 'faults',
    tests: true,
    after: 'builds',
    command: jest('faults', ...paths('^<root>/test/faults/')),
  },
].map(stage => ({ ...stage, command: stage.command.map(part => part.replace('<root>', root)) }))

const seconds = since => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Runs one stage, each line of its output under its name, and says whether it passed. */
function run(stage, env) {
  const since = Date.now()
  const [program, ...args] = stage.command
  console.log(`── ${stage.name}`)
  return new Promise(done => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream).on('line', line => line.trim() && console.log(`${stage.name} │ ${line}`))
    child.on('close', code => {
      console.log(`── ${stage.name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds(since)}`)
      done(code === 0)
    })
  })
}

/** Passed and failed tests of a stage; a stage that broke off before it could tell counts as one failure. */
function countOf(stage, passed) {
  if (!stage.tests) return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 }
  try {
    const told = JSON.parse(readFileSync(join(results, `${stage.name}.json`), 'utf8'))
    const broken = told.numRuntimeErrorTestSuites
    return {
      passed: told.numPassedTests,
      failed: told.numFailedTests + broken + (passed || told.numFailedTests + broken > 0 ? 0 : 1),
    }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const asked = process.argv.slice(2).filter(word => !word.startsWith('-'))
const quick = process.argv.includes('--quick')
const unknown = asked.filter(name => !stages.some(stage => stage.name === name))
if (unknown.length > 0) {
  console.error(`no stage ${unknown.join(', ')}; there are ${stages.map(stage => stage.name).join(', ')}`)
  process.exit(2)
}
const chosen = stages.filter(stage => (asked.length > 0 ? asked.includes(stage.name) : quick ? stage.quick : true))

const started = Date.now()
// It is installed while the packages are and while the first stages run.
const browser = chosen.some(stage => stage.browser) ? ensureBrowser() : Promise.resolve(undefined)
browser.catch(error => {
  console.error(error.message)
  process.exit(1)
})
ensurePackages('all')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const env = { ...process.env, FORCE_COLOR: process.env.FORCE_COLOR ?? '0' }

const sum = { passed: 0, failed: 0 }
const waiting = [...chosen]
const running = new Map()

async function play(stage) {
  if (stage.browser) env.CHROMIUM_PATH = await browser
  const count = countOf(stage, await run(stage, env))
  sum.passed += count.passed
  sum.failed += count.failed
  running.delete(stage.name)
}

while (waiting.length > 0 || running.size > 0) {
  const unfinished = new Set([...waiting.map(({ name }) => name), ...running.keys()])
  const next = waiting.findIndex(({ after }) => !unfinished.has(after))
  if (next < 0 || running.size === 2) {
    await Promise.race(running.values())
  } else {
    const [stage] = waiting.splice(next, 1)
    running.set(stage.name, play(stage))
  }
}
console.log(`\nall stages in ${seconds(started)}`)
console.log(`${sum.passed} passed, ${sum.failed} failed`)
process.exit(sum.failed === 0 ? 0 : 1)
