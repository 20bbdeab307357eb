import { centersOfCompanyOf } from '../../store/center-store'
import type { Watched } from '../../store/center-queries'
import { CallError } from '../call-error'
import type { Caller, Runtime } from '../runtime'

/**
 * What the caller watches (domain.md §2): quality and supervisors all centers of the company, managers their centers, heads
 * their department of theirs. `centerId`: of it, what is in this center.
 * @throws CallError `forbidden`
 */
export async function watchedBy(
  { db }: Pick<Runtime, 'db'>,
  caller: Caller,
  centerId?: string,
): Promise<readonly Watched[]> {
  const { posts } = caller.actor
  const overall = posts.find(({ role }) => role === 'quality' || role === 'supervisor')
  const whole = new Set(posts.flatMap(({ role, centerId }) => (role === 'serviceManager' ? [centerId] : [])))
  if (overall) for (const centerId of await centersOfCompanyOf(db, overall.centerId)) whole.add(centerId)
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
