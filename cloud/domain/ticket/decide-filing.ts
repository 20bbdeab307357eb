import { holdsRight } from '../../../types/rights'
import { placesOf } from '../deadline/timers'
import type { Facts } from '../policy/compile/compile'
import { type Refusal, fieldRefusal, refusal } from '../refusal'
import { departmentOf } from '../routing/directory'
import { route } from '../routing/route'
import type { CommandOf, Settled } from './commands'
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

/** Why it can't be recorded and finished in one step; null where it can. */
const unsettled = (filing: Omit<Filed, 'type'>, { result }: Settled, context: DecideContext): Refusal | null => {
  if (filing.recordedBy === null) return fieldRefusal('forbidden', 'settled', '只有工作人员可以登记当场解决的事')
  if (filing.urgency === 'emergency')
    return fieldRefusal('invalidRequest', 'settled', '紧急事项要派人到现场，请正常登记')
  if (filing.anonymous) return fieldRefusal('unfounded', 'settled', '不留姓名的没有办法确认满意，请正常登记')
  return result < context.policy.policy.survey.satisfiedFrom
    ? fieldRefusal('unfounded', 'settled.result', '对方还不满意，请正常登记，会有同事继续处理')
    : null
}

/** D-IN-8: filed, done and closed for now in one breath; the quiet period follows from the satisfaction (D-CB-2a). */
const settledOnSpot = (filing: Omit<Filed, 'type'>, settled: Settled, context: DecideContext): Outcome => {
  const refused = unsettled(filing, settled, context)
  if (refused) return refused
  const member = context.directory.staff.find(
    ({ id, role }) => id === filing.recordedBy && holdsRight(role, 'takeTickets'),
  )
  if (!member) return fieldRefusal('forbidden', 'settled', '您的岗位不接单，请正常登记，由同事处理')
  const { summary, cause, verdict, responsibleParty, result, text = null } = settled
  const departmentId = member.departmentId ?? departmentOf(filing.category, context.policy)
  return [
    { type: 'filed', ...filing },
    {
      type: 'assigned',
      cause: 'dispatched',
      assignment: { personId: member.id, personName: member.name, departmentId },
      route: { rule: '当场解决', why: `${member.name}登记时已经当场解决` },
      requirement: null,
      reason: null,
    },
    { type: 'accepted' },
    {
      type: 'completed',
      summary,
      media: [],
      factor: cause.factor,
      detail: cause.detail ?? null,
      verdict,
      responsibleParty,
      cost: null,
      noPhotoReason: filing.media.length > 0 ? '当场解决' : null,
    },
    { type: 'settledOnSpot', result, text },
    { type: 'quietPeriodStarted', reason: 'settledOnSpot' },
  ]
}

/** Somebody joins a neighbour's matter: what they say is a ticket of its own, which goes on there (D-IN-6, D-HD-8). */
const filedInto = (filed: Filed, { id, number, open }: Target): Outcome =>
  open
    ? [filed, { type: 'merged', into: id, intoNumber: number }]
    : refusal('wrongState', '这件事刚刚有了结果，请您单独反映')

/** Filing routes at once (docs/architecture.md, Stable interfaces): the ticket is dispatched with its first breath, or waits in triage. */
export function decideFiling({ filing, settled, into }: CommandOf<'file'>, context: DecideContext): Outcome {
  if (filing.post && filing.post.readAt > context.now)
    return fieldRefusal('invalidRequest', 'onBehalf.post.readAt', '读数的时间不能晚于现在')
  if (settled) return settledOnSpot(filing, settled, context)
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
