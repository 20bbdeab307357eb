import { type ChildProcess, fork } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(__dirname, '../..')

interface Message {
  readonly id?: number
  readonly result?: unknown
  readonly error?: string
  readonly loadMs?: number
  readonly waits?: boolean
}

/** A deployed function in a process of its own, called as the platform calls it. */
export class CloudInstance {
  private readonly child: ChildProcess
  private readonly waiting = new Map<number, (message: Message) => void>()
  private calls = 0
  /** ms that loading the bundle took. */
  readonly loaded: Promise<number>
  private output = ''

  constructor(bundle: string, env: Readonly<Record<string, string>>) {
    const modules = [resolve(root, 'test/cloud/fake-modules'), resolve(root, 'node_modules')].join(':')
    // Only what the platform would set: the developer's environment must not reach the function.
    const own: NodeJS.ProcessEnv = {
      ...process.env,
      DATABASE_URL: '',
      CLOUD_FILE_ROOT: '',
      NODE_PATH: modules,
      TZ: 'UTC',
      ...env,
    }
    this.child = fork(resolve(root, 'test/cloud/instance.cjs'), [bundle], {
      env: own,
      cwd: '/',
      silent: true,
      execArgv: [],
    })
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => void (this.output += chunk.toString()))
    this.loaded = new Promise((ready, failed) => {
      this.child.once('message', (message: Message) => ready(message.loadMs ?? Number.NaN))
      this.child.once('exit', () => failed(new Error(`the function ended: ${this.output}`)))
    })
    this.child.on('message', (message: Message) => {
      if (message.id === undefined) return
      this.waiting.get(message.id)?.(message)
      this.waiting.delete(message.id)
    })
  }

  /** What `main` answers; rejects with what it threw. `openid`: the person in the mini-program, none for timer and HTTP. */
  async main(event: unknown, openid?: string): Promise<unknown> {
    await this.loaded
    const id = (this.calls += 1)
    const message = await new Promise<Message>(resolveOne => {
      this.waiting.set(id, resolveOne)
      this.child.send({ id, event, openid })
    })
    if (message.error !== undefined) throw new Error(message.error)
    if (message.waits !== false) throw new Error('the platform would wait for open connections')
    return message.result
  }

  /** What it wrote into its log. */
  get log(): string {
    return this.output
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const ended = new Promise(resolveOne => this.child.once('exit', resolveOne))
    this.loaded.catch(() => undefined)
    this.child.kill('SIGKILL')
    await ended
  }
}
