import { takesOff } from '../../domain/access/residence'
import { findRoom, lockRoom, lodgersOf } from '../../store/organisation/residence'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { takeOff } from './residence'

/** Takes somebody off a room: oneself, the family of one's household, or as staff (D-OR-2). @throws CallError notFound */
export const leave: Handler<'organisation', 'leave'> = async (input, call) => {
  const { runtime, caller } = call
  const personId = input.personId ?? caller.actor.id
  const room = await findRoom(runtime.db, input.placeId)
  if (!room) throw new CallError('notFound')
  const { centerId, placeId } = room
  return once(call, { action: 'organisation.leave', centerId, request: input }, async trx => {
    await lockRoom(trx, centerId, placeId)
    const lodgers = (await lodgersOf(trx, centerId, [placeId])).get(placeId) ?? []
    const leaver = lodgers.find(lodger => lodger.personId === personId)
    if (!leaver || !takesOff(caller.actor, room, leaver)) throw new CallError('notFound')
    await takeOff(trx, { runtime, by: caller.actor.id }, room, [leaver])
    return { done: true as const }
  })
}
