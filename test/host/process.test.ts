import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

jest.setTimeout(180_000)

const root = resolve(__dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'property-complaints-process-'))
// The bundle finds its packages from where it stands.
const bundle = join(root, 'dist', 'test-host', `${process.pid}.js`)
const running = new Set<ChildProcess>()

beforeAll(() => {
  const built = spawnSync(process.execPath, ['scripts/build-host.mjs', bundle], { cwd: root, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  for (const name of [bundle, `${bundle}.map`]) rmSync(name, { force: true })
})

interface Started {
  readonly child: ChildProcess
  /** Resolves with everything printed once it stands there, or the process has ended. */
  until(text: string): Promise<string>
  readonly ended: Promise<{ code: number | null; output: string }>
}

function start(env: Record<string, string>): Started {
  // Empty is unset: whatever the developer's shell has must not reach the test.
  const unset = {
    DATABASE_URL: '',
    WECHAT_APP_ID: '',
    WECHAT_APP_SECRET: '',
    DEMO: '',
    HOST: '127.0.0.1',
    DEMO_TICKETS: '6',
  }
  const child = spawn(process.execPath, [bundle], { cwd: folder, env: { ...process.env, ...unset, ...env } })
  running.add(child)
  let output = ''
  let waiting: (() => void)[] = []
  const wake = () => {
    const woken = waiting
    waiting = []
    for (const resolveOne of woken) resolveOne()
  }
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      wake()
    })
  let over = false
  const ended = new Promise<{ code: number | null; output: string }>(resolveEnd =>
    child.on('close', code => {
      running.delete(child)
      over = true
      wake()
      resolveEnd({ code, output })
    }),
  )
  const until = async (text: string): Promise<string> => {
    while (!output.includes(text) && !over) await new Promise<void>(resolveOne => waiting.push(resolveOne))
    return output
  }
  return { child, until, ended }
}

const urlIn = (output: string): string => /^ready (http:\/\/localhost:\d+)$/m.exec(output)?.[1] ?? ''

test('serves where there was nothing but what a start that was cut short had prepared, and stops when told, keeping what it had', async () => {
  const leftOver = join(folder, 'estate', 'preparing', 'pglite')
  mkdirSync(leftOver, { recursive: true })
  writeFileSync(join(leftOver, 'PG_VERSION'), 'half')
  const env = { PORT: '0', DATA_DIR: 'estate' }
  const first = start(env)
  const output = await first.until('ready ')
  expect(output).toContain('not safe against power loss')
  expect(existsSync(join(folder, 'estate', 'preparing'))).toBe(false)
  const url = urlIn(output)
  const call = async (action: string, data: object, token = '') => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const reply = await fetch(`${url}/call/account`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ action, data }),
    })
    return ((await reply.json()) as { data: { token: string; personas: unknown[] } }).data
  }
  expect((await call('demoPersonas', {})).personas).toHaveLength(74)
  const { token } = await call('demoSignIn', { persona: 'resident-1' })
  expect(token).toHaveLength(43)

  const second = await start(env).ended
  expect(second.code).toBe(1)
  expect(second.output.trim().split('\n')).toHaveLength(1)
  expect(second.output).toMatch(/estate/)

  first.child.kill('SIGTERM')
  expect((await first.ended).code).toBe(0)

  const third = start(env)
  const again = urlIn(await third.until('ready '))
  const me = await fetch(`${again}/call/account`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: '{"action":"me"}',
  })
  expect(me.status).toBe(200)
  third.child.kill('SIGINT')
  expect((await third.ended).code).toBe(0)
})

test.each([
  [{ PORT: 'eighty' }, 'PORT must be'],
  [{ PORT: '70000' }, 'PORT must be'],
  [{ DATABASE_URL: 'mysql://root@localhost/x' }, 'DATABASE_URL must be'],
  [{ DATABASE_URL: 'postgres://postgres@127.0.0.1:1/none' }, 'DATABASE_URL does not answer'],
  [{ WECHAT_APP_ID: 'wx0123456789abcdef' }, 'WECHAT_APP_SECRET'],
  [{ WECHAT_APP_ID: 'my-app', WECHAT_APP_SECRET: 'x' }, 'WECHAT_APP_ID must be'],
  [{ DEMO: 'yes' }, 'DEMO must be 0 or 1'],
])('%j stops the start with one sentence', async (env, sentence) => {
  const { code, output } = await start({ DATA_DIR: 'unused', ...env }).ended
  expect(code).toBe(1)
  expect(output.trim().split('\n')).toHaveLength(1)
  expect(output).toContain(sentence)
})
