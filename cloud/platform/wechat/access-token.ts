import { ServiceUnavailable } from '../unavailable'
import { askWeChat } from './ask'

export interface AccessTokenSettings {
  readonly appId: string
  readonly secret: string
  readonly baseUrl: string
  readonly timeoutMs: number
  /** Epoch ms. */
  readonly now: () => number
  /**
   * Whether this process may force a new token now: of all of them, one at a time. The platform allows it 20 times a day, 30 s apart.
   */
  readonly mayForce: () => Promise<boolean>
  readonly log: (line: string) => void
}

/** The token that calls of the platform's HTTP interface carry. */
export interface AccessToken {
  /** @throws ServiceUnavailable; Error when the app id or secret is wrong */
  current(): Promise<string>
  /** The next one, after the platform has refused `token`. */
  replace(token: string): Promise<string>
}

/** ms before its end at which a token is asked for anew: calls under way still carry the old one. */
const marginMs = 5 * 60_000

/**
 * `stable_token` of the platform, which answers every process with one and the same token until that ends. So nothing is stored: a
 * process keeps its own copy, many processes never throw each other's away, and only forcing a new one is taken in turns.
 */
export function accessToken(settings: AccessTokenSettings): AccessToken {
  const { appId, secret, baseUrl, timeoutMs, now, mayForce, log } = settings
  let kept: { readonly token: string; readonly until: number } | null = null
  let asking: Promise<string> | null = null

  async function ask(force: boolean): Promise<string> {
    const answer = await askWeChat({
      baseUrl,
      path: '/cgi-bin/stable_token',
      params: {},
      body: { grant_type: 'client_credential', appid: appId, secret, force_refresh: force },
      timeoutMs,
    })
    const { access_token: token, expires_in: seconds, errcode } = answer
    if (typeof token === 'string' && token !== '' && typeof seconds === 'number') {
      kept = { token, until: now() + seconds * 1_000 - marginMs }
      return token
    }
    // -1 busy; 45009 and 45011 asked too often, by whichever process.
    if (errcode === -1 || errcode === 45009 || errcode === 45011)
      throw new ServiceUnavailable(`WeChat gives no token now (${String(errcode)})`)
    throw new Error(`WeChat refused a token with ${String(errcode)}: check WECHAT_APP_ID and WECHAT_APP_SECRET`)
  }

  /** Calls that need a token at the same time ask once. */
  const once = (work: () => Promise<string>): Promise<string> => {
    asking ??= work().finally(() => {
      asking = null
    })
    return asking
  }

  return {
    current: async () => (kept && kept.until > now() ? kept.token : once(() => ask(false))),
    replace: async token => {
      if (kept && kept.token !== token) return kept.token
      return once(async () => {
        const same = await ask(false)
        if (same !== token) return same
        if (await mayForce()) {
          log('WeChat refuses the token that it gives: a new one is forced')
          return ask(true)
        }
        // Another process has just done so.
        return ask(false)
      })
    },
  }
}
