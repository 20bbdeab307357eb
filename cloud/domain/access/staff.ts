import { holdsRight } from '../../../types/rights'
import type { Actor, Post } from './actor'

/** A post of somebody whose presence, leave and work is planned. */
export interface PlannedPost {
  readonly centerId: string
  readonly departmentId: string | null
}

/** Where somebody's work may be planned, and how much of it. */
export interface Plan {
  readonly centerId: string
  /** A head plans for one department's work alone; null: the whole center's. */
  readonly departmentId: string | null
}

const plansCenter = (post: Post): boolean => holdsRight(post.role, 'planCenterStaff')

/** The posts by which somebody plans for anybody; with `centerId`, in this center and no other. */
export const planningPosts = (planner: Pick<Actor, 'posts'>, centerId?: string): readonly Post[] =>
  planner.posts.filter(
    post =>
      (plansCenter(post) || holdsRight(post.role, 'planDepartmentStaff')) &&
      (centerId === undefined || post.centerId === centerId),
  )

const plansFor = (own: Post, member: PlannedPost): boolean =>
  own.centerId === member.centerId &&
  (plansCenter(own) || (own.departmentId !== null && own.departmentId === member.departmentId))

/**
 * D-RT-7, D-PO-1: managers and admins plan for everybody of their center, heads for their own department.
 * `own`: the planner's posts; `member`: all posts of whom it is about. null: none of them is the planner's to plan.
 */
export function planOf(own: readonly Post[], member: readonly PlannedPost[]): Plan | null {
  const pairs = member.flatMap(post =>
    own.filter(planner => plansFor(planner, post)).map(planner => ({ planner, post })),
  )
  const wide = pairs.find(({ planner }) => plansCenter(planner))
  const planned = wide ?? pairs[0]
  return planned ? { centerId: planned.post.centerId, departmentId: wide ? null : planned.post.departmentId } : null
}
