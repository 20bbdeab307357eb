import { type Right, holdsRight } from '../../../types/rights'
import { type Actor, countsIn, postsFor } from './actor'

/** The center that configuration is read or changed in. */
export interface Configured {
  readonly centerId: string
  readonly editable: boolean
}

/** Rights of which any is enough to change something, and the one to read it. */
export interface ConfigurationRights {
  readonly edit: readonly Right[]
  readonly read: Right
}

export const policyRights: ConfigurationRights = { edit: ['editPolicy'], read: 'readPolicy' }
export const staffRights: ConfigurationRights = { edit: ['planCenterStaff', 'planDepartmentStaff'], read: 'readStaff' }

/**
 * The center a call is about: the one it names, else where somebody may change things, else where they may read. Quality
 * and supervisors see the other centers of their company, and change nothing there (D-PO-2). null: no fitting post
 * there, or nowhere.
 */
export function configuredBy(
  actor: Pick<Actor, 'posts'>,
  rights: ConfigurationRights,
  centerId?: string,
): Configured | null {
  const edits = actor.posts.find(
    post => rights.edit.some(right => holdsRight(post.role, right)) && (centerId ?? post.centerId) === post.centerId,
  )
  if (edits) return { centerId: edits.centerId, editable: true }
  const reads = postsFor(actor, rights.read).find(post => countsIn(post, centerId ?? post.centerId))
  return reads ? { centerId: centerId ?? reads.centerId, editable: false } : null
}
