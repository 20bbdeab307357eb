import { centersWith, ownCentersWith } from '../../domain/access/centers'
import { listCampaigns } from '../../store/campaign/campaigns'
import { granted } from '../granted'
import type { Handler } from '../handlers'

/** Surveys of the caller's centers, or of one of them. */
export const list: Handler<'campaign', 'list'> = async ({ centerId }, { runtime, caller }) => {
  const all = centersWith(caller.actor, 'followCampaigns')
  const centers = granted(centerId === undefined ? all : all.filter(one => one === centerId))
  const found = await listCampaigns(runtime.db, centers)
  const mayDrawUp = ownCentersWith(caller.actor, 'runCampaigns').some(one => centers.includes(one))
  return {
    items: found.map(({ id, kind, state, title, fromAt, untilAt, asked, answered }) => ({
      campaignId: id,
      kind,
      state,
      title,
      fromAt,
      untilAt,
      asked,
      answered,
    })),
    mayDrawUp,
  }
}
