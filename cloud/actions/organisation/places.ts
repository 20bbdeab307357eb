import { ownCentersWith } from '../../domain/access/centers'
import { placesIn } from '../../store/organisation/place-list'
import { decodeCursor } from '../../store/ticket/lists'
import { CallError } from '../call-error'
import { granted } from '../granted'
import type { Handler } from '../handlers'

const defaultLimit = 50

/** What lies directly in a place, with who is registered there: for whoever decides who lives in a room (D-OR-2). */
export const places: Handler<'organisation', 'places'> = async (input, call) => {
  const { parentId, cursor, limit = defaultLimit } = input
  const { centerId } = input
  if (!granted(ownCentersWith(call.caller.actor, 'bindResidents')).includes(centerId)) throw new CallError('notFound')
  const after = cursor === undefined ? null : decodeCursor(cursor)
  if (cursor !== undefined && !after) throw CallError.field('invalidRequest', 'cursor', '列表已经更新，请下拉刷新')
  const found = await placesIn(call.runtime.db, centerId, parentId ?? null, { after, limit: limit + 1 })
  if (!found) throw new CallError('notFound')
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ sort: _sort, ...place }) => place),
    nextCursor: found.length > limit && last ? `${last.sort}_${last.placeId}` : null,
  }
}
