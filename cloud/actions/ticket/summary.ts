import { centersOf, listScopesOf } from '../../domain/access/lists'
import { countQueues } from '../../store/ticket/lists'
import { countCalls } from '../../store/survey/call-tasks'
import { countAssigned } from '../../store/ticket/worklist'
import type { Handler } from '../handlers'

const none = { triage: 0, verify: 0, callback: 0, unaccepted: 0, overdue: 0 }

/** Counts for the tabs of the worklist and of the desk; zeros for whoever has neither. */
export const summary: Handler<'ticket', 'summary'> = async ({ centerId }, { runtime, caller }) => {
  const now = runtime.clock.now()
  const scopes = listScopesOf(caller.actor, centerId)
  if (scopes.length === 0) return { toAccept: 0, doing: 0, dueSoon: 0, overdue: 0, queues: none }
  return {
    ...(await countAssigned(runtime.db, centersOf(scopes), caller.actor.id, now)),
    calls: await countCalls(runtime.db, centersOf(scopes), caller.actor.id),
    queues: await countQueues(runtime.db, scopes, now),
  }
}
