import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningHost, serve } from '../../cloud/host/start-host'
import type { HostSettings } from '../../cloud/host/settings'
import type { ActionName, FunctionName, RequestOf, ResponseOf } from '../../types/contract/index'
import type { Answer, ErrorBody } from '../../types/errors'
import type { TestDatabase } from './databases'

/** Monday, 2 March 2026, 10:00 at +08:00: a working day in working hours. */
export const monday = Date.UTC(2026, 2, 2, 2)

export interface Reply<T = unknown> {
  readonly status: number
  readonly headers: Headers
  readonly body: Answer<T>
}

export interface TestHost extends RunningHost {
  readonly dataDir: string
  /** The database given by the test. */
  readonly database: TestDatabase
  /** What the host wrote into its log. */
  readonly logged: string[]
  /** The machine's time, which only a test moves; the demo clock runs on top of it. */
  readonly wall: { now: number }
  /** A session of a demo persona. */
  token(persona: string): Promise<string>
  /** POST /call/FUNCTION with whatever body. */
  post(functionName: string, body: unknown, token?: string | null): Promise<Reply>
  /** An action that must succeed. */
  call<F extends FunctionName, A extends ActionName<F>>(
    token: string | null,
    functionName: F,
    action: A,
    data: RequestOf<F, A>,
  ): Promise<ResponseOf<F, A>>
  /** POST /media with one file. */
  upload(token: string | null, bytes: Uint8Array, mime?: string, name?: string): Promise<Reply<{ mediaId: string }>>
  /** POST /sheets with one spreadsheet. */
  uploadSheet(token: string | null, bytes: Uint8Array, name?: string): Promise<Reply<{ fileId: string }>>
}

const bearer = (token: string | null | undefined): Record<string, string> =>
  token ? { authorization: `Bearer ${token}` } : {}

const replyOf = async <T>(response: Response): Promise<Reply<T>> => ({
  status: response.status,
  headers: response.headers,
  body: (await response.json()) as Answer<T>,
})

/** The error of a refused call; fails when it was not refused. */
export function errorOf({ body }: Reply): ErrorBody {
  if (body.ok) throw new Error(`expected a refusal, got ${JSON.stringify(body.data)}`)
  return body.error
}

function makePages(folder: string): string {
  const h5 = join(folder, 'h5')
  mkdirSync(join(h5, 'js'), { recursive: true })
  writeFileSync(
    join(h5, 'index.html'),
    '<!doctype html><script>window.a = 1</script><script src="/js/app.12345678.js"></script>',
  )
  writeFileSync(join(h5, 'js', 'app.12345678.js'), 'window.b = 1')
  return h5
}

/** A demo of no tickets on a free port. */
export const demoSettings = (dataDir: string): HostSettings => ({
  port: 0,
  host: '127.0.0.1',
  dataDir,
  databaseUrl: undefined,
  demo: true,
  demoTickets: 0,
  weChat: null,
  templates: {},
  sms: null,
  push: null,
  setUpCode: undefined,
  trustGateway: false,
  trustProxy: false,
})

/** A demo host in this process on a free port, over a database of the test's own. The caller closes it. */
export async function openHost(database: TestDatabase, changes: Partial<HostSettings> = {}): Promise<TestHost> {
  const folder = mkdtempSync(join(tmpdir(), 'property-complaints-host-'))
  const dataDir = join(folder, 'data')
  const wall = { now: monday }
  const logged: string[] = []
  const settings = { ...demoSettings(dataDir), ...changes }
  // Whoever opened the database closes it: some are emptied and used again.
  const host = await serve({ ...database, close: async () => undefined }, settings, {
    pages: { h5: makePages(folder), demo: null },
    log: line => void logged.push(line),
    print: line => void logged.push(line),
    wallClock: { now: () => wall.now },
    scheduled: false,
  })
  const url = host.url.replace('localhost', '127.0.0.1')
  const post: TestHost['post'] = async (functionName, body, token) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const headers = { 'content-type': 'application/json', ...bearer(token) }
    return replyOf(await fetch(`${url}/call/${functionName}`, { method: 'POST', headers, body: text }))
  }
  const call: TestHost['call'] = async (token, functionName, action, data) => {
    const { body } = await post(functionName, { action, data }, token)
    if (!body.ok) throw new Error(`${functionName}.${action}: ${body.error.code} ${body.error.message}`)
    return body.data as Awaited<ReturnType<typeof call<typeof functionName, typeof action>>>
  }
  return {
    ...host,
    url,
    dataDir,
    database,
    logged,
    wall,
    post,
    call,
    token: async persona => (await call(null, 'account', 'demoSignIn', { persona })).token,
    async upload(token, bytes, mime = 'image/jpeg', name = 'photo.jpg') {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(bytes)], { type: mime }), name)
      return replyOf(await fetch(`${url}/media`, { method: 'POST', headers: bearer(token), body: form }))
    },
    async uploadSheet(token, bytes, name = '导入.xlsx') {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(bytes)]), name)
      return replyOf(await fetch(`${url}/sheets`, { method: 'POST', headers: bearer(token), body: form }))
    },
    async close() {
      await host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
