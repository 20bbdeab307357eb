import { centersOf, listScopesOf } from '../../domain/access/lists'
import type { Directory } from '../../domain/routing/directory'
import { policyFor } from '../../store/place/center'
import { isId } from '../../store/engine/ids'
import { type Page, decodeCursor, listCenters, listMine } from '../../store/ticket/lists'
import { listAssigned } from '../../store/ticket/worklist'
import { CallError } from '../call-error'
import { granted } from '../granted'
import type { Handler } from '../handlers'
import { mediaViews } from '../media/media-links'
import type { SignedInCall } from '../runtime'
import { centerContextOf } from '../center-context'
import { incidentFor } from './incidents'
import { itemOf } from './views'

type Input = Parameters<Handler<'ticket', 'list'>>[0]

const defaultLimit = 20

async function pageOf(input: Input, { runtime, caller }: SignedInCall): Promise<Page> {
  const { scope, centerId, cursor, limit = defaultLimit, ...request } = input
  const from = cursor === undefined ? null : decodeCursor(cursor)
  if (cursor !== undefined && !from) throw CallError.field('invalidRequest', 'cursor', '列表已经更新，请下拉刷新')
  // A building that is no id names nothing; asked as text it would be an error of the database.
  if (request.buildingId !== undefined && !isId(request.buildingId)) return { items: [], nextCursor: null }
  const options = { request, cursor: from, limit, now: runtime.clock.now() }
  if (scope === 'mine') {
    const householdIds = caller.actor.rooms.map(({ householdId }) => householdId)
    return listMine(runtime.db, { personId: caller.actor.id, householdIds }, options)
  }
  const scopes = granted(listScopesOf(caller.actor, centerId))
  if (scope === 'assigned') return listAssigned(runtime.db, centersOf(scopes), caller.actor.id, options)
  return listCenters(runtime.db, scopes, options)
}

/** Lists by page; every item is drawn for this caller (what may be seen, what may be done next). */
export const list: Handler<'ticket', 'list'> = async (input, call) => {
  const { runtime, caller } = call
  const page = await pageOf(input, call)
  const thumbnails = new Map<string, NonNullable<ReturnType<typeof itemOf>['thumbnail']>>()
  const directories = new Map<string, Directory>()
  for (const centerId of new Set(page.items.map(({ ticket }) => ticket.centerId))) {
    const first = page.items.flatMap(({ ticket }) => (ticket.centerId === centerId ? ticket.media.slice(0, 1) : []))
    directories.set(centerId, (await centerContextOf(runtime, centerId)).directory)
    for (const [id, view] of await mediaViews(runtime, centerId, first)) thumbnails.set(id, view)
  }
  const now = runtime.clock.now()
  const items = []
  for (const listed of page.items) {
    const policy = await policyFor(runtime, listed.ticket)
    const directory = directories.get(listed.ticket.centerId) ?? { staff: [] }
    const incident = await incidentFor(runtime, listed.ticket)
    items.push(itemOf(listed, thumbnails, { caller, policy, directory, incident, now }))
  }
  return { items, nextCursor: page.nextCursor }
}
