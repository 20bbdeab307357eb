import type { PlaceKind } from '../../../types/vocabulary'

/** A place as somebody may know it; without an id where it is not to be looked up. */
export interface PlaceShown {
  readonly placeId: string | null
  readonly name: string
}

/** What a filing says of its place, and of whoever files. */
export interface FiledPlace {
  /** null: only described in words. */
  readonly place: { readonly kind: PlaceKind } | null
  /** The building it stands in; null: none, or unknown. */
  readonly building: { readonly id: string; readonly fullName: string } | null
  /** Anonymous, or hidden by the category (D-IN-3). */
  readonly identityHidden: boolean
  readonly roomMayBeKnown: boolean
}

const unsaid = '具体位置未公开'

/**
 * D-IN-3: what staff may know of the place in the place's stead, where the place itself would lead to somebody who is
 * hidden. No finer than the building, unless whoever files says that the room may be known. null: the place itself.
 * A place described only in words may name a room as well.
 */
export function placeInstead({ place, building, identityHidden, roomMayBeKnown }: FiledPlace): PlaceShown | null {
  if (!identityHidden || roomMayBeKnown) return null
  if (place !== null && place.kind !== 'room' && place.kind !== 'unit') return null
  return building === null ? { placeId: null, name: unsaid } : { placeId: building.id, name: building.fullName }
}

/** The place as staff may know it: on screens and in lists, notices, search and exports alike (D-IN-3). */
export const placeForStaff = (ticket: {
  readonly placeId: string | null
  readonly placeName: string
  readonly placeInstead?: PlaceShown
}): PlaceShown => ticket.placeInstead ?? { placeId: ticket.placeId, name: ticket.placeName }

/** What a neighbour may know of where another's matter is: whatever is everybody's, else no more than the building (D-IN-6). */
export const placeForNeighbours = (
  place: { readonly kind: PlaceKind; readonly fullName: string } | null,
  building: { readonly fullName: string } | null,
): string =>
  place !== null && place.kind !== 'room' && place.kind !== 'unit' ? place.fullName : (building?.fullName ?? '')
