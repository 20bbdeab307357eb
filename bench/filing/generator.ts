import { performance } from 'node:perf_hooks'
import type { Order, Report, Round } from './messages'

/** Files one ticket and answers its number; rejects when it was not acknowledged. */
export type FileOne = () => Promise<string>

async function runRound(callers: readonly FileOne[], runMs: number): Promise<Round> {
  const latencies: number[] = []
  const numbers: string[] = []
  const began = performance.now()
  const until = began + runMs
  const work = async (fileOne: FileOne): Promise<void> => {
    for (let start = began; start < until; start = performance.now()) {
      numbers.push(await fileOne())
      latencies.push(performance.now() - start)
    }
  }
  await Promise.all(callers.map(work))
  return { latencies, numbers, tookMs: performance.now() - began }
}

/** Serves the orders of the benchmark that has forked this process: a setup, then rounds. Ends when told or left alone. */
export function serve<Setup>(prepare: (setup: Setup) => Promise<readonly FileOne[]>): void {
  let callers: readonly FileOne[] = []
  const report = (message: Report): void => void process.send?.(message)
  const obey = async (order: Order<Setup>): Promise<void> => {
    if ('setup' in order) {
      callers = await prepare(order.setup)
      report({ ready: true })
    } else {
      report({ ready: false, ...(await runRound(callers, order.runMs)) })
    }
  }
  process.on('message', (order: Order<Setup>) => {
    obey(order).catch((error: unknown) => {
      console.error(error)
      process.exit(1)
    })
  })
  process.on('disconnect', () => process.exit(0))
}
