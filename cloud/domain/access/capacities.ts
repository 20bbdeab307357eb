import { holdsRight } from '../../../types/rights'
import { isSpokenFor } from '../ticket/complainants'
import { type Actor, type Post, countsIn } from './actor'
import { type HouseholdMatter, isFamily } from './household'

/** What somebody is to one ticket; the transition table speaks in these. */
export type Capacity =
  | 'filer'
  | 'complainant'
  /** Joined and has withdrawn since: goes on reading, and nothing else (D-HD-8). */
  | 'withdrawn'
  /** Of the household of whoever filed it, or the one it was filed for (D-AC-2). */
  | 'family'
  | 'assignee'
  /** Has been asked to help and has not finished, or is the head of whoever was (D-RT-5). */
  | 'assisting'
  | 'steward'
  | 'handler'
  | 'departmentHead'
  | 'clerk'
  | 'assistant'
  | 'serviceManager'
  | 'quality'
  | 'supervisor'
  | 'system'

/** The part of a ticket that decides what somebody is to it. */
export interface TicketPeople extends Pick<HouseholdMatter, 'household' | 'forFamily'> {
  readonly centerId: string
  /** The filer first (D-HD-8). */
  readonly complainants: readonly {
    readonly personId: string | null
    readonly withdrawnAt: number | null
    readonly byStaff?: true
  }[]
  readonly buildingId: string | null
  readonly assignment: { readonly personId: string; readonly departmentId: string | null } | null
  readonly assists?: readonly {
    readonly assignment: { readonly personId: string; readonly departmentId: string | null }
    readonly doneAt: number | null
    readonly cancelledAt: number | null
  }[]
}

const postCapacity = (post: Post, ticket: TicketPeople): Capacity | null => {
  if (!countsIn(post, ticket.centerId)) return null
  const departmentId = ticket.assignment?.departmentId ?? null
  switch (post.role) {
    case 'steward':
      return ticket.buildingId !== null && post.buildingIds.includes(ticket.buildingId) ? 'steward' : null
    case 'handler':
    case 'departmentHead':
      return departmentId !== null && post.departmentId === departmentId ? post.role : null
    case 'clerk':
    case 'assistant':
    case 'serviceManager':
    case 'quality':
    case 'supervisor':
      return post.role
    default:
      return null
  }
}

/** Whether somebody is the head of a department of a center. */
export const leads = (actor: Actor, centerId: string, departmentId: string | null): boolean =>
  actor.posts.some(
    post =>
      post.role === 'departmentHead' &&
      post.centerId === centerId &&
      departmentId !== null &&
      post.departmentId === departmentId,
  )

/**
 * Everything the actor is to the ticket. Empty: a stranger, for whom the ticket does not exist.
 * A clerk speaks for a complainant who has no account, or who reported by telephone (D-IN-1): agreeing that way can be recorded.
 */
export function capacities(actor: Actor, ticket: TicketPeople): ReadonlySet<Capacity> {
  const found = new Set<Capacity>()
  if (actor.id === null) return found.add('system')
  const [filer] = ticket.complainants
  if (actor.id === filer?.personId) found.add('filer')
  for (const { personId, withdrawnAt } of ticket.complainants)
    if (personId === actor.id) found.add(withdrawnAt === null ? 'complainant' : 'withdrawn')
  if (isFamily(actor, ticket)) found.add('family')
  if (actor.id === ticket.assignment?.personId) found.add('assignee')
  if (
    ticket.assists?.some(
      ({ assignment, doneAt, cancelledAt }) =>
        doneAt === null &&
        cancelledAt === null &&
        (assignment.personId === actor.id || leads(actor, ticket.centerId, assignment.departmentId)),
    )
  )
    found.add('assisting')
  for (const post of actor.posts) {
    const capacity = postCapacity(post, ticket)
    if (capacity) found.add(capacity)
  }
  if (found.has('clerk') || found.has('serviceManager')) {
    if (filer && isSpokenFor(filer)) found.add('filer')
    if (ticket.complainants.some(one => one.withdrawnAt === null && isSpokenFor(one))) found.add('complainant')
  }
  return found
}

const staffCapacities: readonly Capacity[] = [
  'assignee',
  'assisting',
  'steward',
  'handler',
  'departmentHead',
  'clerk',
  'assistant',
  'serviceManager',
  'quality',
  'supervisor',
]

/** Whether somebody reads staff's side of the ticket: internal notes, all deadlines, everybody's words (D-HD-5). */
export const readsAsStaff = (mine: ReadonlySet<Capacity>): boolean =>
  staffCapacities.some(capacity => mine.has(capacity))

/** Whether one of the posts by which somebody knows the ticket reads hidden identities (D-IN-3). */
export const knowsHiddenFilers = (mine: ReadonlySet<Capacity>): boolean =>
  [...mine].some(capacity => holdsRight(capacity, 'knowHiddenFilers'))
