import type { ImprovementView } from '../../../types/contract/campaign'
import { ownCentersWith } from '../../domain/access/centers'
import { type Compared, changeOf, comparedOf, reportOf } from '../../domain/campaign/report'
import { type Campaign, campaignsAfter, campaignsByIds } from '../../store/campaign/campaigns'
import { answersOfAll } from '../../store/campaign/households'
import type { Improvement } from '../../store/campaign/improvements'
import { namesByIds } from '../../store/report/overview'
import type { SignedInCall } from '../runtime'

interface Aimed {
  readonly campaign: Campaign
  readonly next: Campaign | null
}

/** Improvements with what the questions they aim at said before, and in the survey after (D-CB-7). */
export async function improvementViews(
  { runtime, caller }: SignedInCall,
  improvements: readonly Improvement[],
): Promise<readonly ImprovementView[]> {
  const { db } = runtime
  const centerIds = [...new Set(improvements.map(({ centerId }) => centerId))]
  const ids = [...new Set(improvements.map(({ campaignId }) => campaignId))]
  const after = await campaignsAfter(db, centerIds, ids)
  const aimed = new Map<string, Aimed>(
    (await campaignsByIds(db, centerIds, ids)).map(campaign => [
      campaign.id,
      { campaign, next: after.get(campaign.id) ?? null },
    ]),
  )
  const shown = [...aimed.values()].flatMap(({ campaign, next }) => (next ? [campaign, next] : [campaign]))
  const answers = await answersOfAll(db, shown)
  /** What one question said as a whole: for that neither buildings nor those who did not answer are needed. */
  const saidIn = (campaign: Campaign, questionId: string | null): Compared | null =>
    comparedOf(
      reportOf(
        campaign.questions.filter(({ id }) => id === questionId),
        answers.get(campaign.id) ?? [],
        { asked: 0, buildings: [] },
      ),
      questionId,
    )
  const names = await namesByIds(db, centerIds, {
    people: improvements.map(({ ownerId }) => ownerId),
    buildings: [],
  })
  const runs = ownCentersWith(caller.actor, 'runCampaigns')
  const now = runtime.clock.now()
  return improvements.flatMap(improvement => {
    const of = aimed.get(improvement.campaignId)
    if (!of) return []
    const { campaign, next } = of
    const { questionId, ownerId, state, dueAt } = improvement
    const before = saidIn(campaign, questionId)
    const later = next && saidIn(next, questionId)
    const then = next && later ? { ...later, title: next.title } : null
    return {
      improvementId: improvement.id,
      campaignId: campaign.id,
      campaignTitle: campaign.title,
      questionId,
      questionWords: campaign.questions.find(({ id }) => id === questionId)?.words ?? null,
      text: improvement.text,
      ownerId,
      ownerName: names.get(ownerId) ?? '',
      dueAt,
      state,
      result: improvement.result,
      overdue: state === 'open' && dueAt <= now,
      maySettle: state === 'open' && (ownerId === caller.actor.id || runs.includes(improvement.centerId)),
      before,
      after: then,
      change: changeOf(before, then),
    }
  })
}
