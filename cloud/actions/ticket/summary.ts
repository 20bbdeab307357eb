import { officeOf } from '../../domain/access/centers'
import { listScopeOf } from '../../domain/access/lists'
import { countQueues } from '../../store/ticket/lists'
import { countAssigned } from '../../store/ticket/worklist'
import type { Handler } from '../handlers'

const none = { triage: 0, verify: 0, callback: 0, unaccepted: 0, overdue: 0 }

/** Counts for the tabs of the worklist and of the desk; zeros for whoever has neither. */
export const summary: Handler<'ticket', 'summary'> = async (_input, { runtime, caller }) => {
  const now = runtime.clock.now()
  const centerId = officeOf(caller.actor)
  if (centerId === null) return { toAccept: 0, doing: 0, dueSoon: 0, overdue: 0, queues: none }
  const scope = listScopeOf(caller.actor, centerId)
  return {
    ...(await countAssigned(runtime.db, caller.person.centerIds, caller.actor.id, now)),
    queues: scope ? await countQueues(runtime.db, scope, now) : none,
  }
}
