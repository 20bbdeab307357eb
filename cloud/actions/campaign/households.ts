import { isOfHousehold } from '../../domain/access/campaigns'
import { isAnswerable } from '../../domain/campaign/life'
import { listHouseholds } from '../../store/campaign/households'
import { decodeCursor } from '../../store/ticket/lists'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { findFollowed } from './find'

const defaultLimit = 50

/** Households that the caller may enter answers for. */
export const households: Handler<'campaign', 'households'> = async (input, call) => {
  const { runtime, caller } = call
  const { only, cursor, limit = defaultLimit } = input
  const after = cursor === undefined ? null : decodeCursor(cursor)
  if (cursor !== undefined && !after) throw CallError.field('invalidRequest', 'cursor', '列表已经更新，请下拉刷新')
  const { campaign, scope } = await findFollowed(call, input.campaignId, 'enterCampaignAnswers', { own: true })
  const found = await listHouseholds(runtime.db, campaign, scope, only, { after, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const enterable = only === 'open' && isAnswerable(campaign, runtime.clock.now())
  return {
    items: shown.map(({ sort: _sort, ...household }) => ({
      ...household,
      mayEnter: enterable && !isOfHousehold(caller.actor, household.householdId),
    })),
    nextCursor: found.length > limit && last ? `${last.sort}_${last.householdId}` : null,
  }
}
