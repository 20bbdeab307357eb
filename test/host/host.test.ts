import { durationMs } from '../../cloud/host/demo-clock-routes'
import { contract } from '../../types/contract/index'
import { describeEachEngine } from '../support/databases'
import { type TestHost, errorOf, monday, openHost } from '../support/host'

describeEachEngine('the host', open => {
  let host: TestHost
  beforeEach(async () => {
    host = await openHost(await open())
  })
  afterEach(() => host.close())

  test('describes every action by the schemas it checks with', async () => {
    const document = (await (await fetch(`${host.url}/contract.json`)).json()) as {
      actions: {
        function: string
        action: string
        roles: string[]
        request: object
        response: object
        errors: string[]
      }[]
    }
    const expected = Object.entries(contract).flatMap(([name, actions]) =>
      Object.keys(actions).map(one => `${name}.${one}`),
    )
    expect(document.actions.map(one => `${one.function}.${one.action}`)).toEqual(expected)
    const file = document.actions.find(one => one.action === 'file')
    expect(file).toMatchObject({
      roles: expect.arrayContaining(['resident', 'steward']) as unknown,
      request: {
        type: 'object',
        required: expect.arrayContaining(['idempotencyKey', 'kind', 'category', 'text']) as unknown,
        properties: {
          photos: { type: 'array', maxItems: 9 },
          kind: { enum: expect.arrayContaining(['complaint']) as unknown },
        },
      },
      response: { properties: { ticketId: { type: 'string' } } },
      errors: expect.arrayContaining(['unknownPlace', 'unauthenticated']) as unknown,
    })
  })

  test('moves the demo clock forward only, and fires what falls due before it answers', async () => {
    const resident = await host.token('resident-1')
    const placeId = (await host.call(resident, 'account', 'me', {})).rooms[0]?.placeId ?? ''
    const { ticketId } = await host.call(resident, 'ticket', 'file', {
      kind: 'complaint',
      category: 'leak',
      placeId,
      text: '厨房漏水',
      urgency: 'emergency',
      idempotencyKey: 'clock-filing',
    })
    const move = async (body: unknown) => {
      const reply = await fetch(`${host.url}/demo/clock`, { method: 'POST', body: JSON.stringify(body) })
      return {
        status: reply.status,
        body: (await reply.json()) as { serverTime: number; data?: { now: number; fired: number } },
      }
    }
    const moved = await move({ advance: 'PT5H' })
    expect(moved).toMatchObject({ status: 200, body: { serverTime: monday + 5 * 3_600_000 } })
    expect(moved.body.data?.fired).toBeGreaterThan(0)
    const { deadlines } = await host.call(await host.token('manager-1'), 'ticket', 'get', { ticketId })
    expect(deadlines.find(one => one.kind === 'completion')).toMatchObject({ breachedAt: monday + 4 * 3_600_000 })
    const again = await move({ to: monday + 5 * 3_600_000 })
    expect(again.body.data).toMatchObject({ now: monday + 5 * 3_600_000, fired: 0 })
    for (const bad of [{ to: monday }, { advance: '-PT1H' }, { advance: 'soon' }, { advance: 'P500D' }, {}, [], 7])
      expect((await move(bad)).status).toBe(400)
    const state = (await (await fetch(`${host.url}/demo/clock`)).json()) as { data: unknown }
    expect(state.data).toEqual({ now: monday + 5 * 3_600_000, offsetMs: 5 * 3_600_000 })
  })

  test('serves the browser build: the page asked for each time, what carries a hash kept for a year', async () => {
    const page = await fetch(`${host.url}/`)
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).toMatch(/script-src 'self' 'sha256-[^']+'/)
    expect(policy).not.toContain('unsafe-eval')
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    const script = await fetch(`${host.url}/js/app.12345678.js`)
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect((await fetch(`${host.url}/js/other.js`)).status).toBe(404)
    expect((await fetch(`${host.url}/../package.json`)).status).toBe(404)
    expect((await fetch(`${host.url}/%2e%2e/data/media`)).status).toBe(404)
  })

  test('gives every answer an id that its log names, and tells nobody what went wrong inside', async () => {
    await host.runtime.db.schema.dropTable('session').execute()
    const reply = await host.post('account', { action: 'demoSignIn', data: { persona: 'resident-1' } })
    expect([reply.status, errorOf(reply).code]).toEqual([500, 'internal'])
    expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(errorOf(reply).message).not.toMatch(/session|relation/)
    expect(host.logged.join()).toContain('account.demoSignIn')
  })
})

describe('ISO 8601 durations', () => {
  test.each([
    ['PT2H', 7_200_000],
    ['P1D', 86_400_000],
    ['P1DT1H30M', 91_800_000],
    ['P2W', 1_209_600_000],
    ['PT0S', 0],
    ['PT90S', 90_000],
  ])('%s is %d ms', (text, ms) => {
    expect(durationMs(text)).toBe(ms)
  })
  test.each(['', 'P', 'PT', 'P1DT', '2H', 'PT-2H', 'P1Y', 'P1M', 'pt2h', 'PT2H '])('%p is none', text => {
    expect(durationMs(text)).toBeNull()
  })
})
