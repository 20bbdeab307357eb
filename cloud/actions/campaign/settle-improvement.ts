import { ownCentersWith } from '../../domain/access/centers'
import { findImprovement, lockImprovement, writeImprovement } from '../../store/campaign/improvements'
import { isId } from '../../store/engine/ids'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { stillThere } from './find'

/** Says what has come of an improvement: by its owner, or by whoever decides on them in the center. */
export const settleImprovement: Handler<'campaign', 'settleImprovement'> = async (input, call) => {
  const { runtime, caller } = call
  const { improvementId, state, result } = input
  const found = stillThere(isId(improvementId) ? await findImprovement(runtime.db, improvementId) : undefined)
  const { centerId, id } = found
  // Whoever neither owns it nor decides on it need not know that there is such a one.
  if (found.ownerId !== caller.actor.id && !ownCentersWith(caller.actor, 'runCampaigns').includes(centerId))
    throw new CallError('notFound')
  return once(call, { action: 'campaign.settleImprovement', centerId, request: input }, async trx => {
    const improvement = stillThere(await lockImprovement(trx, centerId, id))
    if (improvement.state !== 'open') throw new CallError('wrongState', '这项措施已经有结果了')
    await writeImprovement(trx, {
      ...improvement,
      state,
      result,
      settledAt: runtime.clock.now(),
      settledBy: caller.actor.id,
      nextFireAt: null,
    })
    return { state }
  })
}
