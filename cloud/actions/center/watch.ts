import type { Watched } from '../../store/report/overview'
import { CallError } from '../call-error'
import type { Caller } from '../runtime'

/**
 * What the caller watches (D-PO-2): quality and supervisors all centers of the company, managers their centers, heads
 * their department of theirs. `centerId`: of it, what is in this center.
 * @throws CallError `forbidden`
 */
export function watchedBy(caller: Caller, centerId?: string): readonly Watched[] {
  const { posts } = caller.actor
  const whole = new Set(
    posts.flatMap(({ role, centerId, reach = [] }) =>
      role === 'serviceManager' || role === 'quality' || role === 'supervisor' ? [centerId, ...reach] : [],
    ),
  )
  const watched: Watched[] = [...whole].map(centerId => ({ centerId, departmentIds: null }))
  const departments = new Map<string, string[]>()
  for (const { role, centerId, departmentId } of posts)
    if (role === 'departmentHead' && departmentId !== null && !whole.has(centerId))
      departments.set(centerId, [...(departments.get(centerId) ?? []), departmentId])
  for (const [centerId, departmentIds] of departments) watched.push({ centerId, departmentIds })
  const asked = centerId === undefined ? watched : watched.filter(part => part.centerId === centerId)
  if (asked.length === 0) throw new CallError('forbidden')
  return asked
}
