import { type Capacity, capacities, staffCapacities } from '../../domain/actor'
import type { Ticket } from '../../domain/ticket/state'
import { CallError } from '../call-error'
import type { Caller } from '../runtime'

/** What somebody may see of one ticket. */
export interface Viewer {
  readonly personId: string
  readonly capacities: ReadonlySet<Capacity>
  /** Staff's side: internal notes, rule and reason, all clocks. */
  readonly staff: boolean
  /** The person who filed it. */
  readonly filer: boolean
  /** Whether the complainant's name may be shown (D-IN-3). */
  readonly seesIdentity: boolean
}

/** Posts that need the name in a neighbour dispute; the steward does not. */
const trusted: readonly Capacity[] = ['clerk', 'serviceManager', 'quality']

/** @throws CallError `notFound` for strangers: for them the ticket does not exist */
export function viewerOf(ticket: Ticket, caller: Caller): Viewer {
  const mine = capacities(caller.actor, ticket)
  if (mine.size === 0) throw new CallError('notFound')
  const filer = mine.has('filer')
  const staff = staffCapacities.some(capacity => mine.has(capacity))
  const hidden = ticket.anonymous || (ticket.hideIdentity && !trusted.some(capacity => mine.has(capacity)))
  return { personId: caller.actor.id, capacities: mine, staff, filer, seesIdentity: filer || (staff && !hidden) }
}

/** 138****1234: enough to recognise, too little to dial (domain.md §2). */
export const maskPhone = (phone: string): string =>
  phone.length >= 8 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '****'
