import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

/** Message push of the platform, in its safe mode and as JSON: what it is told by, and what it says. */

export interface PushSecrets {
  readonly appId: string
  readonly token: string
  /** EncodingAESKey: 43 characters. */
  readonly key: string
}

export interface PushQuery {
  readonly signature?: unknown
  readonly msg_signature?: unknown
  readonly timestamp?: unknown
  readonly nonce?: unknown
}

const sha1 = (...parts: readonly string[]): Buffer =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest()

const fits = (told: unknown, digest: Buffer): boolean => {
  const bytes = typeof told === 'string' && /^[0-9a-f]{40}$/.test(told) ? Buffer.from(told, 'hex') : Buffer.alloc(20)
  return timingSafeEqual(bytes, digest)
}

/** Whether the address was checked by the platform itself: it asks so once, when the push is set up. */
export const isFromWeChat = ({ token }: PushSecrets, { signature, timestamp, nonce }: PushQuery): boolean =>
  fits(signature, sha1(token, String(timestamp), String(nonce)))

/** Unpads as PKCS#7 with blocks of 32 bytes does, which the platform uses in place of AES's own 16. */
function unpadded(bytes: Buffer): Buffer | null {
  const pad = bytes.at(-1) ?? 0
  return pad < 1 || pad > 32 || pad > bytes.length ? null : bytes.subarray(0, bytes.length - pad)
}

/** 16 random bytes, four of the length, the text, the app id. */
function decrypted({ appId, key }: PushSecrets, encrypted: string): string | null {
  const secret = Buffer.from(`${key}=`, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-cbc', secret, secret.subarray(0, 16)).setAutoPadding(false)
    const plain = unpadded(Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]))
    if (!plain || plain.length < 20) return null
    const length = plain.readUInt32BE(16)
    const text = plain.subarray(20, 20 + length)
    if (text.length !== length || plain.subarray(20 + length).toString() !== appId) return null
    return text.toString()
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The event that a push carries; null: forged, meant for another app, or damaged. */
export function readPush(secrets: PushSecrets, query: PushQuery, body: unknown): Record<string, unknown> | null {
  const encrypted = isRecord(body) && typeof body.Encrypt === 'string' ? body.Encrypt : null
  if (encrypted === null) return null
  const digest = sha1(secrets.token, String(query.timestamp), String(query.nonce), encrypted)
  if (!fits(query.msg_signature, digest)) return null
  const text = decrypted(secrets, encrypted)
  if (text === null) return null
  try {
    const event: unknown = JSON.parse(text)
    return isRecord(event) ? event : null
  } catch {
    return null
  }
}
