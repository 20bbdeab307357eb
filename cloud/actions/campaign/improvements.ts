import { centersWith } from '../../domain/access/centers'
import { listImprovements } from '../../store/campaign/improvements'
import { granted } from '../granted'
import type { Handler } from '../handlers'
import { improvementViews } from './improvement-views'

/** The caller's own, or those of the centers whose reports the caller reads. */
export const improvements: Handler<'campaign', 'improvements'> = async ({ centerId, mine = false }, call) => {
  const { runtime, caller } = call
  if (mine) {
    const own = await listImprovements(runtime.db, { ownerId: caller.actor.id })
    return { items: await improvementViews(call, own) }
  }
  const all = centersWith(caller.actor, 'readCampaignReports')
  const centerIds = granted(centerId === undefined ? all : all.filter(one => one === centerId))
  return { items: await improvementViews(call, await listImprovements(runtime.db, { centerIds })) }
}
