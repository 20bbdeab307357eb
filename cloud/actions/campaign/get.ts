import { campaignChannelLabels, keysOf, notAskedLabels } from '../../../types/vocabulary'
import { householdScope } from '../../domain/access/campaigns'
import { isAnswerable } from '../../domain/campaign/life'
import { countHouseholds } from '../../store/campaign/households'
import type { Handler } from '../handlers'
import { byBuilding, trackedOf } from './figures'
import { findFollowed } from './find'

/** One survey, and how far it has come in the households that the caller follows. */
export const get: Handler<'campaign', 'get'> = async ({ campaignId }, call) => {
  const { runtime, caller } = call
  const { campaign, scope } = await findFollowed(call, campaignId, 'followCampaigns', { own: false })
  const counts = await countHouseholds(runtime.db, campaign, scope)
  const sum = (fits: (one: (typeof counts)[number]) => boolean) =>
    counts.reduce((total, one) => total + (fits(one) ? one.count : 0), 0)
  const { centerId, state } = campaign
  const changes = (right: 'runCampaigns' | 'enterCampaignAnswers') =>
    householdScope(caller.actor, right, centerId, { own: true }) !== null
  const now = runtime.clock.now()
  return {
    campaignId,
    kind: campaign.kind,
    state,
    title: campaign.title,
    fromAt: campaign.fromAt,
    untilAt: campaign.untilAt,
    questions: campaign.questions,
    sampleSize: campaign.sampleSize,
    remindAfterDays: campaign.remindAfterDays,
    openedAt: campaign.openedAt,
    seed: campaign.seed,
    frame: campaign.frame,
    all: trackedOf(counts),
    byBuilding: byBuilding(counts).map(({ key, name, counts: here }) => ({ key, name, ...trackedOf(here) })),
    byChannel: Object.fromEntries(
      keysOf(campaignChannelLabels).map(channel => [
        channel,
        sum(one => one.result === 'answered' && one.channel === channel),
      ]),
    ) as Record<keyof typeof campaignChannelLabels, number>,
    notAsked: Object.fromEntries(
      keysOf(notAskedLabels).map(reason => [reason, sum(one => one.notAsked === reason)]),
    ) as Record<keyof typeof notAskedLabels, number>,
    may: {
      edit: state === 'draft' && changes('runCampaigns'),
      remove: (state === 'draft' || state === 'scheduled') && changes('runCampaigns'),
      open: state === 'draft' && changes('runCampaigns') && campaign.untilAt > now && campaign.questions.length > 0,
      enter: isAnswerable(campaign, now) && changes('enterCampaignAnswers'),
      report:
        state === 'closed' && householdScope(caller.actor, 'readCampaignReports', centerId, { own: false }) !== null,
    },
  }
}
