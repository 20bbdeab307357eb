import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import type { Random } from './random'
import type { WorkerOrder, WorkerReport } from './sweep-worker'

const root = resolve(__dirname, '../..')

/** The worker as one file, as the product is deployed: it starts in a moment. */
function bundleWorker(folder: string): string {
  const outfile = join(folder, 'sweep-worker.js')
  const outside = ['@electric-sql/pglite', 'pg-native', 'pg-cloudflare'].map(name => `--external:${name}`)
  const result = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'esbuild', 'bin', 'esbuild'),
      join(__dirname, 'sweep-worker.ts'),
      '--bundle',
      '--platform=node',
      '--format=cjs',
      '--target=node20',
      '--log-level=error',
      `--outfile=${outfile}`,
      ...outside,
    ],
    { cwd: root, encoding: 'utf8' },
  )
  if (result.status !== 0) throw new Error(`the worker could not be bundled: ${result.stderr}`)
  return outfile
}

export interface Killed {
  /** Kills before any worker had found nothing left to do. */
  readonly atWork: number
  readonly statements: number
}

/**
 * Lets one worker per order sweep, and kills (SIGKILL) `kills` times whichever is about to run a statement, each time
 * after a random number of them; another takes its place at once. Resolves when, after the last kill, a worker has
 * found nothing left and `done` agrees.
 */
export async function sweepWhileKilling(
  orders: readonly WorkerOrder[],
  { folder, kills, most, random }: { folder: string; kills: number; most: number; random: Random },
  done: () => Promise<boolean>,
): Promise<Killed> {
  const script = bundleWorker(folder)
  const running = new Set<ChildProcess>()
  let [killed, atWork, statements, anySwept, asking] = [0, 0, 0, false, false]
  let untilKill = random.between(1, most)
  let finish: () => void = () => undefined
  let fail: (error: unknown) => void = () => undefined
  const finished = new Promise<void>((resolved, failed) => {
    finish = resolved
    fail = failed
  })

  const start = (order: WorkerOrder): void => {
    const child = fork(script, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    running.add(child)
    child.once('exit', (code, signal) => {
      running.delete(child)
      if (signal !== 'SIGKILL' && code !== 0) fail(new Error(`a worker ended with ${code ?? signal}`))
    })
    child.on('message', (report: WorkerReport) => {
      if ('swept' in report) return swept()
      statements += 1
      if (killed >= kills || !running.has(child) || --untilKill > 0) return
      untilKill = random.between(1, most)
      killed += 1
      if (!anySwept) atWork += 1
      running.delete(child)
      child.kill('SIGKILL')
      start(order)
    })
    child.send(order)
  }
  const swept = (): void => {
    anySwept = true
    if (killed < kills || asking) return
    asking = true
    done().then(all => {
      asking = false
      if (all) finish()
    }, fail)
  }
  orders.forEach(start)
  try {
    await finished
  } finally {
    const ended = [...running].map(child => once(child, 'exit'))
    for (const child of running) child.kill('SIGKILL')
    await Promise.all(ended)
  }
  return { atWork, statements }
}
