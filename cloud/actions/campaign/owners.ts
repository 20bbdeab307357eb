import { roleLabels } from '../../../types/vocabulary'
import { ownCentersWith } from '../../domain/access/centers'
import { mayOwnImprovement } from '../../domain/access/campaigns'
import { staffOf } from '../../store/people/staff'
import { granted } from '../granted'
import type { Handler } from '../handlers'

/** People of the center who can be given an improvement, each once, with the first of their posts. */
export const owners: Handler<'campaign', 'owners'> = async ({ centerId }, { runtime, caller }) => {
  const own = ownCentersWith(caller.actor, 'runCampaigns')
  const center = granted(own.find(one => centerId === undefined || one === centerId) ?? null)
  const posts = (await staffOf(runtime.db, center)).filter(mayOwnImprovement)
  const ids = [...new Set(posts.map(({ personId }) => personId))]
  return {
    people: ids.flatMap(id => {
      const post = posts.find(({ personId }) => personId === id)
      return post ? [{ id, name: post.name, post: roleLabels[post.role] }] : []
    }),
  }
}
