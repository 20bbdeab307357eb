import { randomBytes } from 'node:crypto'
import { addSession } from '../../store/people/session'
import { tokenHash } from '../caller'
import type { Runtime } from '../runtime'

const dayMs = 86_400_000
/** 30 days of the machine's clock. */
const lifeMs = 30 * dayMs

/** Starts a session. The token is given out here and kept nowhere. */
export async function startSession(runtime: Runtime, personId: string): Promise<{ token: string }> {
  const token = randomBytes(32).toString('base64url')
  await addSession(runtime.db, tokenHash(token), personId, runtime.wallClock.now(), lifeMs)
  return { token }
}
