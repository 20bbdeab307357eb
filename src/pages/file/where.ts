import { groupOf, type PlaceGroup } from './places'

/** Of a draft: where it happened. */
export interface Where {
  placeId: string | null
  /** The building or 公共区域 that was chosen instead of one's room; null: none. */
  placeGroup: string | null
  /** Where exactly, or where at all when no place of the list fits. */
  placeText: string
  /** Words for the other of one's room and elsewhere, kept while they don't apply. */
  placeTextAside: string
}

type Rooms = readonly { placeId: string }[]

export const isOwnRoom = (rooms: Rooms, placeId: string | null): boolean => rooms.some(room => room.placeId === placeId)

/**
 * 「卫生间吊顶」 belongs to one's room and says nothing of a place elsewhere: words wait aside while the other kind of
 * place is chosen, and are back with it.
 */
const moved = (rooms: Rooms, from: Where, placeId: string | null, placeGroup: string | null): Where => ({
  placeId,
  placeGroup,
  ...(isOwnRoom(rooms, from.placeId) === isOwnRoom(rooms, placeId)
    ? { placeText: from.placeText, placeTextAside: from.placeTextAside }
    : { placeText: from.placeTextAside, placeTextAside: from.placeText }),
})

/** A place of the list, or of a code: it is what counts from now on. */
export const choosePlace = (where: Where, rooms: Rooms, placeId: string): Where =>
  moved(rooms, where, placeId, isOwnRoom(rooms, placeId) ? null : where.placeGroup)

/** A code is scanned: its place counts, whatever building was open before. */
export const scanPlace = (where: Where, rooms: Rooms, placeId: string): Where => moved(rooms, where, placeId, null)

/** A place that has gone since the draft was written is shown nowhere, and so is not filed either. */
export const stillThere = <Draft extends Where>(draft: Draft, places: Rooms, rooms: Rooms): Draft =>
  [...places, ...rooms].some(({ placeId }) => placeId === draft.placeId) ? draft : { ...draft, placeId: null }

/** A kind of place, as yet without a place of it; what was chosen before no longer counts. */
export const chooseGroup = (where: Where, rooms: Rooms, groups: readonly PlaceGroup[], group: string): Where =>
  chosenGroup(where, groups)?.id === group ? where : moved(rooms, where, null, group)

/** The building or 公共区域 that is open; null at home, and where nothing has been chosen. */
export const chosenGroup = (
  { placeGroup, placeId }: Pick<Where, 'placeGroup' | 'placeId'>,
  groups: readonly PlaceGroup[],
): PlaceGroup | null => groupOf(groups, placeId) ?? groups.find(({ id }) => id === placeGroup) ?? null
