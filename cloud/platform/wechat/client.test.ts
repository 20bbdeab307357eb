import { type WeChatServer, startWeChatServer } from '../../../test/support/wechat-server'
import { ServiceUnavailable } from '../unavailable'
import { weChatClient } from './client'
import { phoneNumberOf } from './phone-number'

describe('calls of WeChat that carry the token', () => {
  let server: WeChatServer
  let now: number
  let forces: number
  beforeEach(async () => {
    now = Date.UTC(2026, 10, 27)
    forces = 0
    server = await startWeChatServer({ now: () => now })
  })
  afterEach(() => server.close())

  const clientOf = (some: { secret?: string; timeoutMs?: number; mayForce?: () => Promise<boolean> } = {}) =>
    weChatClient({
      appId: server.appId,
      secret: server.secret,
      baseUrl: server.url,
      timeoutMs: 5_000,
      now: () => now,
      mayForce: async () => (forces += 1) > 0,
      log: () => undefined,
      ...some,
    })
  const tokensAsked = () => server.asked.filter(({ path }) => path === '/cgi-bin/stable_token')

  test('a burst of calls asks for one token, and the next keep it', async () => {
    const client = clientOf()
    const numbers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => phoneNumberOf(client, server.phone(`1380000${1000 + index}`))),
    )
    expect(new Set(numbers).size).toBe(20)
    expect(await phoneNumberOf(client, server.phone('13900000001'))).toBe('13900000001')
    expect(tokensAsked()).toHaveLength(1)
  })

  test('a token that ends in the middle of a burst is replaced, and every call is answered', async () => {
    const client = clientOf()
    await phoneNumberOf(client, server.phone('13900000001'))
    server.endToken()
    const numbers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => phoneNumberOf(client, server.phone(`1380000${1000 + index}`))),
    )
    expect(new Set(numbers).size).toBe(20)
    expect(forces).toBe(0)
  })

  test('it is asked for anew before it ends', async () => {
    const client = clientOf()
    await phoneNumberOf(client, server.phone('13900000001'))
    now += 7_200_000 - 5 * 60_000
    await phoneNumberOf(client, server.phone('13900000001'))
    expect(tokensAsked()).toHaveLength(2)
  })

  test('many processes carry the same token, and none throws the others’ away', async () => {
    const clients = Array.from({ length: 4 }, () => clientOf())
    for (const client of clients) await phoneNumberOf(client, server.phone('13900000001'))
    for (const client of clients) await phoneNumberOf(client, server.phone('13900000001'))
    expect(tokensAsked()).toHaveLength(4)
  })

  test('one that WeChat gives and refuses is forced anew by one process, and the others take that', async () => {
    let turns = 0
    const mayForce = async () => (turns += 1) === 1
    const [first, second] = [clientOf({ mayForce }), clientOf({ mayForce })]
    for (const client of [first, second]) await phoneNumberOf(client, server.phone('13900000001'))
    server.spoilToken()
    expect(await phoneNumberOf(first, server.phone('13900000002'))).toBe('13900000002')
    expect(await phoneNumberOf(second, server.phone('13900000003'))).toBe('13900000003')
    expect(tokensAsked().filter(({ body }) => body.force_refresh === true)).toHaveLength(1)
  })

  test('a busy platform is asked once more, then given up', async () => {
    const client = clientOf()
    const path = '/wxa/business/getuserphonenumber'
    server.fault(path, { errcode: -1, errmsg: 'system error' })
    expect(await phoneNumberOf(client, server.phone('13900000001'))).toBe('13900000001')
    server.fault(path, { errcode: -1 }, { errcode: -1 })
    await expect(phoneNumberOf(client, 'code')).rejects.toThrow(ServiceUnavailable)
  })

  test('a code serves once and for five minutes', async () => {
    const client = clientOf()
    const used = server.phone('13900000001')
    await phoneNumberOf(client, used)
    expect(await phoneNumberOf(client, used)).toBeNull()
    const old = server.phone('13900000001')
    now += 300_001
    expect(await phoneNumberOf(client, old)).toBeNull()
  })

  test('a number of another country keeps its code', async () => {
    expect(await phoneNumberOf(clientOf(), server.phone('91234567', '852'))).toBe('+85291234567')
  })

  test.each([
    ['the paid calls are used up', { errcode: 1400001, errmsg: 'insufficient quota' }],
    ['an answer without a number', { errcode: 0, errmsg: 'ok', phone_info: {} }],
    ['silence', 'silence'],
    ['a page of something in between', 'nonsense'],
  ] as const)('%s: it must be typed, and no error holds token or secret', async (_what, fault) => {
    server.fault('/wxa/business/getuserphonenumber', fault)
    const client = clientOf({ timeoutMs: fault === 'silence' ? 300 : 5_000 })
    const error: unknown = await phoneNumberOf(client, server.phone('13900000001')).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ServiceUnavailable)
    expect(JSON.stringify([error, String(error), (error as Error).stack, (error as Error).cause])).not.toMatch(
      /app-secret|access_token/,
    )
  })

  test('a wrong secret is named as a setting', async () => {
    await expect(phoneNumberOf(clientOf({ secret: 'another' }), 'code')).rejects.toThrow('WECHAT_APP_SECRET')
  })
})
