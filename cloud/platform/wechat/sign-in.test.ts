import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ServiceUnavailable } from '../unavailable'
import { weChatSignIn } from './sign-in'

/** Answers of auth.code2Session as documented: status 200 always, JSON sent as text/plain. */
async function platform(answer: (request: URL, response: ServerResponse, count: number) => void) {
  const requests: URL[] = []
  const server = createServer((request: IncomingMessage, response) => {
    const url = new URL(request.url ?? '', 'http://platform')
    requests.push(url)
    answer(url, response.setHeader('content-type', 'text/plain'), requests.length)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const signIn = weChatSignIn({
    appId: 'wx0123456789abcdef',
    secret: 'app-secret',
    baseUrl: `http://127.0.0.1:${port}`,
    timeoutMs: 300,
  })
  const close = () => {
    server.closeAllConnections()
    return new Promise(resolve => server.close(resolve))
  }
  return { signIn, requests, close }
}

const says = (body: unknown) => (_url: URL, response: ServerResponse) => void response.end(JSON.stringify(body))

test('exchanges a code for the openid', async () => {
  const { signIn, requests, close } = await platform(says({ openid: 'o-1', session_key: 'k', unionid: 'u' }))
  expect(await signIn.openidOf('code 1&x=2')).toBe('o-1')
  expect(requests[0]?.pathname).toBe('/sns/jscode2session')
  expect(Object.fromEntries(requests[0]?.searchParams ?? [])).toEqual({
    appid: 'wx0123456789abcdef',
    secret: 'app-secret',
    js_code: 'code 1&x=2',
    grant_type: 'authorization_code',
  })
  await close()
})

test.each([40029, 40163, 40226])('%d: this code signs nobody in', async errcode => {
  const { signIn, close } = await platform(says({ errcode, errmsg: 'invalid code' }))
  expect(await signIn.openidOf('c')).toBeNull()
  await close()
})

test('a busy platform is asked once more, then given up', async () => {
  const recovering = await platform((_url, response, count) =>
    says(count === 1 ? { errcode: -1, errmsg: 'system error' } : { openid: 'o-2' })(_url, response),
  )
  expect(await recovering.signIn.openidOf('c')).toBe('o-2')
  await recovering.close()
  const busy = await platform(says({ errcode: -1, errmsg: 'system error' }))
  await expect(busy.signIn.openidOf('c')).rejects.toThrow(ServiceUnavailable)
  expect(busy.requests).toHaveLength(2)
  await busy.close()
})

test('too many calls for one user are not repeated', async () => {
  const { signIn, requests, close } = await platform(says({ errcode: 45011, errmsg: 'frequency limit' }))
  await expect(signIn.openidOf('c')).rejects.toThrow(ServiceUnavailable)
  expect(requests).toHaveLength(1)
  await close()
})

test.each([40013, 40125])('%d: the settings are wrong, and named', async errcode => {
  const { signIn, close } = await platform(says({ errcode, errmsg: 'invalid appsecret' }))
  await expect(signIn.openidOf('c')).rejects.toThrow('WECHAT_APP_ID and WECHAT_APP_SECRET')
  await close()
})

test.each([
  ['a page of something in between', (_url: URL, response: ServerResponse) => void response.end('<html>')],
  ['a server error', (_url: URL, response: ServerResponse) => void response.writeHead(502).end('{}')],
  ['silence', () => undefined],
  ['a cut connection', (_url: URL, response: ServerResponse) => void response.destroy()],
])('%s is unavailable, and the error holds no secret', async (_what, answer) => {
  const { signIn, close } = await platform(answer)
  const error: unknown = await signIn.openidOf('the-code').catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(ServiceUnavailable)
  expect(JSON.stringify([error, String(error), (error as Error).stack, (error as Error).cause])).not.toMatch(
    /app-secret|the-code/,
  )
  await close()
})
