import type { DraftKind, Role } from '../../../types/vocabulary'
import type { Capacity } from '../access/capacities'
import { needsManagersPlan } from '../deadline/run-rules'
import type { CompiledPolicy } from '../policy/compile/compile'
import { specialOf } from '../policy/model/special'
import { type Directory, type StaffMember, holdersOf, ladder } from '../routing/directory'
import type { Ticket } from '../ticket/state'

type Matter = Pick<Ticket, 'channel' | 'posts' | 'severity' | 'escalated' | 'assignment'>

/** Whether others read of it online (D-SP-5). */
export const isOnline = ({ channel, posts = [] }: Pick<Matter, 'channel' | 'posts'>): boolean =>
  channel === 'online' || posts.length > 0

/** How far a matter has gone: what was read last of each post, together; several posts are one event (D-SP-5). */
export const reachOf = ({ posts = [] }: Pick<Matter, 'posts'>): number =>
  posts.reduce((sum, { readings }) => {
    const { views, followers } = readings.at(-1) ?? { views: null, followers: null }
    return sum + Math.max(views ?? 0, followers ?? 0)
  }, 0)

/** D-HD-6: so many have seen it that quality speaks for the company, or the matter is hot or major. */
const isWide = (matter: Matter, { policy }: CompiledPolicy): boolean =>
  matter.severity !== 'ordinary' || reachOf(matter) >= specialOf(policy).wideReach

/** The lowest post that may let it out (D-HD-2, D-HD-6, D-SP-5); null: nobody has to. */
function postAskedFor(kind: DraftKind, matter: Matter, policy: CompiledPolicy): Role | null {
  if (isOnline(matter)) return kind === 'proposal' || isWide(matter, policy) ? 'quality' : 'departmentHead'
  return kind === 'proposal' && needsManagersPlan(matter.severity, matter.escalated === true) ? 'serviceManager' : null
}

/** How high somebody stands on the ladder of approving; -1: below it. */
export const heightOf = (mine: ReadonlySet<Capacity>): number =>
  Math.max(...ladder.map((role, height) => (mine.has(role as Capacity) ? height : -1)))

/** Whose approval something waits for: everybody who may give it first is of one post. */
export interface Approval {
  /** null: nobody in the company could. */
  readonly post: Role | null
  readonly approvers: readonly StaffMember[]
}

/**
 * Whose approval a reply or a proposal by somebody waits for; null: it goes out as it is, since nobody has to approve it or
 * whoever says it may (D-HD-2, D-HD-6). Where nobody holds the post asked for, it is the next one up, or else the next one down.
 */
export function approvalOf(
  kind: DraftKind,
  matter: Matter,
  mine: ReadonlySet<Capacity>,
  { policy, directory }: { readonly policy: CompiledPolicy; readonly directory: Directory },
): Approval | null {
  const asked = postAskedFor(kind, matter, policy)
  if (asked === null) return null
  const level = ladder.indexOf(asked)
  for (const post of [...ladder.slice(level), ...ladder.slice(0, level).reverse()]) {
    const approvers = holdersOf(directory, post, matter.assignment?.departmentId ?? null)
    if (approvers.length > 0) return heightOf(mine) >= ladder.indexOf(post) ? null : { post, approvers }
  }
  return { post: null, approvers: [] }
}
