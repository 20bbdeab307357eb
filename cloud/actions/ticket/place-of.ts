import { mayName } from '../../domain/access/filing'
import { isId } from '../../store/engine/ids'
import { type Place, findPlace } from '../../store/place/center'
import type { Caller, Runtime } from '../runtime'

export type NamedPlace = Pick<Place, 'id' | 'centerId' | 'kind' | 'buildingId' | 'fullName'>

/** Most matters are about one's own room, which came with the caller. */
export async function placeOf(runtime: Runtime, caller: Caller, placeId: string): Promise<NamedPlace | null> {
  const own = caller.person.rooms.find(room => room.placeId === placeId)
  if (own)
    return { id: own.placeId, centerId: own.centerId, kind: 'room', buildingId: own.buildingId, fullName: own.name }
  const place = isId(placeId) ? await findPlace(runtime.db, caller.person.centerIds, placeId) : undefined
  return place && mayName(caller.actor, place) ? place : null
}
