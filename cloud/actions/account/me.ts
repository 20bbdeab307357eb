import { centersWith, homeCenterOf, officeOf } from '../../domain/access/centers'
import { recordsIn } from '../../domain/access/filing'
import { organisedCompany } from '../../domain/access/organisation'
import { parse } from '../../../types/contract/parse'
import { settings as settingsSchema } from '../../../types/contract/account'
import { centerNames, findCenter, publicPlaces, roomsOf } from '../../store/place/center'
import { othersAtHome } from '../../store/people/household'
import { countUnread } from '../../store/notice/inbox'
import type { Handler } from '../handlers'
import { centerView } from './center-view'
import { placeView } from './place-view'

/** Places of one answer; more of them would not fit a call of the platform. */
const mostPlaces = 600

/** Who the caller is. Staff may name every room of the estate, residents their own (docs/rules.md, Posts). */
export const me: Handler<'account', 'me'> = async (_input, { runtime, caller }) => {
  const { person } = caller
  const { db } = runtime
  const work = officeOf(caller.actor)
  const centerId = homeCenterOf(caller.actor)
  const center = centerId === null ? undefined : await findCenter(db, centerId)
  const publics = center ? await publicPlaces(db, center.id) : []
  const records = work !== null && recordsIn(caller.actor, work)
  const rooms = records ? await roomsOf(db, work, mostPlaces + 1) : []
  // An estate may have ten thousand rooms: then staff ask for the ones they need (`account.places`).
  const placesCut = publics.length + rooms.length > mostPlaces
  const named = placesCut ? publics.slice(0, mostPlaces) : [...publics, ...rooms]
  const seen = centersWith(caller.actor, 'seeTickets')
  const names = await centerNames(db, [...new Set([...person.posts.map(post => post.centerId), ...seen])])
  const households = person.rooms.map(({ householdId }) => householdId)
  const atHome = await othersAtHome(db, person.id, households)
  const stored = parse(settingsSchema, person.settings)
  return {
    id: person.id,
    name: person.name,
    phone: person.phone,
    posts: person.posts.map(post => ({
      role: post.role,
      centerId: post.centerId,
      centerName: names.get(post.centerId) ?? '',
      departmentId: post.departmentId,
      buildings: [...post.buildingIds],
    })),
    centers: [...names].flatMap(([id, name]) => (seen.includes(id) ? [{ centerId: id, name }] : [])),
    rooms: person.rooms.map(room => ({
      placeId: room.placeId,
      name: room.name,
      relation: room.relation,
      household: atHome
        .filter(({ placeId, householdId }) => placeId === room.placeId && householdId === room.householdId)
        .map(({ personId, name, relation }) => ({ personId, name, relation })),
    })),
    places: [
      ...person.rooms.map(room => ({
        placeId: room.placeId,
        name: room.name,
        kind: 'room' as const,
        parentId: room.buildingId,
      })),
      ...named.filter(place => !person.rooms.some(room => room.placeId === place.id)).map(placeView),
    ],
    placesCut,
    center: center ? await centerView(runtime, center) : null,
    settings: stored.ok ? stored.data : {},
    callbackDeclined: person.callbackDeclined,
    unread: await countUnread(db, person.id),
    administers: organisedCompany(caller.actor) !== null,
    demo: runtime.demo,
  }
}
