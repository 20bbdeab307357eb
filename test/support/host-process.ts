import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { built } from './build'

/** The HTTP host as it is deployed: its bundle, in a process of its own. */
export interface HostProcess {
  readonly url: string
  readonly pid: number
  /** Resolves when the process has ended, however it did. */
  readonly ended: Promise<void>
  /** Sends the signal and waits for the end. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** Resident memory in bytes; 0 where the system does not tell. */
  residentBytes(): number
}

function residentBytes(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes ?? 0) * 1_024
  } catch {
    return 0
  }
}

/**
 * Starts the host on a free port of the loopback and waits for its `ready` line. `env` over that of this process.
 * `nodeArguments`: for looking into it, such as `--cpu-prof`.
 * @throws Error with what it wrote, when it ends before it is ready
 */
export async function startHostProcess(
  env: Readonly<Record<string, string>>,
  nodeArguments: readonly string[] = [],
): Promise<HostProcess> {
  const main = join(built('host'), 'main.js')
  const child = spawn(process.execPath, [...nodeArguments, main], {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const killWithUs = () => void child.kill('SIGKILL')
  process.once('exit', killWithUs)
  const ended = once(child, 'exit').then(() => void process.removeListener('exit', killWithUs))
  const written: string[] = []
  const url = await new Promise<string>((ready, fail) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream).on('line', line => {
        // A host under load may say much; what stands at the end tells why it stopped.
        if (written.push(line) > 200) written.shift()
        const port = /^ready http:\/\/localhost:(\d+)$/.exec(line)?.[1]
        if (port) ready(`http://127.0.0.1:${port}`)
      })
    child.once('error', fail)
    child.once('exit', code => fail(new Error(`the host ended with ${code}:\n${written.join('\n')}`)))
  })
  const pid = child.pid ?? 0
  return {
    url,
    pid,
    ended,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      await ended
    },
    residentBytes: () => residentBytes(pid),
  }
}
