import Taro from '@tarojs/taro'
import axios, { AxiosError, isAxiosError, isCancel, type AxiosAdapter } from 'axios'
import type { Answer } from '../../../types/errors'
import { CallError } from './call-error'
import type { Clock } from './server-clock'
import { createTaroAdapter } from './taro-axios-adapter'
import { defaultTimeoutMs, uploadTimeoutMs, type Transport, type Uploaded, type UploadOptions } from './transport'

export interface HttpTransportParts {
  /** Without a trailing slash; empty = same origin. */
  baseUrl: string
  token: () => string | null
  clock: Pick<Clock, 'learn' | 'elapsed'>
  adapter?: AxiosAdapter
}

const isAnswer = (body: unknown): body is Answer<unknown> =>
  typeof body === 'object' && body !== null && typeof (body as { ok?: unknown }).ok === 'boolean'

const parsed = (body: unknown): unknown => {
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** The data of an envelope; a body without one comes from something in between, such as a gateway that is down. */
function unpack(body: unknown): unknown {
  const answer = parsed(body)
  if (!isAnswer(answer)) throw new CallError('unavailable', '服务暂时不可用，请稍后再试')
  if (!answer.ok) throw CallError.fromBody(answer.error)
  return answer.data
}

function asCallError(error: unknown): CallError {
  if (error instanceof CallError) return error
  if (isCancel(error)) return CallError.fromClient('cancelled')
  if (isAxiosError(error) && error.code === AxiosError.ETIMEDOUT) return CallError.fromClient('timeout')
  return CallError.fromClient('offline')
}

/** `POST /call/FUNCTION` and `POST /media` (docs/architecture.md, Stable interfaces), for the browser and for the mini-program. */
export function createHttpTransport(parts: HttpTransportParts): Transport {
  const http = axios.create({
    baseURL: parts.baseUrl,
    adapter: parts.adapter ?? createTaroAdapter(),
    // Refusals carry their reason in the body.
    validateStatus: () => true,
    // The envelope is read in `unpack`; Taro has parsed it where it could.
    transformRequest: data => data,
    transformResponse: data => data,
  })
  const bearer = (): Record<string, string> => {
    const token = parts.token()
    return token ? { authorization: `Bearer ${token}` } : {}
  }
  return {
    async call(functionName, action, data, { timeoutMs = defaultTimeoutMs, signal } = {}) {
      const sentAt = parts.clock.elapsed()
      try {
        const response = await http.post(
          `/call/${functionName}`,
          { action, data },
          {
            headers: { 'content-type': 'application/json', ...bearer() },
            timeout: timeoutMs,
            ...(signal ? { signal } : {}),
          },
        )
        const body = parsed(response.data)
        if (isAnswer(body)) parts.clock.learn(body.serverTime, sentAt)
        return unpack(body)
      } catch (error) {
        throw asCallError(error)
      }
    },
    upload: (filePath, options) => uploadOverHttp<Uploaded>(`${parts.baseUrl}/media`, { filePath }, bearer(), options),
    uploadSheet: ({ path, name }, options) =>
      uploadOverHttp(`${parts.baseUrl}/sheets`, { filePath: path, fileName: name }, bearer(), options),
    mediaSrc: url => (url.startsWith('/') ? `${parts.baseUrl}${url}` : url),
  }
}

/** Uploads go past axios: only `Taro.uploadFile` reads a temporary file of the phone, and it reports progress. */
function uploadOverHttp<Answered>(
  url: string,
  file: { filePath: string; fileName?: string },
  header: Record<string, string>,
  { onProgress, signal, timeoutMs = uploadTimeoutMs }: UploadOptions = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(CallError.fromClient('cancelled'))
    const finish = (settle: () => void) => {
      signal?.removeEventListener('abort', onAbort)
      settle()
    }
    const task = Taro.uploadFile({
      url,
      ...file,
      name: 'file',
      header,
      timeout: timeoutMs,
      success: res =>
        finish(() => {
          try {
            resolve(unpack(res.data) as Answered)
          } catch (error) {
            reject(asCallError(error))
          }
        }),
      fail: ({ errMsg }) =>
        finish(() => reject(CallError.fromClient(/time ?out/i.test(errMsg ?? '') ? 'timeout' : 'offline'))),
    })
    const onAbort = () => {
      finish(() => reject(CallError.fromClient('cancelled')))
      task.abort()
    }
    signal?.addEventListener('abort', onAbort)
    if (onProgress) task.progress?.(({ progress }) => onProgress(progress / 100))
    // The browser build returns a promise beside the callbacks; its refusal has been handled above.
    if (task instanceof Promise) task.catch(() => undefined)
  })
}
