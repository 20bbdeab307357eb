import Taro from '@tarojs/taro'
import {
  AxiosError,
  CanceledError,
  type AxiosAdapter,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
} from 'axios'

/** How a request is sent; `Taro.request` in the product, a stand-in in tests. */
export type SendRequest = (options: Taro.request.Option<unknown>) => { abort?: () => void }

const sendByTaro: SendRequest = options => {
  const task = Taro.request(options)
  // The task is a promise beside the callbacks, which tell the same; unheard, it would count as a script error.
  task.catch(() => undefined)
  return task
}

const answered = (config: InternalAxiosRequestConfig, res: Taro.request.SuccessCallbackResult): AxiosResponse => ({
  data: res.data,
  status: res.statusCode,
  statusText: '',
  headers: res.header,
  config,
  request: null,
})

const failed = (config: InternalAxiosRequestConfig, reason: string): AxiosError =>
  /time ?out/i.test(reason)
    ? new AxiosError(reason, AxiosError.ETIMEDOUT, config)
    : new AxiosError(reason || 'request failed', AxiosError.ERR_NETWORK, config)

/**
 * axios over `Taro.request`, since no maintained adapter for axios 1.x exists. Timeout (ms) is counted here as well: the
 * browser build aborts late requests without saying why.
 */
export const createTaroAdapter =
  (send: SendRequest = sendByTaro): AxiosAdapter =>
  config =>
    new Promise((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const settle = (finish: () => void) => {
        clearTimeout(timer)
        config.signal?.removeEventListener?.('abort', onAbort)
        finish()
      }
      const onAbort = () => {
        settle(() => reject(new CanceledError('aborted', config)))
        task?.abort?.()
      }
      if (config.signal?.aborted) return reject(new CanceledError('aborted', config))
      const task: { abort?: () => void } | undefined = send({
        url: `${config.baseURL ?? ''}${config.url ?? ''}`,
        method: (config.method ?? 'get').toUpperCase() as keyof Taro.request.Method,
        data: config.data,
        header: { ...config.headers },
        ...(config.timeout ? { timeout: config.timeout } : {}),
        success: res => settle(() => resolve(answered(config, res))),
        fail: error => settle(() => reject(failed(config, error.errMsg ?? ''))),
      })
      config.signal?.addEventListener?.('abort', onAbort)
      if (config.timeout)
        timer = setTimeout(() => {
          settle(() => reject(failed(config, 'timeout')))
          task?.abort?.()
        }, config.timeout)
    })
