import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from './bundled'
import { rounded, tell } from './figures'
import type { Figures } from './rehearse/year'

const tickets = Number(process.env.BENCH_TICKETS ?? 100_000)
const targetSeconds = 60

/**
 * A year of 100,000 tickets, rehearsed (D-RH-1): as the desk does it, the past under a changed policy; and as a
 * scenario, every command decided and every timer fired at its instant. Beside them, in the same run, what the events
 * cost when they are merely folded; and the whole command on the same scenario, from reading to its last line.
 */
export async function run(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'property-complaints-rehearse-'))
  try {
    const file = join(folder, 'year.json')
    const year = fork(await bundled(join(__dirname, 'rehearse', 'year.ts'), 'rehearse-year'), [file, String(tickets)], {
      execArgv: ['--max-semi-space-size=64'],
    })
    const ended = once(year, 'exit')
    const [figures] = (await Promise.race([
      once(year, 'message'),
      ended.then(code => Promise.reject(new Error(`the year ended with ${String(code)}`))),
    ])) as [Figures]
    await ended
    tell('running the whole command on it …')
    const began = performance.now()
    const command = spawn(process.execPath, [join(__dirname, '..', 'scripts', 'rehearse.mjs'), file], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const [code] = (await once(command, 'exit')) as [number | null]
    const commandSeconds = rounded((performance.now() - began) / 1000)
    const late = [figures.replaySeconds, figures.scenarioSeconds].some(seconds => seconds > targetSeconds)
    if (late || code !== 0) process.exitCode = 1
    return { tickets, targetSeconds, ...figures, commandSeconds, commandCode: code }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
