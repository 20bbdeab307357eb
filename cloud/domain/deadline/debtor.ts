import type { DeadlineKind, Role } from '../../../types/vocabulary'
import { type Directory, holdersOf } from '../routing/directory'
import { type Ticket, openDraft, openRemedy } from '../ticket/state'
import { ladder } from '../routing/directory'
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
  // D-HD-4: what quality has taken over it follows and calls back about itself.
  const posts: readonly Role[] = ['clerk', 'serviceManager', 'quality']
  return firstOf(directory, ticket.escalated ? [...posts].reverse() : posts, handlers)
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
      const draft = openDraft(ticket)
      const approver = (draft ?? openRemedy(ticket))?.approver?.personId
      const isThere = directory.staff.some(({ id }) => id === approver)
      if (approver !== undefined && isThere) return [approver]
      return firstOf(directory, draft ? ladder.slice(ladder.indexOf(draft.post)) : ['serviceManager', 'quality'])
    }
    case 'progress': {
      if (ticket.state !== 'declined' && ticket.state !== 'closed') return holder
      // D-SP-6: who follows the third party; whoever has left leaves it to the desk.
      const owner = ticket.thirdParty?.owner?.personId
      return owner !== undefined && directory.staff.some(({ id }) => id === owner) ? [owner] : frontDesk(directory)
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
