import { ownCentersWith } from '../../domain/access/centers'
import { lodgersOf, waitingBindings } from '../../store/organisation/residence'
import { granted } from '../granted'
import type { Handler } from '../handlers'

/** Who waits to be bound, with who lives there now: what a clerk decides by. */
export const bindings: Handler<'organisation', 'bindings'> = async (input, { runtime, caller }) => {
  const own = ownCentersWith(caller.actor, 'bindResidents')
  const centerId = granted(own.find(one => input.centerId === undefined || one === input.centerId) ?? null)
  const waiting = await waitingBindings(runtime.db, centerId)
  const lodgers = await lodgersOf(runtime.db, centerId, [...new Set(waiting.map(({ placeId }) => placeId))])
  return {
    items: waiting.map(({ personId, requestId, at, name, phone, relation, placeId, place }) => ({
      requestId,
      at,
      name,
      phone,
      relation,
      placeId,
      place,
      mayDecide: personId !== caller.actor.id,
      residents: (lodgers.get(placeId) ?? []).map(({ householdId: _householdId, ...lodger }) => lodger),
    })),
  }
}
