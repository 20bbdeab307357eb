import { phoneCell } from '../../domain/organisation/cells'
import { isUniqueViolation } from '../../store/engine/errors'
import { newId } from '../../store/engine/ids'
import { addBindingRequest, countOpenBindings, findRoom, openBinding } from '../../store/organisation/residence'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'

/** Somebody with more rooms than that in one estate is bound by the center itself. */
const mostOpen = 3

/**
 * Says that the caller lives in a room; a clerk decides (D-OR-2).
 * @throws CallError unknownPlace, wrongState where it is so already or has been asked, invalidRequest
 */
export const requestBinding: Handler<'organisation', 'requestBinding'> = async (input, call) => {
  const { runtime, caller } = call
  const { placeId, relation } = input
  const room = await findRoom(runtime.db, placeId)
  if (!room || room.centerId !== input.centerId) throw CallError.field('unknownPlace', 'placeId', '请重新选择房号')
  if (caller.actor.rooms.some(own => own.placeId === placeId)) throw new CallError('wrongState', '您已经绑定了这个房号')
  const phone = input.phone === undefined ? null : phoneCell(input.phone)
  if (phone && 'fault' in phone) throw CallError.field('invalidRequest', 'phone', phone.fault)
  try {
    return await once(
      call,
      { action: 'organisation.requestBinding', centerId: room.centerId, request: input },
      async trx => {
        if ((await countOpenBindings(trx, caller.actor.id)) >= mostOpen)
          throw new CallError('wrongState', '您已有几个房号在等待核对，请先等等，或联系服务中心')
        const requestId = newId()
        await addBindingRequest(trx, {
          requestId,
          centerId: room.centerId,
          personId: caller.actor.id,
          placeId,
          name: input.name.trim(),
          phone: phone?.value ?? null,
          relation,
          at: runtime.clock.now(),
          state: 'open',
          reason: null,
        })
        return { requestId }
      },
    )
  } catch (error) {
    if (isUniqueViolation(error, openBinding)) throw new CallError('wrongState', '这个房号您已经申请过，正在等待核对')
    throw error
  }
}
