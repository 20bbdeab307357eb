import { alwaysRecords, recordsIn } from '../../domain/access/filing'
import { placeForNeighbours } from '../../domain/access/places'
import { type Joiner, type Spot, nearby as nearbyOf } from '../../domain/incident/nearby'
import { openNearby } from '../../store/ticket/open-nearby'
import { placePathOf } from '../../store/place/path'
import { CallError } from '../call-error'
import { centerContextOf, currentPolicy } from '../center-context'
import type { Handler } from '../handlers'
import type { Runtime } from '../runtime'
import { type NamedPlace, placeOf } from '../ticket/place-of'

/** Somebody for whom staff write it down: who that is may not be known yet. */
const somebody: Joiner = { id: null, rooms: [] }

export const spotOf = async (
  { db }: Pick<Runtime, 'db'>,
  { id, centerId, buildingId }: Pick<NamedPlace, 'id' | 'centerId' | 'buildingId'>,
): Promise<Spot> => ({ placeId: id, buildingId, path: await placePathOf(db, centerId, id) })

/** What is offered while a form is being filled in: 「3 户邻居已反映」 (D-IN-6). */
export const nearby: Handler<'incident', 'nearby'> = async ({ category, placeId, text = '' }, { runtime, caller }) => {
  const place = await placeOf(runtime, caller, placeId)
  if (!place) throw CallError.field('unknownPlace', 'placeId')
  const { centerId } = place
  const { center } = await centerContextOf(runtime, centerId)
  const policy = await currentPolicy(runtime, center)
  const known = policy.category(category)
  if (!known) throw CallError.field('unknownCategory', 'category')
  const spot = await spotOf(runtime, place)
  const open = await openNearby(runtime.db, centerId, category, spot)
  const joiner = alwaysRecords(caller.actor) && recordsIn(caller.actor, centerId) ? somebody : caller.actor
  const near = nearbyOf(
    open.map(({ ticket }) => ticket),
    spot,
    text,
    joiner,
    policy,
  )
  const items = near.map(({ ticket, households }) => {
    const placed = open.find(one => one.ticket.id === ticket.id)
    const where = placeForNeighbours(placed?.place ?? null, placed?.building ?? null)
    return { incidentId: ticket.id, title: `${where} · ${known.name}`, place: where, households, since: ticket.filedAt }
  })
  return { items }
}
