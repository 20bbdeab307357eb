import { recordedPosts } from '../../domain/organisation/recorded-posts'
import { recordChange } from '../../store/organisation/changes'
import { buildingsOf, lockCenterForImport, registeredPosts, removePosts } from '../../store/organisation/registers'
import { endSessionsOf } from '../../store/people/session'
import { directoryChanged, forgetPlans, openTicketsOf } from '../../store/people/staff'
import { findCenter, policyDocumentOf } from '../../store/place/center'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { centerOfCall } from './organised'

/**
 * Takes a leaver's posts in a center, and ends every session: posts are read anew with every call, so that nothing is left open
 * (D-OR-3). The person stays in all that was ever done.
 * @throws CallError notFound, wrongState while there is work to hand over (D-RT-7)
 */
export const removeStaff: Handler<'organisation', 'removeStaff'> = async (input, call) => {
  const { runtime, caller } = call
  const { companyId, centerId } = centerOfCall(call, input.centerId)
  const at = runtime.clock.now()
  return once(call, { action: 'organisation.removeStaff', centerId, request: input }, async trx => {
    if (!(await lockCenterForImport(trx, companyId, centerId))) throw new CallError('notFound')
    const posts = (await registeredPosts(trx, centerId)).filter(({ personId }) => personId === input.personId)
    const [leaver] = posts
    if (!leaver) throw new CallError('notFound')
    const open = await openTicketsOf(trx, { centerId, personId: leaver.personId })
    if (open.length > 0) throw new CallError('wrongState', `${leaver.name}手上还有 ${open.length} 张工单，请先交接`)
    await removePosts(
      trx,
      centerId,
      leaver.personId,
      posts.map(({ role }) => role),
    )
    await forgetPlans(trx, { centerId, personId: leaver.personId })
    await endSessionsOf(trx, leaver.personId)
    await directoryChanged(trx, centerId)
    const center = await findCenter(trx, centerId)
    const { departments } = await policyDocumentOf(trx, centerId, center?.policyVersion ?? 1)
    const buildings = await buildingsOf(trx, centerId)
    await recordChange(trx, {
      companyId,
      at,
      personId: caller.actor.id,
      centerId,
      subject: 'staff',
      what: 'removed',
      name: leaver.name,
      before: recordedPosts(posts, { departments, buildings }),
    })
    return { done: true as const }
  })
}
