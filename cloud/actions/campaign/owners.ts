import { roleLabels } from '../../../types/vocabulary'
import { ownCentersWith } from '../../domain/access/centers'
import { possibleOwners } from '../../domain/access/campaigns'
import { staffOf } from '../../store/people/staff'
import { granted } from '../granted'
import type { Handler } from '../handlers'

/** People of the center who can be given an improvement, each once, with the first of their posts. */
export const owners: Handler<'campaign', 'owners'> = async ({ centerId }, { runtime, caller }) => {
  const own = ownCentersWith(caller.actor, 'runCampaigns')
  const center = granted(own.find(one => centerId === undefined || one === centerId) ?? null)
  const people = possibleOwners(await staffOf(runtime.db, center))
  return { people: people.map(({ personId, name, role }) => ({ id: personId, name, post: roleLabels[role] })) }
}
