import type { Role } from '../../types/vocabulary'
import { countsIn } from '../domain/access/actor'
import { CallError } from './call-error'
import type { Caller } from './runtime'

/** Which posts may change something, and which may at least read it. */
export interface Rights {
  readonly editors: readonly Role[]
  readonly readers: readonly Role[]
}

/**
 * The center a call is about: the one it names, else where the caller may change things, else where the caller may read.
 * Quality and supervisors see the other centers of their company, and change nothing there (D-PO-2).
 * @throws CallError `forbidden`: no fitting post there, or nowhere
 */
export function postCenterOf(
  caller: Caller,
  { editors, readers }: Rights,
  centerId?: string,
): { readonly centerId: string; readonly editable: boolean } {
  const { posts } = caller.actor
  const edits = posts.find(post => editors.includes(post.role) && (centerId ?? post.centerId) === post.centerId)
  if (edits) return { centerId: edits.centerId, editable: true }
  const reads = posts.find(post => readers.includes(post.role) && countsIn(post, centerId ?? post.centerId))
  if (!reads) throw new CallError('forbidden')
  return { centerId: centerId ?? reads.centerId, editable: false }
}
