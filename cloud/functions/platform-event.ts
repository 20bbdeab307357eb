import { limits } from '../../types/limits'

/** What the platform calls a function with. */
export type PlatformEvent =
  | { readonly from: 'client'; readonly body: unknown }
  | {
      readonly from: 'http'
      readonly method: string
      readonly authorization: string | undefined
      /** The last of the addresses it was passed on from: the one that the platform itself has seen. */
      readonly address: string | undefined
      readonly text: string
    }
  | { readonly from: 'timer' }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const headerOf = (headers: unknown, name: string): string | undefined => {
  if (!isRecord(headers)) return undefined
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  return typeof found === 'string' ? found : undefined
}

/**
 * Tells apart `wx.cloud.callFunction`, HTTP access and the timer. A client can imitate the other two: as HTTP it still
 * needs a token, and for the timer the caller's identity is looked at as well (timer-main.ts).
 */
export function readEvent(event: unknown): PlatformEvent {
  if (!isRecord(event)) return { from: 'client', body: event }
  if (event.Type === 'Timer') return { from: 'timer' }
  if (typeof event.httpMethod === 'string') {
    const body = typeof event.body === 'string' ? event.body : ''
    const text = event.isBase64Encoded === true ? Buffer.from(body, 'base64').toString('utf8') : body
    const authorization = headerOf(event.headers, 'authorization')
    const address = headerOf(event.headers, 'x-forwarded-for')?.split(',').at(-1)?.trim()
    return { from: 'http', method: event.httpMethod, authorization, address, text }
  }
  // The platform adds fields of its own (userInfo, tcbContext), which nothing here trusts.
  return { from: 'client', body: { action: event.action, data: event.data } }
}

export type ReadText =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly code: 'tooLarge' | 'malformedRequest' }

/** A JSON text within the limits of a request. */
export function readText(text: string): ReadText {
  if (Buffer.byteLength(text) > limits.requestBytes) return { ok: false, code: 'tooLarge' }
  try {
    return { ok: true, body: JSON.parse(text) as unknown }
  } catch {
    return { ok: false, code: 'malformedRequest' }
  }
}
