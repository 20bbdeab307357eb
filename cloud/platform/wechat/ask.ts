import axios from 'axios'
import { ServiceUnavailable } from '../unavailable'

export const weChatAddress = 'https://api.weixin.qq.com'

/** What every answer of the platform may carry. */
export interface WeChatAnswer {
  readonly errcode?: unknown
  readonly [field: string]: unknown
}

export interface WeChatRequest {
  readonly baseUrl: string
  readonly path: string
  /** In the address; may hold secrets, which is why failures name the path alone. */
  readonly params: Readonly<Record<string, string>>
  /** Left out: a GET. */
  readonly body?: unknown
  readonly timeoutMs: number
}

/**
 * One request of the platform's HTTP interface. It answers 200 with an `errcode` for everything that it refuses.
 * @throws ServiceUnavailable for silence, another status, and whatever is no JSON object; it holds neither token nor secret
 */
export async function askWeChat({ baseUrl, path, params, body, timeoutMs }: WeChatRequest): Promise<WeChatAnswer> {
  try {
    const { data } = await axios.request<WeChatAnswer | null>({
      url: `${baseUrl}${path}`,
      method: body === undefined ? 'get' : 'post',
      params,
      data: body,
      timeout: timeoutMs,
      // The same in a cloud function's small bundle as on the host.
      adapter: 'fetch',
      proxy: false,
    })
    // Sent as text/plain, which is parsed all the same; anything but an object comes from something in between.
    if (typeof data === 'object' && data !== null) return data
  } catch {
    // Not passed on as the cause: its address holds the secret.
    throw new ServiceUnavailable(`WeChat did not answer ${path}`)
  }
  throw new ServiceUnavailable(`WeChat answered ${path} with something else`)
}
