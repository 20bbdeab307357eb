import { householdScope } from '../../domain/access/campaigns'
import { besideBefore } from '../../domain/campaign/report'
import { neighbourOf } from '../../store/campaign/campaigns'
import { listImprovements } from '../../store/campaign/improvements'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { reportFor } from './figures'
import { findFollowed } from './find'
import { improvementViews } from './improvement-views'

/**
 * What a survey says, counted again from the answers each time. Only when it has ended: whoever saw it before and after one more
 * answer would know that answer (D-CB-5).
 */
export const report: Handler<'campaign', 'report'> = async ({ campaignId }, call) => {
  const { runtime, caller } = call
  const { campaign } = await findFollowed(call, campaignId, 'readCampaignReports', { own: false })
  if (campaign.state !== 'closed') throw new CallError('wrongState', '调查结束以后才有报告，免得从变化里看出是谁答的')
  const { tracked, questions } = await reportFor(runtime, campaign)
  const previous = await neighbourOf(runtime.db, campaign, 'before')
  const before = previous ? (await reportFor(runtime, previous)).questions : []
  const { centerId, id } = campaign
  return {
    campaignId,
    kind: campaign.kind,
    state: campaign.state,
    title: campaign.title,
    fromAt: campaign.fromAt,
    untilAt: campaign.untilAt,
    all: tracked,
    response: { count: tracked.answered, of: tracked.asked },
    previous: previous ? { campaignId: previous.id, title: previous.title } : null,
    questions: besideBefore(questions, before),
    improvements: await improvementViews(call, await listImprovements(runtime.db, { centerId, campaignId: id })),
    mayImprove: householdScope(caller.actor, 'runCampaigns', centerId, { own: true }) !== null,
  }
}
