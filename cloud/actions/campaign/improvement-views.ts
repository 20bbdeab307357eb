import type { ImprovementView } from '../../../types/contract/campaign'
import { ownCentersWith } from '../../domain/access/centers'
import { changeOf, comparedOf } from '../../domain/campaign/report'
import { type Campaign, findCampaign, neighbourOf } from '../../store/campaign/campaigns'
import type { Improvement } from '../../store/campaign/improvements'
import { namesByIds } from '../../store/report/overview'
import type { SignedInCall } from '../runtime'
import { type WholeReport, reportFor } from './figures'

interface Aimed {
  readonly campaign: Campaign
  readonly report: WholeReport
  readonly next: { readonly title: string; readonly report: WholeReport } | null
}

/** Improvements with what the questions they aim at said before, and in the survey after (D-CB-7). */
export async function improvementViews(
  { runtime, caller }: SignedInCall,
  improvements: readonly Improvement[],
): Promise<readonly ImprovementView[]> {
  const aimed = new Map<string, Aimed>()
  for (const { centerId, campaignId } of improvements) {
    if (aimed.has(campaignId)) continue
    const campaign = await findCampaign(runtime.db, [centerId], campaignId)
    if (!campaign) continue
    const next = await neighbourOf(runtime.db, campaign, 'after')
    aimed.set(campaignId, {
      campaign,
      report: await reportFor(runtime, campaign),
      next: next ? { title: next.title, report: await reportFor(runtime, next) } : null,
    })
  }
  const names = await namesByIds(runtime.db, [...new Set(improvements.map(({ centerId }) => centerId))], {
    people: improvements.map(({ ownerId }) => ownerId),
    buildings: [],
  })
  const runs = ownCentersWith(caller.actor, 'runCampaigns')
  const now = runtime.clock.now()
  return improvements.flatMap(improvement => {
    const of = aimed.get(improvement.campaignId)
    if (!of) return []
    const { campaign, report, next } = of
    const { questionId, ownerId, state, dueAt } = improvement
    const before = comparedOf(report.questions, questionId)
    const later = next && comparedOf(next.report.questions, questionId)
    const after = next && later ? { ...later, title: next.title } : null
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
      after,
      change: changeOf(before, after),
    }
  })
}
