import { lockCampaign, removeCampaign } from '../../store/campaign/campaigns'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { findFollowed, stillThere } from './find'

/** Throws a survey away that nobody has been asked for; one that waits for its day too. */
export const remove: Handler<'campaign', 'remove'> = async (input, call) => {
  const { centerId, id } = (await findFollowed(call, input.campaignId, 'runCampaigns', { own: true })).campaign
  return once(call, { action: 'campaign.remove', centerId, request: input }, async trx => {
    const { state } = stillThere(await lockCampaign(trx, centerId, id, 'change'))
    if (state !== 'draft' && state !== 'scheduled') throw new CallError('wrongState', '已经发出去的调查不能删除')
    await removeCampaign(trx, { centerId, id })
    return { done: true as const }
  })
}
