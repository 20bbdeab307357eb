import { type Right, holdsRight } from '../../../types/rights'
import { type Actor, type Post, postsFor } from './actor'

/** A part of a center's households; null: all of them. */
export interface HouseholdScope {
  readonly buildingIds: readonly string[] | null
}

/** Whoever neither sees the whole center nor reads reports of it is a steward: own buildings only (D-PO-1). */
const seesAll = ({ role }: Post): boolean =>
  holdsRight(role, 'seeCenterTickets') || holdsRight(role, 'readCampaignReports')

/**
 * Which households of a center somebody follows or enters answers for. `own`: by posts in that center only, for whatever
 * changes something; otherwise quality and supervisors have their whole company (D-PO-2). null: none.
 */
export function householdScope(
  actor: Pick<Actor, 'posts'>,
  right: Right,
  centerId: string,
  { own }: { readonly own: boolean },
): HouseholdScope | null {
  const posts = postsFor(actor, right).filter(
    post => post.centerId === centerId || (!own && post.reach?.includes(centerId) === true),
  )
  if (posts.length === 0) return null
  return { buildingIds: posts.some(seesAll) ? null : [...new Set(posts.flatMap(({ buildingIds }) => buildingIds))] }
}

/** Whether a household of a building (null: of none) is within. */
export const isWithinScope = ({ buildingIds }: HouseholdScope, buildingId: string | null): boolean =>
  buildingIds === null || (buildingId !== null && buildingIds.includes(buildingId))

/** Whether somebody belongs to a household: what it thinks is then for them to answer, and not to write down as staff. */
export const isOfHousehold = ({ rooms }: Pick<Actor, 'rooms'>, householdId: string): boolean =>
  rooms.some(room => room.householdId === householdId)

/** Of some posts those of people who can be made to answer for an improvement, each person once: whoever has to do with the work. */
export function possibleOwners<Held extends Pick<Post, 'role'> & { readonly personId: string }>(
  posts: readonly Held[],
): readonly Held[] {
  const able = posts.filter(({ role }) => holdsRight(role, 'workOnTickets'))
  return able.filter((post, index) => able.findIndex(({ personId }) => personId === post.personId) === index)
}
