import { invitesAs } from '../../domain/access/residence'
import { addInvitation, findRoom } from '../../store/organisation/residence'
import { settingOrFirst } from '../../store/system/setting'
import { randomBytes } from 'node:crypto'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { codeOf, hashOfCode } from './invitation-code'

/** A week: long enough to be passed on. ms. */
const lifeMs = 7 * 86_400_000

const secretKey = 'organisation.invitationSecret'

/**
 * Makes a code by which one person binds to a room. Staff invite anybody, the head of a household their family (D-OR-2).
 * @throws CallError notFound: no such room, or not theirs to invite into; invalidRequest
 */
export const invite: Handler<'organisation', 'invite'> = async (input, call) => {
  const { runtime, caller } = call
  const { relation, untilDay = null, replaces = false, idempotencyKey } = input
  const room = await findRoom(runtime.db, input.placeId)
  const as = room ? invitesAs(caller.actor, room, relation) : null
  if (!room || as === null) throw new CallError('notFound')
  if (untilDay !== null && relation !== 'tenant')
    throw CallError.field('invalidRequest', 'untilDay', '只有租户才写租约到期')
  if (replaces && (relation !== 'owner' || as !== 'staff'))
    throw CallError.field('invalidRequest', 'replaces', '只有服务中心邀请新业主时才能这样选')
  const secret = await settingOrFirst(runtime.db, secretKey, randomBytes(32).toString('base64url'))
  // Not part of the kept answer: nothing that is stored binds anybody.
  const code = codeOf(caller.actor.id, idempotencyKey, String(secret))
  const { centerId } = room
  const made = await once(call, { action: 'organisation.invite', centerId, request: input }, async trx => {
    const madeAt = runtime.clock.now()
    const expiresAt = madeAt + lifeMs
    await addInvitation(trx, {
      codeHash: hashOfCode(code),
      centerId,
      placeId: room.placeId,
      relation,
      householdId: as === 'staff' ? null : as.householdId,
      replaces,
      untilDay,
      madeBy: caller.actor.id,
      madeAt,
      expiresAt,
    })
    return { place: room.name, expiresAt }
  })
  return { ...made, code }
}
