import { waitingFor } from '../../store/campaign/households'
import type { Handler } from '../handlers'

/** What waits for the caller's household. */
export const mine: Handler<'campaign', 'mine'> = async (_input, { runtime, caller }) => ({
  items: await waitingFor(runtime.db, caller.actor.id, runtime.clock.now()),
})
