import { bindsIn } from '../../domain/access/residence'
import { bindingApproved, bindingDeclined } from '../../domain/organisation/residence-notices'
import { tell } from '../../store/notice/tell'
import { decideBinding, findRoom, lockBinding, nameNewcomer } from '../../store/organisation/residence'
import { newcomerName } from '../caller'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { tellOptions } from '../notify/tell-options'
import { letMoveIn } from './residence'

/**
 * Decides whether somebody is bound to the room they have named, and tells them (D-OR-2). Of two who decide at once the second finds
 * it decided.
 * @throws CallError notFound, wrongState, invalidRequest
 */
export const approveBinding: Handler<'organisation', 'approveBinding'> = async (input, call) => {
  const { runtime, caller } = call
  const { approve, replaces = false, untilDay = null } = input
  const { centerId } = input
  return once(call, { action: 'organisation.approveBinding', centerId, request: input }, async trx => {
    const request = await lockBinding(trx, centerId, input.requestId)
    const room = request && (await findRoom(trx, request.placeId))
    if (!request || !room || !bindsIn(caller.actor, room)) throw new CallError('notFound')
    if (request.state !== 'open') throw new CallError('wrongState', '这条申请刚刚已经处理过了')
    if (request.personId === caller.actor.id) throw new CallError('forbidden', '自己的申请请由同事核对')
    if (untilDay !== null && request.relation !== 'tenant')
      throw CallError.field('invalidRequest', 'untilDay', '只有租户才写租约到期')
    if (replaces && request.relation !== 'owner')
      throw CallError.field('invalidRequest', 'replaces', '只有新业主才能这样选')
    const reason = input.reason?.trim() === '' ? null : (input.reason?.trim() ?? null)
    if (!approve && reason === null) throw CallError.field('invalidRequest', 'reason', '请写明没有通过的原因')
    const at = runtime.clock.now()
    const state = approve ? ('approved' as const) : ('declined' as const)
    await decideBinding(trx, request, { state, reason, by: caller.actor.id, at })
    const { personId, name, relation } = request
    if (approve) {
      await nameNewcomer(trx, personId, name, newcomerName)
      const newcomer = { personId, name, relation, householdId: null, replaces, untilDay }
      await letMoveIn(trx, { runtime, by: caller.actor.id }, room, newcomer)
    }
    const told = approve ? bindingApproved(room.name) : bindingDeclined(room.name, reason)
    await tell(trx, await tellOptions(runtime, trx, centerId), [
      { personId, campaignId: null, ...told, dedupeKey: `binding:${request.requestId}` },
    ])
    return { state }
  })
}
