import { endSession } from '../../store/people/session'
import type { Handler } from '../handlers'

export const signOut: Handler<'account', 'signOut'> = async (_input, { runtime, caller }) => {
  if (caller.sessionHash !== null) await endSession(runtime.db, caller.sessionHash)
  return {}
}
