import { inTransaction } from '../../store/engine/transaction'
import { setOwnWish } from '../../store/people/callback-wishes'
import type { Handler } from '../handlers'
import { obeyWishes } from '../survey/obey-wishes'

/** D-CB-9: declared or taken back by the person; obeyed from now on, on open matters too. Repeating it changes nothing. */
export const setCallbackWish: Handler<'account', 'setCallbackWish'> = async ({ declined }, { runtime, caller }) => {
  await inTransaction(runtime.db, trx => setOwnWish(trx, caller.actor.id, declined, runtime.clock.now()))
  if (declined) await obeyWishes(runtime, caller.person.centerIds)
  return { declined }
}
