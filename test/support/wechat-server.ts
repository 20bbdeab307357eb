import { randomBytes } from 'node:crypto'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * The platform's HTTP interface as its documents describe it, in this process: tokens, sign-in, phone numbers. Status 200 always, JSON sent
 * as text/plain, codes that serve once, faults included.
 */
export interface WeChatServer {
  readonly url: string
  readonly appId: string
  readonly secret: string
  /** Every request, by its path, oldest first. */
  readonly asked: readonly { readonly path: string; readonly body: Record<string, unknown> }[]
  /** The code that `wx.login` gives somebody on the phone. */
  login(openid: string): string
  /** The code of a tap on 获取手机号. */
  phone(number: string, countryCode?: string): string
  /** Somebody accepts a template in the dialog: one message more. */
  accept(openid: string, templateId: string): void
  /** Messages that have arrived on phones, oldest first. */
  readonly delivered: readonly Record<string, unknown>[]
  /** Ends the token that is valid now, before its time. */
  endToken(): void
  /** Breaks what `stable_token` gives in its normal mode, until a new one is forced. */
  spoilToken(): void
  /** The next answers on a path, instead of what it would say. `silence`: none at all. */
  fault(path: string, ...answers: readonly (Record<string, unknown> | 'silence' | 'nonsense')[]): void
  close(): Promise<void>
}

const readBody = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
}

export async function startWeChatServer({ now = Date.now } = {}): Promise<WeChatServer> {
  const appId = 'wx0123456789abcdef'
  const secret = 'app-secret-of-the-tests'
  const asked: { path: string; body: Record<string, unknown> }[] = []
  const logins = new Map<string, string>()
  const phones = new Map<string, { number: string; countryCode: string; at: number }>()
  const faults = new Map<string, (Record<string, unknown> | 'silence' | 'nonsense')[]>()
  const credits = new Map<string, number>()
  const delivered: Record<string, unknown>[] = []
  /** Receivers to whom a message is under way: a second one at the same time is refused with 43108. */
  const sending = new Set<string>()
  const token = { text: '', endsAt: 0, spoilt: false, forcedAt: 0 }
  const fresh = (): string => randomBytes(16).toString('hex')
  const renew = () => Object.assign(token, { text: fresh(), endsAt: now() + 7_200_000, spoilt: false })

  const sayings: Record<string, (url: URL, body: Record<string, unknown>) => Record<string, unknown>> = {
    '/cgi-bin/stable_token': (_url, body) => {
      if (body.appid !== appId) return { errcode: 40013, errmsg: 'invalid appid' }
      if (body.secret !== secret) return { errcode: 40125, errmsg: 'invalid appsecret' }
      if (body.force_refresh === true) {
        // Within 30 s a forced call answers as an ordinary one.
        if (now() - token.forcedAt >= 30_000) {
          renew()
          token.forcedAt = now()
        }
      } else if (token.endsAt <= now()) renew()
      return { access_token: token.text, expires_in: Math.floor((token.endsAt - now()) / 1_000) }
    },
    '/sns/jscode2session': url => {
      if (url.searchParams.get('appid') !== appId) return { errcode: 40013, errmsg: 'invalid appid' }
      if (url.searchParams.get('secret') !== secret) return { errcode: 40125, errmsg: 'invalid appsecret' }
      const code = url.searchParams.get('js_code') ?? ''
      const openid = logins.get(code)
      if (openid === undefined) return { errcode: 40029, errmsg: 'invalid code' }
      if (openid === '') return { errcode: 40163, errmsg: 'code been used' }
      logins.set(code, '')
      return { openid, session_key: fresh(), unionid: `union-${openid}` }
    },
    '/wxa/business/getuserphonenumber': (_url, body) => {
      const code = String(body.code)
      const found = phones.get(code)
      phones.delete(code)
      if (!found || now() - found.at > 300_000) return { errcode: 40029, errmsg: 'invalid code' }
      const { number, countryCode } = found
      const phone_info = {
        phoneNumber: countryCode === '86' ? number : `${countryCode}${number}`,
        purePhoneNumber: number,
        countryCode,
        watermark: { timestamp: Math.floor(now() / 1_000), appid: appId },
      }
      return { errcode: 0, errmsg: 'ok', phone_info }
    },
  }
  const limits: Readonly<Record<string, RegExp>> = {
    thing: /^.{1,20}$/u,
    character_string: /^[0-9A-Za-z-]{1,32}$/,
    phrase: /^\p{Script=Han}{1,5}$/u,
    time: /^\d{4}年\d{2}月\d{2}日 \d{2}:\d{2}$/,
  }
  const fitsTemplate = (data: unknown): boolean =>
    typeof data === 'object' &&
    data !== null &&
    Object.entries(data).every(([field, given]) => {
      const limit = limits[field.replace(/\d+$/, '')]
      return limit !== undefined && limit.test(String((given as { value?: unknown }).value))
    })
  sayings['/cgi-bin/message/subscribe/send'] = (_url, body) => {
    const { touser, template_id: templateId, data } = body
    const key = `${String(touser)} ${String(templateId)}`
    if (!/^o-/.test(String(touser))) return { errcode: 40003, errmsg: 'invalid openid' }
    if (!/^tmpl-/.test(String(templateId))) return { errcode: 40037, errmsg: 'invalid template_id' }
    if (!fitsTemplate(data)) return { errcode: 47003, errmsg: 'argument invalid! data.thing1.value invalid' }
    const left = credits.get(key) ?? 0
    if (left === 0) return { errcode: 43101, errmsg: 'user refuse to accept the msg' }
    credits.set(key, left - 1)
    delivered.push(body)
    return { errcode: 0, errmsg: 'ok', msgid: delivered.length }
  }
  const withoutToken = new Set(['/cgi-bin/stable_token', '/sns/jscode2session'])

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://wechat')
    const body = await readBody(request)
    asked.push({ path: url.pathname, body })
    const fault = faults.get(url.pathname)?.shift()
    if (fault === 'silence') return
    response.setHeader('content-type', 'text/plain')
    if (fault === 'nonsense') return void response.end('<html><body>504 Gateway Time-out</body></html>')
    const say = sayings[url.pathname]
    const refusal = (): Record<string, unknown> | null => {
      if (!say) return { errcode: -1, errmsg: 'system error' }
      if (withoutToken.has(url.pathname)) return null
      if (url.searchParams.get('access_token') !== token.text || token.spoilt)
        return { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' }
      return token.endsAt <= now() ? { errcode: 42001, errmsg: 'access_token expired' } : null
    }
    const receiver = url.pathname === '/cgi-bin/message/subscribe/send' ? String(body.touser) : null
    if (receiver !== null && sending.has(receiver))
      return void response.end(JSON.stringify({ errcode: 43108, errmsg: 'concurrent sending to one user' }))
    if (receiver !== null) {
      sending.add(receiver)
      // A message is under way for as long as its request: what comes at the same time must meet it.
      await new Promise(resolve => setImmediate(resolve))
    }
    response.end(JSON.stringify(fault ?? refusal() ?? say?.(url, body)), () => {
      if (receiver !== null) sending.delete(receiver)
    })
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    appId,
    secret,
    asked,
    login(openid) {
      const code = fresh()
      logins.set(code, openid)
      return code
    },
    phone(number, countryCode = '86') {
      const code = fresh()
      phones.set(code, { number, countryCode, at: now() })
      return code
    },
    accept: (openid, templateId) =>
      void credits.set(`${openid} ${templateId}`, (credits.get(`${openid} ${templateId}`) ?? 0) + 1),
    delivered,
    endToken: () => void Object.assign(token, { endsAt: 0 }),
    spoilToken: () => void Object.assign(token, { spoilt: true }),
    fault: (path, ...answers) => void faults.set(path, [...(faults.get(path) ?? []), ...answers]),
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
