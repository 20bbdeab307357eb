import type { ResponseOf } from '../../../types/contract'
import type { Place } from '../../store/place/center'

/** A place as it can be named in a filing. What stands in a building has the building as its parent. */
export const placeView = (place: Place): ResponseOf<'account', 'places'>['places'][number] => ({
  placeId: place.id,
  name: place.fullName,
  kind: place.kind,
  parentId: place.buildingId === place.id ? place.parentId : (place.buildingId ?? place.parentId),
})
