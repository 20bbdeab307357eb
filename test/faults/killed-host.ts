import { HostClient, type Receipt, type Resident, demoResidents, filingOf } from '../support/host-client'
import { type HostProcess, startHostProcess } from '../support/host-process'
import type { Random } from './random'

export interface Killed {
  /** Receipts by key: every filing that was begun has been acknowledged in the end. */
  readonly receipts: ReadonlyMap<string, Receipt>
  /** Answers that never came because the host was killed. */
  readonly lost: number
}

/** A host lives for seconds here: making PGlite's WebAssembly quicker meanwhile would take longer than it saves. */
const nodeArguments = ['--liftoff-only']

/** A host that can be killed and comes back on another port, on the same data. */
class MortalHost {
  private process: Promise<HostProcess>

  constructor(private readonly env: Readonly<Record<string, string>>) {
    this.process = startHostProcess(env, nodeArguments)
  }

  /** The host that runs, or the next one once it is ready. */
  current(): Promise<HostProcess> {
    return this.process
  }

  async killAndRestart(): Promise<void> {
    const running = await this.process
    this.process = running.stop('SIGKILL').then(() => startHostProcess(this.env, nodeArguments))
    await this.process
  }

  async stop(): Promise<void> {
    await (await this.process).stop()
  }
}

/**
 * Lets `callers` residents file one ticket after the other while the host is killed (SIGKILL) `kills` times, each time
 * after a random number of answers, with the other callers' filings under way. Each filing is repeated under its key
 * until it is acknowledged.
 */
export async function fileWhileKilling(
  env: Readonly<Record<string, string>>,
  { kills, callers, random }: { kills: number; callers: number; random: Random },
): Promise<Killed> {
  const host = new MortalHost(env)
  const first = new HostClient((await host.current()).url)
  const residents = await demoResidents(first, callers)
  first.close()

  const receipts = new Map<string, Receipt>()
  let lost = 0
  let done = false
  let untilKill = random.between(1, 12)
  let reached: () => void = () => undefined

  const fileUntilAnswered = async (resident: Resident, key: string): Promise<Receipt> => {
    for (;;) {
      const { url } = await host.current()
      const client = new HostClient(url, 1)
      try {
        return await client.expect<Receipt>(
          'ticket',
          'file',
          filingOf(resident, key, `门禁坏了 ${key}`),
          resident.token,
        )
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'ConnectionLost') throw error
        lost += 1
      } finally {
        client.close()
      }
    }
  }
  const work = async (resident: Resident, caller: number): Promise<void> => {
    for (let n = 0; !done; n++) {
      const key = `kill-${caller}-${n}`
      receipts.set(key, await fileUntilAnswered(resident, key))
      if (--untilKill === 0) reached()
    }
  }
  const kill = async (): Promise<void> => {
    for (let n = 0; n < kills; n++) {
      await new Promise<void>(resolve => {
        untilKill = random.between(1, 12)
        reached = resolve
      })
      await host.killAndRestart()
    }
    done = true
  }
  try {
    await Promise.all([kill(), ...residents.map(work)])
  } finally {
    done = true
    await host.stop()
  }
  return { receipts, lost }
}
