import { placeForStaff } from '../../domain/access/places'
import { saidIn } from '../../domain/access/said'
import type { ParticipantChanges } from '../../domain/effects/participants'
import { type Timer, nextFireAt } from '../../domain/deadline/timers'
import { filerIdOf } from '../../domain/ticket/complainants'
import { specialListsOf } from '../../domain/special/lists'
import { workItemOf } from '../../domain/workload/workload'
import type { TicketEvent } from '../../domain/ticket/events'
import type { Chained } from '../../domain/ticket/hash-chain'
import { type Ticket, assignedAtOf, closedAtOf, helpersOf } from '../../domain/ticket/state'
import type { Columns } from '../engine/bulk'
import { toJson } from '../engine/json'
import { gramsOf } from '../../domain/incident/grams'

/** What a decision writes into which table: rows made from the decided ticket, and the types they are sent as. */

/** `next_due_at` of a ticket without a running deadline: sorts after everything (9999-12-31). */
export const noDue = 253_402_300_799_999

/** What is searched by beside what was said, as staff may know it (D-IN-3). */
const searchText = (ticket: Ticket): string => `${ticket.number} ${placeForStaff(ticket).name}`

export const ticketColumns = (ticket: Ticket, due: Timer | null, headHash: string) => {
  return {
    version: ticket.version,
    state: ticket.state,
    kind: ticket.kind,
    urgency: ticket.urgency,
    severity: ticket.severity,
    category_id: ticket.category,
    department_id: ticket.assignment?.departmentId ?? null,
    assignee_id: ticket.assignment?.personId ?? null,
    assigned_at: assignedAtOf(ticket),
    workload: workItemOf(ticket).weight,
    helper_ids: JSON.stringify(helpersOf(ticket)),
    special: JSON.stringify(specialListsOf(ticket)),
    household_id: ticket.household ?? null,
    updated_at: ticket.updatedAt,
    next_due_at: due?.dueAt ?? noDue,
    next_due_started_at: due?.startedAt ?? null,
    next_due_kind: due?.kind ?? null,
    closed_at: closedAtOf(ticket),
    policy_version: ticket.policyVersion,
    calendar_version: ticket.calendarVersion ?? ticket.policyVersion,
    head_hash: headHash,
    body: toJson(ticket),
  }
}
export type TicketColumns = ReturnType<typeof ticketColumns>

const bothTicketColumns: Columns<TicketColumns> = {
  version: 'int4',
  state: 'text',
  kind: 'text',
  urgency: 'text',
  severity: 'text',
  category_id: 'text',
  department_id: 'text',
  assignee_id: 'uuid',
  assigned_at: 'int8',
  workload: 'int4',
  helper_ids: 'jsonb',
  special: 'jsonb',
  household_id: 'uuid',
  updated_at: 'int8',
  next_due_at: 'int8',
  next_due_started_at: 'int8',
  next_due_kind: 'text',
  closed_at: 'int8',
  policy_version: 'int4',
  calendar_version: 'int4',
  head_hash: 'text',
  body: 'jsonb',
}

export const newTicketRow = (after: Ticket, columns: TicketColumns) => ({
  ...columns,
  center_id: after.centerId,
  id: after.id,
  number: after.number,
  place_id: placeForStaff(after).placeId,
  building_id: after.buildingId,
  filer_id: filerIdOf(after),
  filed_at: after.filedAt,
  search: searchText(after),
})

export const newTicketColumns: Columns<ReturnType<typeof newTicketRow>> = {
  ...bothTicketColumns,
  center_id: 'uuid',
  id: 'uuid',
  number: 'text',
  place_id: 'uuid',
  building_id: 'uuid',
  filer_id: 'uuid',
  filed_at: 'int8',
  search: 'text',
}

export interface ChangedTicketRow extends TicketColumns {
  readonly center_id: string
  readonly id: string
  /** The version that was decided on: the row must still have it. */
  readonly was_version: number
}
export const changedTicketColumns: Columns<ChangedTicketRow> = {
  ...bothTicketColumns,
  center_id: 'uuid',
  id: 'uuid',
  was_version: 'int4',
}

export const deadlineRow = (ticket: Ticket, timer: Timer) => ({
  center_id: ticket.centerId,
  ticket_id: ticket.id,
  kind: timer.kind,
  cycle: timer.cycle,
  started_at: timer.startedAt,
  due_at: timer.dueAt,
  met_at: timer.metAt,
  ended_at: timer.endedAt,
  held_seconds: timer.heldSeconds,
  breached_at: timer.breachedAt,
  next_fire_at: nextFireAt(timer),
})
export type DeadlineRow = ReturnType<typeof deadlineRow>

export const deadlineColumns: Columns<DeadlineRow> = {
  center_id: 'uuid',
  ticket_id: 'uuid',
  kind: 'text',
  cycle: 'int4',
  started_at: 'int8',
  due_at: 'int8',
  met_at: 'int8',
  ended_at: 'int8',
  held_seconds: 'int4',
  breached_at: 'int8',
  next_fire_at: 'int8',
}

/** What was said, for the search; and pairs of its characters, for the index. `ticket` is the state after the decision. */
const saidRow = (ticket: Ticket, entry: Chained) => {
  const said = saidIn(entry, ticket)
  return {
    said: said?.text ?? null,
    audience: said?.audience ?? null,
    author_id: said?.authorId ?? null,
    grams: said ? gramsOf(said.text).join(' ') : null,
  }
}

export const eventRow = (ticket: Ticket, entry: Chained) => ({
  center_id: ticket.centerId,
  ticket_id: ticket.id,
  seq: entry.seq,
  at: entry.at,
  actor_id: entry.actorId,
  type: entry.event.type,
  body: toJson<TicketEvent>(entry.event),
  prev_hash: entry.prevHash,
  hash: entry.hash,
  ...saidRow(ticket, entry),
})
export type EventRow = ReturnType<typeof eventRow>

export const eventColumns: Columns<EventRow> = {
  center_id: 'uuid',
  ticket_id: 'uuid',
  seq: 'int4',
  at: 'int8',
  actor_id: 'uuid',
  type: 'text',
  body: 'jsonb',
  prev_hash: 'text',
  hash: 'text',
  said: 'text',
  audience: 'text',
  author_id: 'uuid',
  grams: 'text',
}

export const participantRow = (after: Ticket, { personId, role }: ParticipantChanges['added'][number]) => ({
  center_id: after.centerId,
  ticket_id: after.id,
  person_id: personId,
  role,
})
export type ParticipantRow = ReturnType<typeof participantRow>

export const participantColumns: Columns<ParticipantRow> = {
  center_id: 'uuid',
  ticket_id: 'uuid',
  person_id: 'uuid',
  role: 'text',
}

export interface ContactRow {
  readonly center_id: string
  readonly ticket_id: string
  readonly name: string | null
  readonly phone: string | null
  readonly for_name: string | null
}
export const contactColumns: Columns<ContactRow> = {
  center_id: 'uuid',
  ticket_id: 'uuid',
  name: 'text',
  phone: 'text',
  for_name: 'text',
}
