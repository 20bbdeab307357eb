import fastify, { type FastifyInstance } from 'fastify'
import { signInLimits } from './sign-in-limits'

describe('limits of sign-in attempts', () => {
  let app: FastifyInstance
  let url: string
  beforeEach(async () => {
    app = fastify({ trustProxy: true })
    const admits = await signInLimits(app)
    app.post<{ Params: { function: string } }>('/:function', request => admits(request, request.params.function))
    url = await app.listen({ port: 0, host: '127.0.0.1' })
  })
  afterEach(() => app.close())

  const admitted = async (address: string, body: object, name = 'account'): Promise<boolean> => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': address }
    const reply = await fetch(`${url}/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await reply.text()) === 'true'
  }
  const attempts = async (count: number, address: string, body: object): Promise<boolean[]> => {
    const answers: boolean[] = []
    for (let n = 0; n < count; n += 1) answers.push(await admitted(address, body))
    return answers
  }
  const signIn = { action: 'signIn', data: { code: 'x' } }

  test('an address has 120 attempts; another address has its own', async () => {
    expect(await attempts(120, '192.0.2.1', signIn)).not.toContain(false)
    expect(await admitted('192.0.2.1', signIn)).toBe(false)
    expect(await admitted('192.0.2.2', signIn)).toBe(true)
  })

  test('of IPv6 the network counts: whoever has one has all its addresses', async () => {
    await attempts(120, '2001:db8:1:2::1', signIn)
    expect(await admitted('2001:db8:1:2:ffff::9', signIn)).toBe(false)
    expect(await admitted('2001:db8:1:3::1', signIn)).toBe(true)
  })

  test('a number has 10 attempts of each kind from all addresses together, however it is written', async () => {
    const ask = (phone: string, action = 'requestPhoneCode') => ({ action, data: { phone } })
    for (let n = 0; n < 10; n += 1) expect(await admitted(`192.0.2.${n}`, ask('13900000001'))).toBe(true)
    expect(await admitted('192.0.2.77', ask('139 0000-0001'))).toBe(false)
    expect(await admitted('192.0.2.77', ask('13900000001', 'phoneSignIn'))).toBe(true)
    expect(await admitted('192.0.2.77', ask('13900000002'))).toBe(true)
  })

  test('what is no attempt is not counted', async () => {
    await attempts(121, '192.0.2.3', { action: 'me', data: {} })
    expect(await admitted('192.0.2.3', signIn, 'ticket')).toBe(true)
    expect(await admitted('192.0.2.3', signIn)).toBe(true)
  })
})
