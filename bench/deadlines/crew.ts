import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { bundled } from '../bundled'
import type { Order, Report, Round } from './messages'

/** Worker processes, bundled as the product is when it is deployed. They stay, so that later rounds are warm. */
export interface Crew {
  /** All workers work on the same database at once, each by its order; answers what they did together. */
  work(orders: readonly Order[]): Promise<Round>
  stop(): Promise<void>
}

function ask(child: ChildProcess, message: Order | 'go'): Promise<Report> {
  return new Promise((answered, fail) => {
    const lost = (code: number | null) => fail(new Error(`a worker ended with ${code}`))
    child.once('exit', lost)
    child.once('message', report => {
      child.removeListener('exit', lost)
      answered(report as Report)
    })
    child.send(message)
  })
}

export async function startCrew(workers: number): Promise<Crew> {
  const script = await bundled(join(__dirname, 'worker.ts'), 'deadlines-worker')
  // To look into one: BENCH_WORKER_ARGUMENTS='--cpu-prof --cpu-prof-dir=FOLDER'.
  const execArgv = process.env.BENCH_WORKER_ARGUMENTS?.split(' ') ?? []
  const children = Array.from({ length: workers }, () => fork(script, { execArgv }))
  return {
    async work(orders) {
      const chosen = children.slice(0, orders.length)
      await Promise.all(chosen.map((child, index) => ask(child, orders[index] ?? 'go')))
      const began = performance.now()
      const reports = await Promise.all(chosen.map(child => ask(child, 'go')))
      const tookMs = performance.now() - began
      const rounds = reports.flatMap(report => (report.ready ? [] : [report]))
      const [only] = rounds
      if (only && rounds.length === 1) return only
      return { fired: rounds.reduce((sum, round) => sum + round.fired, 0), tookMs }
    },
    async stop() {
      const ended = children.map(child => once(child, 'exit'))
      for (const child of children) child.disconnect()
      await Promise.all(ended)
    },
  }
}
