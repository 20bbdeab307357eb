import type { StaffRole } from '../../../types/vocabulary'

/** A post as it is entered, on a screen or in a spreadsheet; places and departments by whatever names them there. */
export interface EnteredPost {
  readonly role: StaffRole
  readonly department: string | null
  readonly buildings: readonly string[]
}

export interface PostProblem {
  readonly field: 'department' | 'buildings'
  readonly message: string
}

/** What a center has; names by what a post names them by. */
export interface PostSurroundings {
  readonly departments: ReadonlyMap<string, string>
  readonly buildings: ReadonlyMap<string, string>
}

/** Posts that do nothing without it: routing finds a steward by the building, handlers and heads by the department (D-RT-1). */
const needBuildings: readonly StaffRole[] = ['steward']
const needDepartment: readonly StaffRole[] = ['handler', 'departmentHead']

/** What a post could not work with in a center (D-OR-3); empty: nothing. */
export function postProblems(
  { role, department, buildings }: EnteredPost,
  known: PostSurroundings,
): readonly PostProblem[] {
  const problems: PostProblem[] = []
  const add = (field: PostProblem['field'], message: string) => problems.push({ field, message })
  if (department === null) {
    if (needDepartment.includes(role)) add('department', '这个岗位要写部门')
  } else if (!known.departments.has(department))
    add('department', `没有“${department}”这个部门，现有：${[...known.departments.keys()].join('、')}`)
  const unknown = buildings.filter(building => !known.buildings.has(building))
  if (unknown.length > 0) add('buildings', `没有这些楼栋：${unknown.join('、')}`)
  if (buildings.length === 0 && needBuildings.includes(role)) add('buildings', '楼栋管家要写负责的楼栋')
  return problems
}

/** Where among some posts one stands a second time: nobody holds a post twice in a center. -1: nowhere. */
export const firstRepeated = (posts: readonly Pick<EnteredPost, 'role'>[]): number =>
  posts.findIndex((post, index) => posts.findIndex(({ role }) => role === post.role) < index)

/** Posts that somebody has held and is not given again. */
export const rolesGivenUp = (
  held: readonly Pick<EnteredPost, 'role'>[],
  given: readonly Pick<EnteredPost, 'role'>[],
): readonly StaffRole[] => held.flatMap(({ role }) => (given.some(post => post.role === role) ? [] : [role]))
