import { isOfHousehold, isWithinScope } from '../../domain/access/campaigns'
import { writeOutcome } from '../../store/campaign/households'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { findFollowed } from './find'
import { holdUnsettled, keepAnswers } from './settle'

/** Writes down what a household said on paper, by telephone or at the door, with who wrote it down. */
export const record: Handler<'campaign', 'record'> = async (input, call) => {
  const { runtime, caller } = call
  const { householdId, result, channel, answers, anonymous = false } = input
  const { campaign, scope } = await findFollowed(call, input.campaignId, 'enterCampaignAnswers', { own: true })
  if (isOfHousehold(caller.actor, householdId)) throw new CallError('forbidden', '自己家的请在小程序里填')
  if (result === 'answered' && answers === undefined)
    throw CallError.field('invalidRequest', 'answers', '请至少回答一题')
  if (result !== 'answered' && answers !== undefined)
    throw CallError.field('invalidRequest', 'answers', '没有答复的不用填回答')
  const { centerId } = campaign
  return once(call, { action: 'campaign.record', centerId, request: input }, async trx => {
    const now = runtime.clock.now()
    const held = await holdUnsettled(trx, campaign, householdId, now)
    if (!isWithinScope(scope, held.household.buildingId)) throw new CallError('notFound')
    const outcome = { result, channel, enteredBy: caller.actor.id, at: now }
    if (answers === undefined) await writeOutcome(trx, campaign, householdId, outcome)
    else await keepAnswers(trx, held, answers, { ...outcome, anonymous })
    return { result }
  })
}
