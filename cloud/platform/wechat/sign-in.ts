import type { WeChatSignIn } from '../ports'
import { ServiceUnavailable } from '../unavailable'
import { type WeChatAnswer, askWeChat, weChatAddress } from './ask'

export interface WeChatSignInSettings {
  readonly appId: string
  readonly secret: string
  /** Tests put a server of their own here. */
  readonly baseUrl?: string
  readonly timeoutMs?: number
}

/** 40029 never issued or too old, 40163 used before, 40226 a user the platform blocks: this person can't sign in so. */
const refused: readonly unknown[] = [40029, 40163, 40226]
/** -1 the platform is busy, 45011 too many calls a minute for this user. */
const busy: readonly unknown[] = [-1, 45011]

/**
 * `auth.code2Session` of the platform. The session key it answers with is of no use here and is dropped.
 * @throws ServiceUnavailable when WeChat does not answer or is busy; Error when the app id or secret is wrong
 */
export function weChatSignIn(settings: WeChatSignInSettings): WeChatSignIn {
  const { appId, secret, baseUrl = weChatAddress, timeoutMs = 5_000 } = settings

  const ask = (code: string): Promise<WeChatAnswer> =>
    askWeChat({
      baseUrl,
      path: '/sns/jscode2session',
      params: { appid: appId, secret, js_code: code, grant_type: 'authorization_code' },
      timeoutMs,
    })

  return {
    async openidOf(code) {
      let session = await ask(code)
      // "System busy, try again later" says nothing about the code, so it can be asked once more.
      if (session.errcode === -1) session = await ask(code)
      const { openid, errcode } = session
      if (typeof openid === 'string' && openid !== '') return openid
      if (refused.includes(errcode)) return null
      if (busy.includes(errcode)) throw new ServiceUnavailable(`WeChat is busy (${String(errcode)})`)
      throw new Error(`WeChat refused the sign-in with ${String(errcode)}: check WECHAT_APP_ID and WECHAT_APP_SECRET`)
    },
  }
}
