import type { DeadlineKind, Role } from '../../../types/vocabulary'
import { type Directory, holdersOf } from '../routing/directory'
import { type Ticket, openRemedy } from '../ticket/state'
import { needsManagersPlan } from './run-rules'

/** The people of the first of these posts that somebody else than `except` holds. */
const firstOf = (directory: Directory, posts: readonly Role[], except: readonly string[] = []): readonly string[] => {
  for (const post of posts) {
    const ids = holdersOf(directory, post, null).flatMap(({ id }) => (except.includes(id) ? [] : [id]))
    if (ids.length > 0) return ids
  }
  return []
}

/** Who answers for tickets that nobody has: the clerks of the center, or its manager where there are none (D-SLA-15). */
export const frontDesk = (directory: Directory): readonly string[] => firstOf(directory, ['clerk', 'serviceManager'])

/** Whoever did the work judges it neither by verifying nor by asking (D-CB-6). */
const judges = (ticket: Ticket, directory: Directory): readonly string[] => {
  const handlers = [ticket.completion?.byId, ticket.assignment?.personId].filter(id => id !== null && id !== undefined)
  return firstOf(directory, ['clerk', 'serviceManager', 'quality'], handlers)
}

/**
 * Who can do what a deadline asks for, and so hears that its time runs out (D-SLA-22).
 * `holderId`: who had the ticket when it did; undefined: nobody.
 */
export function debtorsOf(
  { kind, cycle }: { readonly kind: DeadlineKind; readonly cycle: number },
  ticket: Ticket,
  holderId: string | undefined,
  directory: Directory,
): readonly string[] {
  const holder = holderId === undefined ? frontDesk(directory) : [holderId]
  switch (kind) {
    case 'assist': {
      const assist = ticket.assists?.find(one => one.assist === cycle)
      return assist ? [assist.assignment.personId] : []
    }
    case 'verification':
    case 'callback':
      return judges(ticket, directory)
    case 'approval': {
      const approver = openRemedy(ticket)?.approver?.personId
      const isThere = directory.staff.some(({ id }) => id === approver)
      return approver !== undefined && isThere ? [approver] : firstOf(directory, ['serviceManager', 'quality'])
    }
    case 'organise': {
      if (!needsManagersPlan(ticket.severity, ticket.escalated === true)) return holder
      const planners = firstOf(directory, ['serviceManager', 'quality'])
      const isPlanner = [
        ...holdersOf(directory, 'serviceManager', null),
        ...holdersOf(directory, 'quality', null),
      ].some(({ id }) => id === holderId)
      return isPlanner || planners.length === 0 ? holder : planners
    }
    default:
      return holder
  }
}
