import type { Relation } from '../../../types/vocabulary'
import { type Right, holdsRight } from '../../../types/rights'
import type { Actor, Post, Room } from './actor'

/** A room, and the building it stands in. */
export interface RoomAsked {
  readonly centerId: string
  readonly placeId: string
  readonly buildingId: string | null
}

/** Whoever decides who lives in a room does so in the whole center, a steward in own buildings (D-PO-1). */
const reaches = (post: Post, { centerId, buildingId }: RoomAsked): boolean =>
  post.centerId === centerId &&
  (holdsRight(post.role, 'bindResidents') || (buildingId !== null && post.buildingIds.includes(buildingId)))

const byPost = (actor: Pick<Actor, 'posts'>, right: Right, room: RoomAsked): boolean =>
  actor.posts.some(post => holdsRight(post.role, right) && reaches(post, room))

/** The head of a household, who adds family: its owner or its tenant (D-OR-2). null: not in this room, or family only. */
export const headedHousehold = (
  { rooms }: Pick<Actor, 'rooms'>,
  { centerId, placeId }: Pick<RoomAsked, 'centerId' | 'placeId'>,
): Room | null =>
  rooms.find(
    room =>
      room.centerId === centerId &&
      room.placeId === placeId &&
      (room.relation === 'owner' || room.relation === 'tenant'),
  ) ?? null

/** As what somebody may invite others into a room; null: not at all. */
export function invitesAs(
  actor: Pick<Actor, 'posts' | 'rooms'>,
  room: RoomAsked,
  relation: Relation,
): 'staff' | Room | null {
  if (byPost(actor, 'inviteResidents', room)) return 'staff'
  return relation === 'family' ? headedHousehold(actor, room) : null
}

/** Whether somebody decides who lives in a room. */
export const bindsIn = (actor: Pick<Actor, 'posts'>, room: RoomAsked): boolean => byPost(actor, 'bindResidents', room)

interface Member {
  readonly personId: string
  readonly householdId: string
  readonly relation: Relation
}

/** Whether somebody may take one who lives in a room off it: oneself, the family of one's household, or as staff. */
export function takesOff(actor: Pick<Actor, 'id' | 'posts' | 'rooms'>, room: RoomAsked, member: Member): boolean {
  if (member.personId === actor.id || bindsIn(actor, room)) return true
  return member.relation === 'family' && headedHousehold(actor, room)?.householdId === member.householdId
}
