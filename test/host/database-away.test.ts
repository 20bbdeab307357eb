import { type OpenDatabase, openDatabase } from '../../cloud/store/engine/open-database'
import { createPostgres } from '../support/databases'
import { type TestHost, errorOf, openHost } from '../support/host'
import { TcpProxy } from '../support/tcp-proxy'

jest.setTimeout(120_000)

test('while the database is away every answer is 503; when it is back, so is the host', async () => {
  const { url, cleanup } = await createPostgres()
  const address = new URL(url)
  const proxy = new TcpProxy(Number(address.port))
  await proxy.open()
  address.port = String(proxy.port)
  let database: OpenDatabase | undefined
  let host: TestHost | undefined
  try {
    database = await openDatabase({ databaseUrl: address.href, acquireTimeoutMs: 5_000 })
    host = await openHost(database)
    const healthz = async () => {
      const reply = await fetch(`${host?.url}/healthz`)
      return [reply.status, ((await reply.json()) as { ok: boolean }).ok]
    }
    const token = await host.token('resident-1')
    expect(await healthz()).toEqual([200, true])

    await proxy.close()
    expect(await healthz()).toEqual([503, false])
    for (const [name, action] of [
      ['account', 'me'],
      ['account', 'demoPersonas'],
      ['ticket', 'catalog'],
    ] as const) {
      const reply = await host.post(name, { action, data: {} }, token)
      expect([reply.status, errorOf(reply).code]).toEqual([503, 'unavailable'])
    }
    const photo = await fetch(`${host.url}/media/01950000-0000-7000-8000-000000000000`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(photo.status).toBe(503)

    await proxy.open()
    expect(await healthz()).toEqual([200, true])
    expect((await host.call(token, 'account', 'me', {})).rooms).toHaveLength(1)
  } finally {
    await host?.close()
    await proxy.close()
    await database?.close()
    await cleanup()
  }
})
