import { ServiceUnavailable } from '../unavailable'
import { type AccessToken, type AccessTokenSettings, accessToken } from './access-token'
import { type WeChatAnswer, askWeChat, weChatAddress } from './ask'

export interface WeChatClientSettings extends Omit<AccessTokenSettings, 'baseUrl' | 'timeoutMs'> {
  /** Tests put a server of their own here. */
  readonly baseUrl?: string
  readonly timeoutMs?: number
}

/** Calls of the platform's HTTP interface that carry the access token. */
export interface WeChatClient {
  /**
   * The answer of a call, whatever its `errcode`. A token that has ended meanwhile is replaced, and the call made once more.
   * @throws ServiceUnavailable when WeChat does not answer, or is busy also the second time
   */
  post(path: string, body: unknown): Promise<WeChatAnswer>
}

/** 40001 and 42001: the token is void or has ended; 40014: it is none. */
const tokenRefused: readonly unknown[] = [40001, 42001, 40014]

export function weChatClient({
  baseUrl = weChatAddress,
  timeoutMs = 5_000,
  ...settings
}: WeChatClientSettings): WeChatClient {
  const tokens: AccessToken = accessToken({ ...settings, baseUrl, timeoutMs })
  const ask = (path: string, body: unknown, token: string): Promise<WeChatAnswer> =>
    askWeChat({ baseUrl, path, params: { access_token: token }, body, timeoutMs })

  return {
    async post(path, body) {
      const token = await tokens.current()
      let answer = await ask(path, body, token)
      if (tokenRefused.includes(answer.errcode)) answer = await ask(path, body, await tokens.replace(token))
      // "System busy, try again later" says nothing about what was asked.
      else if (answer.errcode === -1) answer = await ask(path, body, token)
      if (answer.errcode === -1 || tokenRefused.includes(answer.errcode))
        throw new ServiceUnavailable(`WeChat is busy with ${path} (${String(answer.errcode)})`)
      return answer
    },
  }
}
