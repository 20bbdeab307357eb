import { route } from '../routing/route'
import type { DecideContext, Outcome } from './decision'
import type { Filed } from './events'

/** Filing routes at once (design.md, Main actions): the ticket is dispatched with its first breath, or waits in triage. */
export function decideFiling(filing: Omit<Filed, 'type'>, context: DecideContext): Outcome {
  const filed: Filed = { type: 'filed', ...filing }
  const chosen = route({
    policy: context.policy,
    directory: context.directory,
    loads: context.loads,
    facts: {
      kind: filing.kind,
      urgency: filing.urgency,
      severity: 'ordinary',
      channel: filing.channel,
      category: filing.category,
      buildingId: filing.buildingId,
      anonymous: filing.anonymous,
    },
    at: context.now,
  })
  if (!chosen.assignment) return [filed]
  const { rule, why, assignment } = chosen
  return [
    filed,
    { type: 'assigned', cause: 'routed', assignment, route: { rule, why }, requirement: null, reason: null },
  ]
}
