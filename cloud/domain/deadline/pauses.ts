import type { DeadlineKind, HoldReason } from '../../../types/vocabulary'
import type { Pause } from '../calendar/due'
import type { Hold } from '../ticket/state'

/**
 * D-SLA-16 lets a hold stop every deadline; these go on while it waits for somebody else. The complainant is told of
 * progress (D-SLA-7) all the more when nothing happens for long.
 */
const goesOnDuring: Partial<Record<DeadlineKind, readonly HoldReason[]>> = {
  progress: ['awaitingPart', 'awaitingThirdParty'],
}

/** One that still lasts counts to its planned end: what is seen during a hold is what will stand unless somebody resumes. */
const endOf = ({ to, until }: Hold): number => to ?? until

/**
 * Holds as pauses of one deadline, as far as they touched the run: what comes after it has stopped does not move its due
 * time any more. Nothing fires while it is stopped (D-SLA-16). `stoppedAt`: epoch ms; null while it runs.
 */
export function pausesOf(kind: DeadlineKind, holds: readonly Hold[], stoppedAt: number | null): readonly Pause[] {
  const goesOn = goesOnDuring[kind] ?? []
  return holds
    .filter(({ reason, from }) => !goesOn.includes(reason) && (stoppedAt === null || from < stoppedAt))
    .map(hold => ({ from: hold.from, to: stoppedAt === null ? endOf(hold) : Math.min(endOf(hold), stoppedAt) }))
}

/** What the ticket has been waiting for between two instants (epoch ms; the end not included). */
export const waitedFor = (holds: readonly Hold[], from: number, to: number): readonly HoldReason[] =>
  holds.filter(hold => hold.from < to && endOf(hold) > from).map(({ reason }) => reason)
