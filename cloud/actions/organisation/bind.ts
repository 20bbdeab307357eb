import { findRoom, nameNewcomer, takeInvitation } from '../../store/organisation/residence'
import { countTry } from '../../store/system/query-tries'
import { newcomerName } from '../caller'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { hashOfCode } from './invitation-code'
import { letMoveIn } from './residence'

const perPerson = { most: 20, within: 60 * 60_000 }

/** Binds the caller to the room of an invitation. @throws CallError notFound: unknown, used or too old; rateLimited */
export const bind: Handler<'organisation', 'bind'> = async (input, call) => {
  const { runtime, caller } = call
  const { db, clock, wallClock } = runtime
  const { id: personId } = caller.actor
  const nameless = caller.actor.name === newcomerName
  const name = nameless ? (input.name?.trim() ?? newcomerName) : caller.actor.name
  if (!(await countTry(db, `bind:${personId}`, perPerson, wallClock.now()))) throw new CallError('rateLimited')
  // Which center it is about is known only by the code; the caller's own id keeps the key apart.
  return once(call, { action: 'organisation.bind', centerId: personId, request: input }, async trx => {
    const invitation = await takeInvitation(trx, hashOfCode(input.code), personId, clock.now())
    const room = invitation && (await findRoom(trx, invitation.placeId))
    if (!invitation || !room)
      throw CallError.field('notFound', 'code', '邀请码不对，或者已经用过、过期了，请向邀请您的人再要一个')
    if (nameless) await nameNewcomer(trx, personId, name, newcomerName)
    await letMoveIn(trx, { runtime, by: personId }, room, { ...invitation, personId, name })
    return { placeId: room.placeId, place: room.name }
  })
}
