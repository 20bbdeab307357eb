import { callerByOpenid } from '../caller'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { startSession } from './session'

/** @throws CallError unauthenticated when WeChat does not know the code (used, too old, forged) */
export const signIn: Handler<'account', 'signIn'> = async ({ code }, { runtime }) => {
  const openid = await runtime.weChat.openidOf(code)
  if (openid === null) throw new CallError('unauthenticated', '微信登录没有成功，请再试一次')
  const caller = await callerByOpenid(runtime, openid)
  return startSession(runtime, caller.actor.id)
}
