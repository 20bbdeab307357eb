import { configuredBy, staffRights } from '../../domain/access/configuration'
import { planOf, planningPosts } from '../../domain/access/staff'
import { isId } from '../../store/engine/ids'
import { postsOf } from '../../store/people/staff'
import { CallError } from '../call-error'
import { granted } from '../granted'
import type { Caller, Runtime } from '../runtime'

/**
 * The center whose staff the caller sees: the one named, else where the caller plans, else where the caller may read.
 * @throws CallError `forbidden`
 */
export const staffCenterOf = ({ actor }: Caller, centerId?: string) =>
  granted(configuredBy(actor, staffRights, centerId))

/** Somebody whose presence, leave and work the caller may plan, in the center where that is so. */
export interface Planned {
  readonly centerId: string
  readonly personId: string
  /** A head plans for one department's work alone; null: the whole center's. */
  readonly departmentId: string | null
}

/**
 * Whom the caller plans for (D-RT-7); with `centerId`, in this center and no other.
 * @throws CallError `unknownPerson` naming the field: nobody the caller's centers know; `forbidden`: another department's,
 * or a center where the caller plans for nobody
 */
export async function plannedBy(
  runtime: Pick<Runtime, 'db'>,
  { actor }: Caller,
  { personId, centerId }: { readonly personId: string; readonly centerId?: string | undefined },
): Promise<Planned> {
  const own = granted(planningPosts(actor, centerId))
  const posts = isId(personId) ? await postsOf(runtime.db, personId, [...new Set(own.map(post => post.centerId))]) : []
  if (posts.length === 0) throw CallError.field('unknownPerson', 'personId', '请重新选择人员，这位同事不在本中心')
  return { personId, ...granted(planOf(own, posts), '您只能安排本部门的同事') }
}
