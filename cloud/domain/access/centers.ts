import { type Right, holdsRight } from '../../../types/rights'
import { type Actor, postsFor } from './actor'

/** Centers in which somebody holds a right, each once: of each post its own, then those it sees as well (D-PO-2). */
export const centersWith = (actor: Pick<Actor, 'posts'>, right: Right): readonly string[] => [
  ...new Set(postsFor(actor, right).flatMap(({ centerId, reach = [] }) => [centerId, ...reach])),
]

/** As `centersWith`, of the posts' own centers only: what changes something is done where one holds the post. */
export const ownCentersWith = (actor: Pick<Actor, 'posts'>, right: Right): readonly string[] => [
  ...new Set(postsFor(actor, right).map(({ centerId }) => centerId)),
]

/** The center in whose office a member of staff sits: of the first post that has to do with tickets. null: none. */
export const officeOf = (actor: Pick<Actor, 'posts'>): string | null =>
  actor.posts.find(({ role }) => holdsRight(role, 'seeTickets'))?.centerId ?? null

/** Where somebody belongs: at home, else at work, else where any post is. null: nowhere yet. */
export const homeCenterOf = (actor: Pick<Actor, 'posts' | 'rooms'>): string | null =>
  actor.rooms[0]?.centerId ?? officeOf(actor) ?? actor.posts[0]?.centerId ?? null
