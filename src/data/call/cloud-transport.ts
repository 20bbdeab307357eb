import Taro from '@tarojs/taro'
import type { Answer } from '../../../types/errors'
import { CallError } from './call-error'
import type { Clock } from './server-clock'
import { defaultTimeoutMs, type CallOptions, type Transport, type Uploaded } from './transport'
import { uuidv7 } from './uuid'

/** What is used of `wx.cloud`. */
export interface CloudApi {
  init(options: { env: string }): void
  callFunction(options: { name: string; data: object }): Promise<{ result?: unknown }>
  uploadFile(options: { cloudPath: string; filePath: string }): Promise<{ fileID: string }>
}

const taroCloud: CloudApi = {
  init: options => Taro.cloud.init(options),
  callFunction: async options => {
    const { result } = await Taro.cloud.callFunction(options)
    return { result }
  },
  uploadFile: async options => ({ fileID: String((await Taro.cloud.uploadFile(options)).fileID) }),
}

/** Settles as the work does, or rejects earlier with the reason for giving up on it (timeout, cancelled). */
function bounded<T>(work: Promise<T>, { timeoutMs = defaultTimeoutMs, signal }: CallOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(CallError.fromClient('cancelled'))
    const onAbort = () => reject(CallError.fromClient('cancelled'))
    const timer = setTimeout(() => reject(CallError.fromClient('timeout')), timeoutMs)
    signal?.addEventListener('abort', onAbort)
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    })
  })
}

const asCallError = (error: unknown): CallError =>
  error instanceof CallError ? error : CallError.fromClient('offline')

const extensionOf = (filePath: string): string => /\.[a-z0-9]{1,5}$/i.exec(filePath)?.[0].toLowerCase() ?? ''

/** Calls over `wx.cloud`: the platform knows who calls, no token is sent. */
export function createCloudTransport(
  env: string,
  clock: Pick<Clock, 'learn' | 'elapsed'>,
  cloud: CloudApi = taroCloud,
): Transport {
  cloud.init({ env })
  const call: Transport['call'] = async (functionName, action, data, options = {}) => {
    const sentAt = clock.elapsed()
    try {
      const { result } = await bounded(cloud.callFunction({ name: functionName, data: { action, data } }), options)
      const answer = result as Answer<unknown> | null | undefined
      if (typeof answer?.ok !== 'boolean') throw new CallError('unavailable', '服务暂时不可用，请稍后再试')
      clock.learn(answer.serverTime, sentAt)
      if (!answer.ok) throw CallError.fromBody(answer.error)
      return answer.data
    } catch (error) {
      throw asCallError(error)
    }
  }
  return {
    call,
    async upload(filePath, options = {}) {
      try {
        const cloudPath = `incoming/${uuidv7()}${extensionOf(filePath)}`
        const { fileID } = await bounded(cloud.uploadFile({ cloudPath, filePath }), options)
        options.onProgress?.(1)
        return (await call('media', 'register', { fileId: fileID }, options)) as Uploaded
      } catch (error) {
        throw asCallError(error)
      }
    },
    async uploadSheet({ path, name }, options = {}) {
      try {
        const cloudPath = `incoming/${uuidv7()}${extensionOf(name)}`
        const { fileID } = await bounded(cloud.uploadFile({ cloudPath, filePath: path }), options)
        return { fileId: fileID }
      } catch (error) {
        throw asCallError(error)
      }
    },
    mediaSrc: url => url,
  }
}
