import type { RequestOf } from '../../../types/contract/index'
import { holdsRight } from '../../../types/rights'
import { keysOf, postedRoleLabels, roleLabels } from '../../../types/vocabulary'
import type { StaffPost } from '../hooks/use-organisation'

export type PostedRole = keyof typeof postedRoleLabels
type Saved = RequestOf<'organisation', 'saveStaff'>['posts'][number]

/** One post as it is edited; skills as they are written, with 、 between them. */
export interface EditedPost {
  role: PostedRole
  departmentId: string | null
  buildingIds: readonly string[]
  skills: string
}

export interface Member {
  personId: string
  name: string
  phone: string | null
  posts: readonly StaffPost[]
}

export const postedRoles = keysOf(postedRoleLabels)

/** The posts of a center person by person, in the order in which they come. */
export function membersOf(posts: readonly StaffPost[]): Member[] {
  const members = new Map<string, Member>()
  for (const post of posts) {
    const { personId, name, phone } = post
    const known = members.get(personId)
    members.set(personId, { personId, name, phone, posts: [...(known?.posts ?? []), post] })
  }
  return [...members.values()]
}

/** 「楼栋管家（1栋、2栋）；处理人员 · 工程部」 */
export const memberLine = ({ posts }: Pick<Member, 'posts'>, departments: ReadonlyMap<string, string>): string =>
  posts
    .map(({ role, departmentId, buildings }) => {
      const where = buildings.length === 0 ? '' : `（${buildings.map(({ name }) => name).join('、')}）`
      const department = departmentId === null ? undefined : departments.get(departmentId)
      return `${roleLabels[role]}${where}${department === undefined ? '' : ` · ${department}`}`
    })
    .join('；')

/** Whether buildings are asked for: of whoever they make responsible, and where some are written already. */
export const asksBuildings = ({ role, buildingIds }: Pick<EditedPost, 'role' | 'buildingIds'>): boolean =>
  role === 'steward' || buildingIds.length > 0

/** Whether a post does work that is found by department and skills. */
export const asksWork = ({ role }: Pick<EditedPost, 'role'>): boolean => holdsRight(role, 'takeTickets')

/** A post as it stands, to be edited. */
export const editedPost = ({ role, departmentId, buildings, skills }: StaffPost): EditedPost[] =>
  postedRoles
    .filter(posted => posted === role)
    .map(posted => ({
      role: posted,
      departmentId,
      buildingIds: buildings.map(({ placeId }) => placeId),
      skills: skills.join('、'),
    }))

export const savedPost = ({ role, departmentId, buildingIds, skills }: EditedPost): Saved => ({
  role,
  departmentId,
  buildingIds: [...buildingIds],
  skills: [...new Set(skills.split(/[、，,]/).map(skill => skill.trim()))].filter(skill => skill !== ''),
})
