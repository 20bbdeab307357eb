import { holdsRight } from '../../../types/rights'
import { viewerOf } from '../../domain/access/viewer'
import { dateString } from '../../domain/calendar/zone'
import { onLeave } from '../../domain/routing/directory'
import { openCounts, policyFor } from '../../store/place/center'
import { CallError } from '../call-error'
import { visible } from '../granted'
import type { Handler } from '../handlers'
import { centerContextOf } from '../center-context'
import { findTicket } from './find'

/** Who can be given this ticket, with what they carry now; those present and least burdened first. */
export const candidates: Handler<'ticket', 'candidates'> = async ({ ticketId }, call) => {
  const { runtime, caller } = call
  const { ticket } = await findTicket(call, ticketId)
  if (!visible(viewerOf(ticket, caller.actor)).staff) throw new CallError('notFound')
  const { directory } = await centerContextOf(runtime, ticket.centerId)
  const policy = await policyFor(runtime, ticket)
  const takers = directory.staff.filter(member => holdsRight(member.role, 'takeTickets'))
  // Somebody with two posts stands here once, under the one that `dispatch` would take.
  const staff = takers.filter((member, index) => takers.findIndex(({ id }) => id === member.id) === index)
  const open = await openCounts(runtime.db, ticket.centerId, [...new Set(staff.map(member => member.id))])
  const day = dateString(runtime.clock.now())
  const people = staff.map(member => ({
    id: member.id,
    name: member.name,
    role: member.role,
    departmentId: member.departmentId,
    departmentName: member.departmentId === null ? null : policy.departmentName(member.departmentId),
    present: member.present && !onLeave(member, day),
    openTickets: open.get(member.id) ?? 0,
  }))
  people.sort((one, other) => Number(other.present) - Number(one.present) || one.openTickets - other.openTickets)
  return { departments: policy.policy.departments.map(department => ({ ...department })), people }
}
