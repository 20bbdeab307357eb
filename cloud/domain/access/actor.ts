import { type Right, holdsRight } from '../../../types/rights'
import type { Relation, Role } from '../../../types/vocabulary'

/** One post of a person in one center (D-PO-2). */
export interface Post {
  readonly role: Role
  readonly centerId: string
  readonly departmentId: string | null
  readonly buildingIds: readonly string[]
  /** Of quality and supervisors: every center of their company. Left out: the post's own center only. */
  readonly reach?: readonly string[]
}

/** Whether a post counts in a center: its own, or one that its holder sees as well (D-PO-2). */
export const countsIn = ({ centerId, reach }: Post, where: string): boolean =>
  centerId === where || reach?.includes(where) === true

/** A room that somebody lives in. */
export interface Room {
  readonly centerId: string
  readonly placeId: string
  /** Whom of that room they belong to (D-AC-2). */
  readonly householdId: string
  /** Left out where nobody asks as what. */
  readonly relation?: Relation
}

/** Whoever gives a command: a signed-in person with posts and rooms, or the clock. */
export interface Actor {
  /** null for the clock. */
  readonly id: string | null
  readonly name: string
  readonly posts: readonly Post[]
  /** Places the person is bound to as a resident, each with the household there that they belong to. */
  readonly rooms: readonly Room[]
  /** The company of an administrator, who holds no post yet while it has no center; left out: none. */
  readonly administers?: string | null
}

/** A person, as opposed to the clock. */
export type Person = Actor & { readonly id: string }

/** The timer and every other step that no person takes. */
export const clockActor: Actor = { id: null, name: '系统', posts: [], rooms: [] }

/** The posts by which somebody holds a right. */
export const postsFor = (actor: Pick<Actor, 'posts'>, right: Right): readonly Post[] =>
  actor.posts.filter(post => holdsRight(post.role, right))
