import { lockCampaign, writeCampaign } from '../../store/campaign/campaigns'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { findFollowed, stillThere } from './find'
import { sendCampaign } from './send'

/** Sends a survey, or leaves it to the timer where it begins later. Of two who send it at once, the second finds it sent. */
export const open: Handler<'campaign', 'open'> = async (input, call) => {
  const { runtime } = call
  const { centerId, id } = (await findFollowed(call, input.campaignId, 'runCampaigns', { own: true })).campaign
  return once(call, { action: 'campaign.open', centerId, request: input }, async trx => {
    const campaign = stillThere(await lockCampaign(trx, centerId, id, 'change'))
    if (campaign.state !== 'draft') throw new CallError('wrongState', '这份调查已经发出')
    if (campaign.questions.length === 0)
      throw new CallError('wrongState', '还没有题目，请先加一题', { questions: '请先加一题' })
    const now = runtime.clock.now()
    if (campaign.untilAt <= now)
      throw new CallError('wrongState', '结束时间已经过了，请改一改再发', { untilAt: '结束时间已经过了' })
    if (campaign.fromAt <= now) return { state: (await sendCampaign(runtime, trx, campaign)).state }
    await writeCampaign(trx, { ...campaign, state: 'scheduled' })
    return { state: 'scheduled' as const }
  })
}
