import { type Refusal, fieldRefusal, refusal } from '../refusal'
import { callsHandedOver } from '../survey/calls'
import { type Assignment, takeOver } from '../routing/route'
import type { CommandOf } from './commands'
import { assignable, routingInput, toPerson } from './decide-routing'
import { type DecideContext, type Outcome, after, isRefusal } from './decision'
import type { TicketEvent } from './events'
import { type Ticket, isOwed, openAssists } from './state'

type HandOver = CommandOf<'handOver'>

/** Whoever was named can't, or the rules know nobody else: which of the two, because only one is the caller's choice. */
const nobody = ({ number }: Ticket, toPersonId: string | null): Refusal =>
  toPersonId === null
    ? refusal('wrongState', `工单 ${number} 按规则没有其他同事可以接手，请另外指定接手的人`)
    : fieldRefusal('unknownPerson', 'toPersonId', '请重新选择接手的人，这位同事不在本中心或不能接单')

const isOf = (holder: Assignment, from: string, { departmentId }: HandOver): boolean =>
  holder.personId === from && (departmentId === null || holder.departmentId === departmentId)

/** The one named, or whoever the rules would ask next: a colleague of the same height will do. */
const successor = (
  ticket: Ticket,
  holder: Assignment,
  toPersonId: string | null,
  except: readonly string[],
  context: DecideContext,
): Assignment | null => {
  if (toPersonId === null) return takeOver(holder, routingInput(ticket, context, except), { level: true })
  const member = assignable(toPersonId, context)
  return member ? toPerson(member, ticket, context) : null
}

const leadOf = (ticket: Ticket, from: string, command: HandOver, context: DecideContext): Outcome => {
  const holder = ticket.assignment
  if (!holder || !isOf(holder, from, command)) return []
  const except = [...ticket.returnedBy, holder.personId]
  const next = successor(ticket, holder, command.toPersonId, except, context)
  if (!next) return nobody(ticket, command.toPersonId)
  if (next.personId === holder.personId) return []
  const why = `${context.actor.name}把${holder.personName}的工单移交给${next.personName}：${command.reason}`
  return [{ type: 'handedOver', assignment: next, route: { rule: '工作移交', why }, reason: command.reason }]
}

/** Whoever leads or helps already can't help once more: then it goes to the next whom the rules name. */
const assistsOf = (
  ticket: Ticket,
  lead: string | undefined,
  from: string,
  command: HandOver,
  context: DecideContext,
): Outcome => {
  const open = openAssists(ticket)
  const busy = new Set([from, ...(lead === undefined ? [] : [lead]), ...open.map(one => one.assignment.personId)])
  const events: TicketEvent[] = []
  for (const { assist, assignment: holder } of open) {
    if (!isOf(holder, from, command)) continue
    const to = command.toPersonId !== null && busy.has(command.toPersonId) ? null : command.toPersonId
    const next = successor(ticket, holder, to, [...busy], context)
    if (!next) return nobody(ticket, to)
    const assignment = { ...next, departmentId: holder.departmentId ?? next.departmentId }
    busy.add(next.personId)
    events.push({ type: 'assistHandedOver', assist, assignment, reason: command.reason })
  }
  return events
}

/** A head of department hands over what is done for it; calls are made for the whole center. */
const callsOf = (ticket: Ticket, from: string, command: HandOver, context: DecideContext): readonly TicketEvent[] =>
  command.departmentId !== null && !isOfDepartment(from, command.departmentId, context)
    ? []
    : callsHandedOver(ticket, { from, to: command.toPersonId, reason: command.reason }, routingInput(ticket, context))

const isOfDepartment = (personId: string, departmentId: string, { directory }: DecideContext): boolean =>
  directory.staff.some(member => member.id === personId && member.departmentId === departmentId)

/**
 * D-RT-7: whatever somebody has, helps with or is to call about goes on, in the state it is in and with its times. Nothing for a ticket
 * the person has nothing to do with (any more), so handing over twice moves nothing twice.
 */
export const decideHandOver = (ticket: Ticket, command: HandOver, context: DecideContext): Outcome => {
  const from = command.fromPersonId ?? ticket.assignment?.personId
  if (from === undefined || !isOwed(ticket)) return []
  const handed = leadOf(ticket, from, command, context)
  if (isRefusal(handed)) return handed
  const [given] = handed
  const lead = given?.type === 'handedOver' ? given.assignment.personId : ticket.assignment?.personId
  const assists = assistsOf(ticket, lead, from, command, context)
  if (isRefusal(assists)) return assists
  const events = [...handed, ...assists]
  // By who has it now: whoever has come to do the work calls nobody about it (D-CB-6).
  return [...events, ...callsOf(after(ticket, events, context), from, command, context)]
}
