import type { CompiledPolicy } from '../policy/compile/compile'
import { type Ticket, closedAtOf, endingOf, isFollowed } from '../ticket/state'

/** Root of what the developer left behind (D-CL-1). */
const legacyRoot = 'developer'

/** Categories of what the developer left behind, under the rules of a center. */
export const legacyCategories = (policy: CompiledPolicy): readonly string[] =>
  policy.policy.categories.flatMap(({ id }) => (policy.lineage(id).has(legacyRoot) ? [id] : []))

/** How a matter with the developer stands. Epoch ms. */
export interface LegacyStanding {
  /** Put right, by them or by us; null: it is not. */
  readonly solvedAt: number | null
  /** Over without that: withdrawn, declined, or followed no longer; null: it is not. */
  readonly stoppedAt: number | null
}

/** As it stands now: what has been taken up again is open again. */
export function legacyStandingOf(ticket: Ticket): LegacyStanding {
  const ended = ticket.thirdParty?.ended ?? null
  if (ended?.outcome === 'solved') return { solvedAt: ended.at, stoppedAt: null }
  const closedAt = closedAtOf(ticket)
  if (closedAt === null || isFollowed(ticket)) return { solvedAt: null, stoppedAt: null }
  const ending = endingOf(ticket)
  const isSolved = ending === 'satisfied' || ending === 'quiet' || ending === 'unreached'
  return isSolved ? { solvedAt: closedAt, stoppedAt: null } : { solvedAt: null, stoppedAt: ended?.at ?? closedAt }
}

/** A stretch of time, [from, to), epoch ms. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** Of a period: what was open when it began, what came, what was put right or given up, and what is open at its end. */
export interface LegacyFigures {
  readonly carried: number
  readonly filed: number
  readonly solved: number
  readonly stopped: number
  readonly open: number
}

const none: LegacyFigures = { carried: 0, filed: 0, solved: 0, stopped: 0, open: 0 }

/** What one matter adds to the figures of a period; null: nothing, it came later or was over before. */
export function legacyShare(ticket: Ticket, { from, to }: Period): LegacyFigures | null {
  const { solvedAt, stoppedAt } = legacyStandingOf(ticket)
  const overAt = solvedAt ?? stoppedAt
  if (ticket.state === 'merged' || ticket.filedAt >= to || (overAt !== null && overAt < from)) return null
  const within = (at: number | null): number => Number(at !== null && at >= from && at < to)
  return {
    carried: Number(ticket.filedAt < from),
    filed: within(ticket.filedAt),
    solved: within(solvedAt),
    stopped: within(stoppedAt),
    open: Number(overAt === null || overAt >= to),
  }
}

export const legacySum = (shares: readonly LegacyFigures[]): LegacyFigures =>
  shares.reduce(
    (sum, one) => ({
      carried: sum.carried + one.carried,
      filed: sum.filed + one.filed,
      solved: sum.solved + one.solved,
      stopped: sum.stopped + one.stopped,
      open: sum.open + one.open,
    }),
    none,
  )
