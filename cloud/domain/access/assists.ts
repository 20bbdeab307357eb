import { type Refusal, refusal } from '../refusal'
import type { Actor } from './actor'
import { type Capacity, type TicketPeople, leads } from './capacities'

/** Who was asked, the head of the department asked, or whoever answers for the ticket above its lead (D-RT-5). */
export const mayFinishAssist = (
  { assignment }: Pick<NonNullable<TicketPeople['assists']>[number], 'assignment'>,
  { centerId }: Pick<TicketPeople, 'centerId'>,
  actor: Actor,
  mine: ReadonlySet<Capacity>,
): boolean =>
  assignment.personId === actor.id ||
  leads(actor, centerId, assignment.departmentId) ||
  mine.has('departmentHead') ||
  mine.has('serviceManager') ||
  mine.has('quality')

export const notYourAssist: Refusal = refusal('forbidden', '请由协办人本人或其部门主管完成')
