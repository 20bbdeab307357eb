import { type Post, countsIn } from '../../domain/access/actor'
import type { CenterScope } from '../../store/ticket/lists'
import type { Caller } from '../runtime'

const seesAll = ['clerk', 'assistant', 'serviceManager', 'quality', 'supervisor'] as const

/** The center whose desk a member of staff works at; null: the caller is no member of staff with tickets to see. */
export function workCenterOf(caller: Caller): string | null {
  const post = caller.actor.posts.find(({ role }) => role !== 'admin' && role !== 'resident')
  return post?.centerId ?? null
}

/** What the caller may list of a center (D-PO-1); null: nothing. An admin sees no ticket unless also something else. */
export function scopeOf(caller: Caller, centerId: string): CenterScope | null {
  const { posts, id } = caller.actor
  const all = posts.some(post => seesAll.some(role => role === post.role) && countsIn(post, centerId))
  if (all) return { centerId, all: true }
  const here: readonly Post[] = posts.filter(post => post.centerId === centerId && post.role !== 'admin')
  if (here.length === 0) return null
  return {
    centerId,
    all: false,
    personId: id,
    departmentIds: here.flatMap(post =>
      post.role === 'steward' || post.departmentId === null ? [] : [post.departmentId],
    ),
    headOf: here.flatMap(post =>
      post.role === 'departmentHead' && post.departmentId !== null ? [post.departmentId] : [],
    ),
    buildingIds: here.flatMap(post => (post.role === 'steward' ? post.buildingIds : [])),
  }
}
