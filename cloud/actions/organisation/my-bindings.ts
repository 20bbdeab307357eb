import { bindingsOf } from '../../store/organisation/residence'
import type { Handler } from '../handlers'

/** What has become of the rooms the caller has asked for. */
export const myBindings: Handler<'organisation', 'myBindings'> = async (_input, { runtime, caller }) => {
  const items = await bindingsOf(runtime.db, caller.actor.id)
  return { items: items.map(({ requestId, at, place, state, reason }) => ({ requestId, at, place, state, reason })) }
}
