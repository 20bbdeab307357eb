import { callerByOpenid, callerByToken } from '../actions/caller'
import { CallError } from '../actions/call-error'
import type { Caller, Runtime } from '../actions/runtime'

/** A session token, or an openid that the platform vouches for; null: nothing was sent. */
export type Identity = { readonly token: string } | { readonly openid: string } | null

/** The token of an `authorization` header; null when there is none or it says something else. */
export function bearerIdentity(header: string | undefined): Identity {
  const token = /^Bearer ([0-9A-Za-z._~+/=-]{1,200})$/i.exec(header?.trim() ?? '')?.[1]
  return token ? { token } : null
}

/** @throws CallError `unauthenticated` when nobody is signed in under it */
export async function identify(runtime: Runtime, identity: Identity): Promise<Caller> {
  if (!identity) throw new CallError('unauthenticated')
  if ('openid' in identity) return callerByOpenid(runtime, identity.openid)
  const caller = await callerByToken(runtime, identity.token)
  if (!caller) throw new CallError('unauthenticated', '登录已失效，请重新登录')
  return caller
}
