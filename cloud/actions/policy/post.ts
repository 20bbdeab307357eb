import type { Role } from '../../../types/vocabulary'
import { CallError } from '../call-error'
import type { Caller } from '../runtime'

const readers: readonly Role[] = ['departmentHead', 'serviceManager', 'quality', 'supervisor', 'admin']
const writers: readonly Role[] = ['serviceManager', 'quality']

/**
 * The center whose policy the caller works on: where the caller may change it, else where the caller may read it.
 * @throws CallError `forbidden`
 */
export function policyCenterOf(caller: Caller): { readonly centerId: string; readonly editable: boolean } {
  const { posts } = caller.actor
  const post = posts.find(({ role }) => writers.includes(role)) ?? posts.find(({ role }) => readers.includes(role))
  if (!post) throw new CallError('forbidden')
  return { centerId: post.centerId, editable: writers.includes(post.role) }
}
