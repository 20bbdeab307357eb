import { inTransaction } from '../../store/engine/transaction'
import { becomeEntered, isBlank, lockProvenPhone, lockUnclaimed, takeOver } from '../../store/people/claim'
import { personById } from '../../store/people/person'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'

/**
 * Makes the caller and somebody who was entered under the caller's own number one person (D-OR-2). Of two who claim one entry at once,
 * the second finds it claimed.
 * @throws CallError notFound: nobody of that number; wrongState: an account in use can't take over a post, whose work is under another name
 */
export const claim: Handler<'account', 'claim'> = async ({ personId }, { runtime, caller }) => {
  const accountId = caller.actor.id
  const at = runtime.clock.now()
  return inTransaction(runtime.db, async trx => {
    const phone = await lockProvenPhone(trx, accountId)
    const entered = phone === null ? [] : await lockUnclaimed(trx, phone, accountId)
    const chosen = entered.find(one => one.personId === personId)
    const known = chosen && (await personById(trx, chosen.personId))
    if (!known) throw new CallError('notFound', '没有找到，请联系服务中心核对登记的手机号')
    if (await isBlank(trx, accountId)) await becomeEntered(trx, accountId, known.id, at)
    else if (known.posts.length > 0 || known.administers !== null)
      throw new CallError('wrongState', '这个微信已经在用了，工作岗位请让管理员改到您现在的账号上')
    else await takeOver(trx, accountId, known.id, at)
    return { rooms: known.rooms.map(({ name }) => name) }
  })
}
