import type { Right } from '../../../types/rights'
import { type HouseholdScope, householdScope } from '../../domain/access/campaigns'
import { centersWith } from '../../domain/access/centers'
import { type Campaign, findCampaign } from '../../store/campaign/campaigns'
import { isId } from '../../store/engine/ids'
import { CallError } from '../call-error'
import { granted } from '../granted'
import type { SignedInCall } from '../runtime'

export interface FoundCampaign {
  readonly campaign: Campaign
  readonly scope: HouseholdScope
}

/**
 * A campaign that the caller follows, and how much of it a right reaches. `own`: by posts in its center only, as for whatever
 * changes something.
 * @throws CallError notFound: none that the caller may know of; forbidden: known, and not theirs to do that with
 */
export async function findFollowed(
  { runtime, caller }: SignedInCall,
  campaignId: string,
  right: Right,
  options: { readonly own: boolean },
): Promise<FoundCampaign> {
  const centers = centersWith(caller.actor, 'followCampaigns')
  const campaign = isId(campaignId) ? await findCampaign(runtime.db, centers, campaignId) : undefined
  if (!campaign) throw new CallError('notFound')
  return { campaign, scope: granted(householdScope(caller.actor, right, campaign.centerId, options)) }
}

/** @throws CallError notFound: gone since it was looked up */
export function stillThere<T>(found: T | undefined): T {
  if (found === undefined) throw new CallError('notFound')
  return found
}
