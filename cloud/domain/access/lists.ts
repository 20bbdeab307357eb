import { type Person, countsIn, postsFor } from './actor'
import { centersWith } from './centers'

/** Which part of a center's tickets somebody may list (D-PO-1). */
export type ListScope =
  | { readonly centerId: string; readonly all: true }
  | {
      readonly centerId: string
      readonly all: false
      readonly personId: string
      readonly departmentIds: readonly string[]
      /** Departments whose head it is: they see what their people help with. */
      readonly headOf: readonly string[]
      readonly buildingIds: readonly string[]
    }

/** What somebody may list of a center; null: nothing. An admin sees no ticket without another post (D-PO-3). */
export function listScopeOf(person: Person, centerId: string): ListScope | null {
  const all = postsFor(person, 'seeCenterTickets').some(post => countsIn(post, centerId))
  if (all) return { centerId, all: true }
  const here = postsFor(person, 'seeTickets').filter(post => post.centerId === centerId)
  if (here.length === 0) return null
  return {
    centerId,
    all: false,
    personId: person.id,
    // A steward answers for buildings and not for what the department does elsewhere.
    departmentIds: here.flatMap(post =>
      post.role === 'steward' || post.departmentId === null ? [] : [post.departmentId],
    ),
    headOf: here.flatMap(post =>
      post.role === 'departmentHead' && post.departmentId !== null ? [post.departmentId] : [],
    ),
    buildingIds: here.flatMap(post => (post.role === 'steward' ? post.buildingIds : [])),
  }
}

/** As `listScopeOf` for the center named, or for every center in which somebody may list anything. */
export const listScopesOf = (person: Person, centerId?: string): readonly ListScope[] =>
  (centerId === undefined ? centersWith(person, 'seeTickets') : [centerId]).flatMap(
    center => listScopeOf(person, center) ?? [],
  )

/** The centers that some scopes are about. */
export const centersOf = (scopes: readonly ListScope[]): readonly string[] => scopes.map(({ centerId }) => centerId)

/** The part of a company that somebody watches: whole centers, or departments of one. */
export interface Watched {
  readonly centerId: string
  /** null: all of the center. */
  readonly departmentIds: readonly string[] | null
}

/**
 * What somebody watches (D-PO-1): quality and supervisors all centers of the company, managers their centers, heads
 * their department of theirs. `centerId`: of it, what is in this center. Empty: nothing.
 */
export function watchedBy(person: Person, centerId?: string): readonly Watched[] {
  const whole = centersWith(person, 'watchCenter')
  const departments = new Map<string, string[]>()
  for (const post of postsFor(person, 'watchDepartment'))
    if (post.departmentId !== null && !whole.includes(post.centerId))
      departments.set(post.centerId, [...(departments.get(post.centerId) ?? []), post.departmentId])
  const watched: readonly Watched[] = [
    ...whole.map(center => ({ centerId: center, departmentIds: null })),
    ...[...departments].map(([center, departmentIds]) => ({ centerId: center, departmentIds })),
  ]
  return centerId === undefined ? watched : watched.filter(part => part.centerId === centerId)
}
