import type { Urgency } from '../../../types/vocabulary'
import { type Ticket, assignedAtOf, closedAtOf } from '../ticket/state'

/** What somebody carries now, as routing compares people (D-RT-2). */
export interface Workload {
  /** Open tickets weighted by urgency. */
  readonly weight: number
  /** Epoch ms of the latest assignment of a ticket that is still theirs or that they have finished; 0: never. */
  readonly lastAssignedAt: number
}

/** By person; asked only for the few candidates of one choice. undefined: nothing at all. */
export interface Workloads {
  get(personId: string): Workload | undefined
}

/** Weight of one open ticket. */
export const urgencyWeight: Readonly<Record<Urgency, number>> = { emergency: 8, urgent: 4, normal: 2, suggestion: 1 }

/** One ticket as far as it counts for whoever has it. */
export interface WorkItem {
  readonly ticketId: string
  /** 0 once nobody owes anything on it any more. */
  readonly weight: number
  /** Epoch ms. */
  readonly assignedAt: number
}

/**
 * The one place that says how much a ticket weighs: the store keeps the figure with the ticket and only adds up, and the
 * books of a batch and of a rehearsal are made of the same items.
 */
export const workItemOf = (ticket: Ticket): WorkItem => ({
  ticketId: ticket.id,
  weight: closedAtOf(ticket) === null ? urgencyWeight[ticket.urgency] : 0,
  assignedAt: assignedAtOf(ticket) ?? 0,
})
