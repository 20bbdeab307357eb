import type { StaffRole } from '../../../types/vocabulary'

interface Post {
  readonly role: StaffRole
  readonly departmentId: string | null
  readonly buildingIds: readonly string[]
  readonly skills: readonly string[]
}

interface Named {
  readonly id: string
  readonly name: string
}

/**
 * Posts as the record of changes keeps them (D-OR-5): with departments and buildings by the names they had then, since a name
 * may be given anew and a place may go.
 */
export function recordedPosts(
  posts: readonly Post[],
  { departments, buildings }: { readonly departments: readonly Named[]; readonly buildings: readonly Named[] },
) {
  const nameIn = (list: readonly Named[], asked: string) => list.find(({ id }) => id === asked)?.name ?? ''
  return posts.map(({ role, departmentId, buildingIds, skills }) => ({
    role,
    department: departmentId === null ? null : nameIn(departments, departmentId),
    buildings: buildingIds.map(id => nameIn(buildings, id)),
    skills: [...skills],
  }))
}
