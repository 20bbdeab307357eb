import { findCampaign } from '../../store/campaign/campaigns'
import { isId } from '../../store/engine/ids'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { stillThere } from './find'
import { holdUnsettled, keepAnswers } from './settle'

/** Answers for a household that the caller belongs to. */
export const answer: Handler<'campaign', 'answer'> = async (input, call) => {
  const { runtime, caller } = call
  const { campaignId, householdId, answers, anonymous = false } = input
  const room = caller.actor.rooms.find(one => one.householdId === householdId)
  if (!room || !isId(campaignId)) throw new CallError('notFound')
  const { centerId } = room
  const campaign = stillThere(await findCampaign(runtime.db, [centerId], campaignId))
  return once(call, { action: 'campaign.answer', centerId, request: input }, async trx => {
    const now = runtime.clock.now()
    const held = await holdUnsettled(trx, campaign, householdId, now)
    await keepAnswers(trx, held, answers, {
      result: 'answered',
      channel: 'miniProgram',
      enteredBy: null,
      at: now,
      anonymous,
    })
    return { done: true as const }
  })
}
