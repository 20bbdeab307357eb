import { centersWith, homeCenterOf } from '../../domain/access/centers'
import { findPlaces } from '../../store/place/find-places'
import type { Handler } from '../handlers'
import { placeView } from './place-view'

const shown = 20

/** Places that the caller can name and whose name has the parts asked for, in the order of the estate (D-IN-2). */
export const places: Handler<'account', 'places'> = async ({ text }, { runtime, caller }) => {
  const home = homeCenterOf(caller.actor)
  const found = await findPlaces(runtime.db, text, {
    publicIn: home === null ? [] : [home],
    allIn: centersWith(caller.actor, 'workOnTickets'),
    limit: shown,
  })
  return { places: found.map(placeView) }
}
