import type { Post } from '../../domain/access/actor'
import type { Role } from '../../../types/vocabulary'
import { isId } from '../../store/engine/ids'
import { type StaffPost, postsOf } from '../../store/people/staff'
import { CallError } from '../call-error'
import { postCenterOf } from '../post-center'
import type { Caller, Runtime } from '../runtime'

const planners: readonly Role[] = ['departmentHead', 'serviceManager', 'admin']
const readers: readonly Role[] = ['clerk', 'departmentHead', 'serviceManager', 'quality', 'supervisor', 'admin']

/**
 * The center whose staff the caller sees: the one named, else where the caller plans, else where the caller may read.
 * @throws CallError `forbidden`
 */
export const staffCenterOf = (caller: Caller, centerId?: string) =>
  postCenterOf(caller, { editors: planners, readers }, centerId)

const plansFor = (planner: Post, member: StaffPost): boolean =>
  planner.centerId === member.centerId &&
  (planner.role === 'serviceManager' ||
    planner.role === 'admin' ||
    (planner.role === 'departmentHead' &&
      planner.departmentId !== null &&
      planner.departmentId === member.departmentId))

/** Somebody whose presence, leave and work the caller may plan, in the center where that is so. */
export interface Planned {
  readonly centerId: string
  readonly personId: string
  /** A head plans for one department's work alone; null: the whole center's. */
  readonly departmentId: string | null
}

/**
 * D-RT-7, docs/rules.md, Posts: managers and admins plan for everybody of their center, heads for their own department.
 * `centerId`: in this center and no other.
 * @throws CallError `unknownPerson` naming the field: nobody the caller's centers know; `forbidden`: another department's,
 * or a center where the caller plans for nobody
 */
export async function plannedBy(
  runtime: Pick<Runtime, 'db'>,
  caller: Caller,
  { personId, centerId }: { readonly personId: string; readonly centerId?: string | undefined },
): Promise<Planned> {
  const own = caller.actor.posts.filter(
    post => planners.includes(post.role) && (centerId === undefined || post.centerId === centerId),
  )
  if (own.length === 0) throw new CallError('forbidden')
  const posts = isId(personId) ? await postsOf(runtime.db, personId, [...new Set(own.map(post => post.centerId))]) : []
  if (posts.length === 0) throw CallError.field('unknownPerson', 'personId', '请重新选择人员，这位同事不在本中心')
  const pairs = posts.flatMap(member =>
    own.filter(planner => plansFor(planner, member)).map(planner => ({ planner, member })),
  )
  const wide = pairs.find(({ planner }) => planner.role !== 'departmentHead')
  const planned = wide ?? pairs[0]
  if (!planned) throw new CallError('forbidden', '您只能安排本部门的同事')
  return { centerId: planned.member.centerId, personId, departmentId: wide ? null : planned.member.departmentId }
}
