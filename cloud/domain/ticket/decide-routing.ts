import { isLessSevere } from '../../../types/order'
import { holdsRight } from '../../../types/rights'
import { roleLabels } from '../../../types/vocabulary'
import { factsOf } from '../deadline/timers'
import { fieldRefusal, refusal } from '../refusal'
import { chooseByLevel } from '../routing/choose'
import { type Directory, type StaffMember, departmentOf, holdersOf } from '../routing/directory'
import { type Assignment, type RoutingInput, nextCandidate, route, routeToDepartment } from '../routing/route'
import type { CommandOf } from './commands'
import type { DecideContext, Outcome } from './decision'
import type { AssignmentCause, TicketEvent } from './events'
import type { Ticket } from './state'

type RoutingCommand = CommandOf<'triage' | 'reclassify' | 'dispatch' | 'return' | 'transfer' | 'escalate'>

export const routingInput = (ticket: Ticket, context: DecideContext, except: readonly string[] = []): RoutingInput => ({
  policy: context.policy,
  directory: context.directory,
  workloads: context.workloads,
  facts: factsOf(ticket),
  at: context.now,
  except,
})

const assigned = (
  cause: AssignmentCause,
  assignment: Assignment,
  why: string,
  extra: { readonly rule?: string; readonly requirement?: string | null; readonly reason?: string | null } = {},
): TicketEvent => ({
  type: 'assigned',
  cause,
  assignment,
  route: { rule: extra.rule ?? '人工指派', why },
  requirement: extra.requirement ?? null,
  reason: extra.reason ?? null,
})

/** Everybody a ticket can be given to. */
export const takersIn = (directory: Directory): readonly StaffMember[] =>
  directory.staff.filter(member => holdsRight(member.role, 'takeTickets'))

export const assignable = (id: string, context: DecideContext): StaffMember | undefined =>
  takersIn(context.directory).find(member => member.id === id)

export const toPerson = (member: StaffMember, ticket: Ticket, context: DecideContext): Assignment => ({
  personId: member.id,
  personName: member.name,
  departmentId: member.departmentId ?? ticket.assignment?.departmentId ?? departmentOf(ticket.category, context.policy),
})

const by = (context: DecideContext): string => context.actor.name

const dispatch = (ticket: Ticket, command: CommandOf<'dispatch'>, context: DecideContext): Outcome => {
  const requirement = command.requirement ?? null
  if (command.assigneeId !== undefined) {
    const member = assignable(command.assigneeId, context)
    if (!member) return fieldRefusal('unknownPerson', 'assigneeId', '请重新选择人员，这位同事不在本中心')
    const why = `${by(context)}指派给${roleLabels[member.role]}${member.name}`
    return [assigned('dispatched', toPerson(member, ticket, context), why, { requirement })]
  }
  if (command.departmentId !== undefined) {
    const known = context.policy.policy.departments.some(department => department.id === command.departmentId)
    const assignment = known ? routeToDepartment(command.departmentId, routingInput(ticket, context)) : null
    if (!assignment) return fieldRefusal('unknownPerson', 'departmentId', '请重新选择部门，这个部门现在没有人可以接单')
    const name = context.policy.departmentName(command.departmentId)
    return [
      assigned('dispatched', assignment, `${by(context)}派到${name}，由${assignment.personName}负责`, { requirement }),
    ]
  }
  const chosen = route(routingInput(ticket, context))
  if (chosen.assignment)
    return [assigned('dispatched', chosen.assignment, chosen.why, { rule: chosen.rule, requirement })]
  const department = departmentOf(ticket.category, context.policy)
  const fallback = department === null ? null : routeToDepartment(department, routingInput(ticket, context))
  if (!fallback) return fieldRefusal('unknownPerson', 'assigneeId', '没有规则适用，请选择部门或人员')
  return [
    assigned('dispatched', fallback, `类别的主责部门，由${fallback.personName}负责`, { rule: '主责部门', requirement }),
  ]
}

/** D-IN-3, D-AC-2: what is between neighbours is followed by nobody but the filer. */
const unsharedAs = ({ household }: Ticket, category: string, { policy }: DecideContext): { unshared?: true } =>
  household !== undefined && policy.category(category)?.neighbourDispute === true ? { unshared: true } : {}

/** D-CL-3: counting as less severe than before needs a reason; a correction always has one. A try without is a finding. */
const triage = (ticket: Ticket, command: CommandOf<'triage'>, context: DecideContext): Outcome => {
  if (!context.policy.category(command.category)) return fieldRefusal('unknownCategory', 'category', '请重新选择类别')
  const { category, urgency, severity = ticket.severity, reason = null } = command
  if (isLessSevere(severity, ticket.severity) && reason === null)
    return { ...fieldRefusal('invalidRequest', 'reason', '严重程度降低时，请写明原因'), finding: 'silentLowering' }
  return [{ type: 'triaged', category, urgency, severity, reason, ...unsharedAs(ticket, category, context) }]
}

/** D-CL-6: a new class may belong to somebody else; whoever has already taken it keeps it until somebody transfers. */
export const reclassify = (ticket: Ticket, command: CommandOf<'reclassify'>, context: DecideContext): Outcome => {
  if (!context.policy.category(command.category)) return fieldRefusal('unknownCategory', 'category', '请重新选择类别')
  const { category, urgency, reason } = command
  const severity = command.severity ?? ticket.severity
  const event: TicketEvent = {
    type: 'reclassified',
    category,
    urgency,
    severity,
    reason,
    ...unsharedAs(ticket, category, context),
  }
  if (ticket.state !== 'dispatched') return [event]
  const chosen = route(routingInput({ ...ticket, category, urgency, severity }, context))
  if (!chosen.assignment || chosen.assignment.personId === ticket.assignment.personId) return [event]
  return [event, assigned('dispatched', chosen.assignment, chosen.why, { rule: chosen.rule, reason })]
}

/** Who is asked next when it is handed back (D-RT-3): nobody who has handed it back already. null: there is nobody. */
export const returnedTo = (ticket: Ticket, context: DecideContext): Assignment | null => {
  const except = [...ticket.returnedBy, ...(context.actor.id === null ? [] : [context.actor.id])]
  return nextCandidate(ticket.assignment?.departmentId ?? null, routingInput(ticket, context, except))
}

/** Who takes what a center cannot solve (D-HD-4): quality, else the manager; not whoever has it. null: there is nobody. */
export const escalatedTo = (ticket: Ticket, context: DecideContext): StaffMember | null => {
  const except = ticket.assignment === null ? [] : [ticket.assignment.personId]
  const levels = [holdersOf(context.directory, 'quality', null), holdersOf(context.directory, 'serviceManager', null)]
  return chooseByLevel(levels, routingInput(ticket, context, except))
}

/** Triage, dispatch and every change of hands (D-RT-1 … D-RT-4, D-HD-4). */
export function decideRouting(ticket: Ticket, command: RoutingCommand, context: DecideContext): Outcome {
  switch (command.command) {
    case 'triage':
      return triage(ticket, command, context)
    case 'reclassify':
      return reclassify(ticket, command, context)
    case 'dispatch':
      return dispatch(ticket, command, context)
    case 'return': {
      const next = returnedTo(ticket, context)
      // The table has asked for somebody (`nextInLine`).
      if (!next) return refusal('wrongState')
      const why = `${by(context)}退单：${command.reason}，转由${next.personName}负责`
      return [assigned('returned', next, why, { rule: '退单顺延', reason: command.reason })]
    }
    case 'transfer': {
      const member = assignable(command.assigneeId, context)
      if (!member) return fieldRefusal('unknownPerson', 'assigneeId', '请重新选择人员，这位同事不在本中心')
      if (member.id === ticket.assignment?.personId)
        return fieldRefusal('unknownPerson', 'assigneeId', '这张工单已经在这位同事手上')
      const why = `${by(context)}转给${roleLabels[member.role]}${member.name}：${command.reason}`
      return [assigned('transferred', toPerson(member, ticket, context), why, { reason: command.reason })]
    }
    case 'escalate': {
      const above = escalatedTo(ticket, context)
      // The table has asked for somebody (`someoneAbove`).
      if (!above) return refusal('wrongState')
      const assignment = {
        personId: above.id,
        personName: above.name,
        departmentId: ticket.assignment?.departmentId ?? null,
      }
      const why = `${by(context)}上报${roleLabels[above.role]}：${command.reason}`
      return [assigned('escalated', assignment, why, { rule: '上报', reason: command.reason })]
    }
  }
}
