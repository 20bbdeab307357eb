import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Order, Report, Round } from './messages'

/** A load generator in a process of its own, so that it shares no thread with what it measures. */
export interface Crew {
  /** Works for `runMs` and reports. */
  run(runMs: number): Promise<Round>
  stop(): Promise<void>
}

/** Starts `script` (a file of this folder) and gives it its setup. */
export async function startCrew<Setup>(script: string, setup: Setup): Promise<Crew> {
  const child = fork(join(__dirname, script), { execArgv: ['--require', './scripts/sql-text.cjs', '--import', 'tsx'] })
  const ended = once(child, 'exit')
  const ask = (order: Order<Setup>): Promise<Report> =>
    new Promise((answered, fail) => {
      const lost = (code: number | null) => fail(new Error(`${script} ended with ${code}`))
      child.once('exit', lost)
      child.once('message', report => {
        child.removeListener('exit', lost)
        answered(report as Report)
      })
      child.send(order)
    })
  await ask({ setup })
  return {
    async run(runMs) {
      const report = await ask({ runMs })
      if (report.ready) throw new Error(`${script} reported no round`)
      return report
    },
    async stop() {
      child.disconnect()
      await ended
    },
  }
}
