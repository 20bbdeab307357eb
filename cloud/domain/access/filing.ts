import type { PlaceKind } from '../../../types/vocabulary'
import { type Actor, countsIn, postsFor } from './actor'
import { officeOf } from './centers'

/** Whether somebody works for a center's residents and may record for them (D-IN-1); quality works for all centers. */
export const recordsIn = (actor: Pick<Actor, 'posts'>, centerId: string): boolean =>
  postsFor(actor, 'workOnTickets').some(post => countsIn(post, centerId))

/**
 * Residents name their own rooms and whatever is everybody's; a neighbour's room is as unknown to them as one that is not
 * there. Staff name every place of where they work.
 */
export const mayName = (
  actor: Actor,
  place: { readonly kind: PlaceKind; readonly centerId: string; readonly id: string },
) =>
  (place.kind !== 'room' && place.kind !== 'unit') ||
  actor.rooms.some(room => room.placeId === place.id) ||
  recordsIn(actor, place.centerId)

/** Staff without a home in the estate always record for somebody else. */
export const alwaysRecords = (actor: Actor): boolean => actor.rooms.length === 0 && officeOf(actor) !== null

/** Where a filing goes that names no place: recorded by staff, to their office; else to one's home. null: nowhere. */
export const filingCenterOf = (actor: Actor, onBehalf: boolean): string | null => {
  const office = officeOf(actor)
  return (onBehalf ? office : null) ?? actor.rooms[0]?.centerId ?? office
}
