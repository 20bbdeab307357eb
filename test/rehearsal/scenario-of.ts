import { toIso } from '../../cloud/domain/calendar/zone'
import type { Policy } from '../../cloud/domain/policy/model/policy'
import type { StaffMember } from '../../cloud/domain/routing/directory'
import type { EventType, Recorded } from '../../cloud/domain/ticket/events'

interface Command {
  readonly do: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Written by a command in whose decision something else came first, and so not asked for by itself. */
const follows = (recorded: Recorded, before: Recorded | undefined, ...types: EventType[]): boolean =>
  before !== undefined &&
  before.at === recorded.at &&
  before.actorId === recorded.actorId &&
  types.includes(before.event.type)

const without = <T extends object, K extends keyof T>(value: T, ...keys: K[]): Omit<T, K> => {
  const rest = { ...value }
  for (const key of keys) delete rest[key]
  return rest
}

/** What somebody must have asked for; null for what followed by itself. */
function commandOf(recorded: Recorded, before: Recorded | undefined): Command | null {
  const { event } = recorded
  const said = (command: string, data: object = {}): Command => ({ do: command, data: { ...data } })
  switch (event.type) {
    case 'filed':
      return said('file', {
        kind: event.kind,
        channel: event.channel,
        urgency: event.urgency,
        category: event.category,
        building: event.buildingId,
        place: event.placeId,
        center: event.centerId,
        text: event.text,
        anonymous: event.anonymous,
        recordedBy: event.recordedBy,
        filer: event.filerId,
        reachable: event.reachable,
        callbackDeclined: event.callbackDeclined,
        ...(event.expectation === null ? {} : { expectation: event.expectation }),
      })
    case 'triaged': {
      const { reason, ...classification } = without(event, 'type')
      return said('triage', { ...classification, ...(reason === null ? {} : { reason }) })
    }
    case 'reclassified':
      return said('reclassify', without(event, 'type'))
    case 'declined':
      return said('decline', without(event, 'type'))
    case 'assigned': {
      const { cause, assignment, reason, route } = event
      if (cause === 'dispatched')
        return follows(recorded, before, 'reclassified')
          ? null
          : said('dispatch', route.rule === '人工指派' ? { assigneeId: assignment.personId } : {})
      if (cause === 'returned') return said('return', { reason })
      if (cause === 'transferred') return said('transfer', { assigneeId: assignment.personId, reason })
      return cause === 'escalated' ? said('escalate', { reason }) : null
    }
    case 'accepted':
      return said('accept')
    case 'replied':
      return said('reply', { text: event.text })
    case 'noted':
      return said('note', { text: event.text })
    case 'proposed':
      return said('propose', without(event, 'type', 'byManager'))
    case 'siteChecked':
      return said('inspect', { findings: event.findings })
    case 'proposalAgreed':
      return said('agree')
    case 'proposalCountered':
      return said('counter', { text: event.text })
    case 'held':
      return said('hold', { reason: event.reason, until: event.until })
    case 'resumed':
      return event.due || follows(recorded, before, 'supplemented') ? null : said('resume')
    case 'completed': {
      const { summary, factor, verdict, responsibleParty } = event
      return said('complete', { summary, cause: { factor }, verdict, responsibleParty })
    }
    case 'verified':
      return said('verify')
    case 'verificationRejected':
      return said('reject', { text: event.text })
    case 'urged':
      return said('urge', event.text === null ? {} : { text: event.text })
    case 'supplemented':
      return said('supplement', { text: event.text })
    case 'withdrawn':
    case 'complainantWithdrew':
      return said('withdraw')
    case 'reopened':
      return follows(recorded, before, 'surveyAnswered', 'callbackAttempted')
        ? null
        : said('reopen', { reason: event.reason, ...(event.dissatisfied ? {} : { ownInitiative: true }) })
    case 'remedyChosen': {
      const { kind, text, sum } = event
      return said('remedy', { kind, text, ...(sum === null ? {} : { sum }) })
    }
    case 'remedyDecided':
      return said('decideRemedy', { decision: event.decision, ...(event.text === null ? {} : { text: event.text }) })
    case 'supervised':
      return said('supervise', { text: event.text })
    case 'supervisionAnswered':
      return said('answerSupervision', { text: event.text, ...(event.order === null ? {} : { order: event.order }) })
    case 'exempted':
      // By rule, and no step of anybody.
      return follows(recorded, before, 'callbackAttempted') || event.reason === 'askedEnough'
        ? null
        : said('exempt', { reason: event.reason, text: event.text ?? '说明' })
    case 'surveyAnswered': {
      const { reception, measures, result, solved, reasons } = event.answers
      const ratings = { reception: reception ?? result, measures: measures ?? result, result, solved, reasons }
      return event.by === 'complainant'
        ? said('answerSurvey', ratings)
        : said('recordCallback', { result: 'answered', answers: ratings })
    }
    case 'callbackAttempted':
      return event.result === 'answered' ? null : said('recordCallback', { result: event.result })
    case 'archived':
      return said('archive')
    default:
      return null
  }
}

export interface Remembered {
  readonly name: string
  readonly history: readonly Recorded[]
}

/** What people did, as a scenario file: nothing in it says what the clock or the rules made of it. */
export function scenarioOf(
  tickets: readonly Remembered[],
  policy: Policy,
  staff: readonly StaffMember[],
  until: number,
): string {
  const steps = tickets.flatMap(({ name, history }) =>
    history.flatMap((recorded, index) => {
      const command = commandOf(recorded, history[index - 1])
      if (!command) return []
      const by = recorded.actorId === null ? {} : { by: recorded.actorId }
      return [{ at: toIso(recorded.at), ticket: name, ...by, ...command }]
    }),
  )
  return JSON.stringify({
    policy,
    staff: staff.map(member => ({
      id: member.id,
      name: member.name,
      posts: [member.role],
      buildings: member.buildingIds,
      department: member.departmentId,
      skills: member.skills,
      present: member.present,
      leave: member.leave.map(({ from, to }) => [from, to]),
      duty: member.rosterShifts.map(({ from, to }) => [toIso(from), toIso(to)]),
    })),
    steps,
    until: toIso(until),
  })
}
