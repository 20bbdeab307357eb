import type { ResponseOf } from '../../../types/contract/index'
import { holdsRight } from '../../../types/rights'
import type { Role } from '../../../types/vocabulary'

type Post = Pick<ResponseOf<'account', 'me'>['posts'][number], 'role' | 'centerId' | 'centerName'>

/** At home in every center of the company (D-PO-2). */
const overall = (role: Role): boolean => holdsRight(role, 'seeCompany')

export interface ManagedCenter {
  id: string
  word: string
}

/** The centers somebody manages in, each once, in the order of the posts. */
export const managedCenters = (posts: readonly Post[]): ManagedCenter[] => [
  ...new Map(
    posts
      .filter(({ role }) => holdsRight(role, 'readPolicy'))
      .map(({ centerId, centerName }) => [centerId, { id: centerId, word: centerName || '服务中心' }]),
  ).values(),
]

/**
 * The center that calls are about: the chosen one if there is still a post, else the first. With one center there is nothing
 * to choose and calls name none.
 */
export const centerOf = (centers: readonly ManagedCenter[], chosen: string | null): string | undefined =>
  centers.length < 2 ? undefined : (centers.find(({ id }) => id === chosen) ?? centers[0])?.id

/** What somebody is in a center; without one, everything they are anywhere. */
export const rolesAt = (posts: readonly Post[], centerId: string | undefined): Role[] => [
  ...new Set(
    posts
      .filter(post => centerId === undefined || post.centerId === centerId || overall(post.role))
      .map(({ role }) => role),
  ),
]

const everywhere = 'all'

/** Names what the device keeps of a center's readings. */
export const keyOfCenter = (centerId: string | undefined): string => centerId ?? everywhere

/** What a call says of its center, by that name. */
export const atCenter = (key: string): { centerId?: string } => (key === everywhere ? {} : { centerId: key })

/** As `atCenter` of `key`, for what quality and supervisors see of the whole company at once. */
export const overviewKey = (posts: readonly Post[], key: string): string =>
  posts.some(({ role }) => overall(role)) ? everywhere : key
