import { placesOf } from '../deadline/timers'
import type { Facts } from '../policy/compile/compile'
import { route } from '../routing/route'
import { refusal } from '../refusal'
import type { CommandOf } from './commands'
import type { DecideContext, Outcome, Target } from './decision'
import type { Filed } from './events'

/** What the rules are asked about a matter that is only being filed. */
export const factsOfFiling = (filing: Omit<Filed, 'type'>): Facts => ({
  kind: filing.kind,
  urgency: filing.urgency,
  severity: 'ordinary',
  channel: filing.channel,
  category: filing.category,
  buildingId: filing.buildingId,
  placeIds: filing.placePath ?? placesOf(filing),
  centerId: filing.centerId,
  anonymous: filing.anonymous,
  keyCustomer: filing.keyCustomer ?? false,
})

/** Somebody joins a neighbour's matter: what they say is a ticket of its own, which goes on there (D-IN-6, D-HD-8). */
const filedInto = (filed: Filed, { id, number, open }: Target): Outcome =>
  open
    ? [filed, { type: 'merged', into: id, intoNumber: number }]
    : refusal('wrongState', '这件事刚刚有了结果，请您单独反映')

/** Filing routes at once (docs/architecture.md, Stable interfaces): the ticket is dispatched with its first breath, or waits in triage. */
export function decideFiling({ filing, into }: CommandOf<'file'>, context: DecideContext): Outcome {
  const filed: Filed = { type: 'filed', ...filing }
  if (into) return filedInto(filed, into)
  const chosen = route({
    policy: context.policy,
    directory: context.directory,
    workloads: context.workloads,
    facts: factsOfFiling(filing),
    at: context.now,
  })
  if (!chosen.assignment) return [filed]
  const { rule, why, assignment } = chosen
  return [
    filed,
    { type: 'assigned', cause: 'routed', assignment, route: { rule, why }, requirement: null, reason: null },
  ]
}
