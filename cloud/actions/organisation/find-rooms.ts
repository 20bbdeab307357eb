import { roomsNamed } from '../../store/place/find-places'
import type { Handler } from '../handlers'

/** Enough to choose from; more are found by more of the name. */
const mostRooms = 20

/** Rooms by parts of their names: names only, never who lives there. */
export const findRooms: Handler<'organisation', 'findRooms'> = async ({ centerId, text }, { runtime }) => ({
  rooms: (await roomsNamed(runtime.db, centerId, text, mostRooms)).map(({ id, fullName }) => ({
    placeId: id,
    name: fullName,
  })),
})
