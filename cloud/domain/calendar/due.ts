import type { DeadlineTarget } from '../../../types/contract/policy-document'
import type { Calendar } from './calendar'
import { MS_PER_SECOND } from './zone'

/** A hold [from, to) in epoch ms. One still running ends at its planned end, which the caller knows (D-SLA-16). */
export interface Pause {
  readonly from: number
  readonly to: number
}

/**
 * The instant (epoch ms) at which `share` of a deadline's open time is used up (D-SLA-15): 1 is the due time, less than 1 a
 * warning, more than 1 an escalation. Shares of the open time are rounded to the second.
 *
 * Up to 1, the threshold is moved on by the open time of every pause that begins before it, where earlier pauses have
 * already moved it; a pause that begins at or after it moves nothing (D-SLA-16, D-UN-6). Beyond 1 the time counts from the due
 * instant, so only the pauses that moved that count: after a breach the escalation goes on.
 *
 * Throws RangeError (a target, share or pause that is negative or not finite), CalendarNeverOpens.
 */
export function thresholdAt(
  calendar: Calendar,
  target: DeadlineTarget,
  startedAt: number,
  pauses: readonly Pause[],
  share: number,
): number {
  return scheduleOf(calendar, target, startedAt, pauses).at(share)
}

/** The due instant (epoch ms): `thresholdAt` with share 1. */
export function dueAt(calendar: Calendar, target: DeadlineTarget, startedAt: number, pauses: readonly Pause[]): number {
  return scheduleOf(calendar, target, startedAt, pauses).dueAt
}

/** Open seconds (rounded down) of the pauses that moved the due instant. */
export function heldSeconds(
  calendar: Calendar,
  target: DeadlineTarget,
  startedAt: number,
  pauses: readonly Pause[],
): number {
  return scheduleOf(calendar, target, startedAt, pauses).heldSeconds
}

/** Everything that follows from one start: `thresholdAt` for any share, `dueAt` and `heldSeconds`. */
export interface Schedule {
  readonly dueAt: number
  readonly heldSeconds: number
  at(share: number): number
}

/** All thresholds of one deadline at the cost of little more than one. Throws as `thresholdAt` does. */
export function scheduleOf(
  calendar: Calendar,
  target: DeadlineTarget,
  startedAt: number,
  pauses: readonly Pause[],
): Schedule {
  const base = baseDue(calendar, target, startedAt)
  const held = mergedPauses(pauses, startedAt)
  const due = moved(calendar, base, held)
  let known: number | undefined
  const totalMs = (): number => (known ??= calendar.openMsBetween(startedAt, base))
  return {
    dueAt: due.at,
    heldSeconds: Math.floor(due.openMs / MS_PER_SECOND),
    at(share) {
      if (share === 1) return due.at
      const total = totalMs()
      if (share > 1) return calendar.addOpenMs(due.at, wholeSeconds(((share - 1) * total) / MS_PER_SECOND))
      // A start within a second leaves a total that rounding up would overrun, past the due time.
      const usedMs = Math.min(wholeSeconds((share * total) / MS_PER_SECOND), total)
      return moved(calendar, calendar.addOpenMs(startedAt, usedMs), held).at
    },
  }
}

/** The due instant if nothing is held: D-UN-5, D-UN-4, D-UN-3. */
function baseDue(calendar: Calendar, target: DeadlineTarget, startedAt: number): number {
  if (target === 'endOfDay') return calendar.endOfDay(startedAt)
  if ('workingDays' in target) return calendar.closeOfWorkingDay(startedAt, target.workingDays)
  return calendar.addOpenMs(startedAt, wholeSeconds(target.hours * 3_600))
}

/** ms of the seconds rounded to a whole one. Microseconds first, so that 0.29 × 50 s is 14.5 s and not a hair less. */
function wholeSeconds(seconds: number): number {
  return Math.round(Math.round(seconds * 1e6) / 1e6) * MS_PER_SECOND
}

/** The pauses after the start, ascending, with overlapping and adjacent ones joined: a hold split in two is one hold. */
function mergedPauses(pauses: readonly Pause[], startedAt: number): Pause[] {
  const endless = pauses.find(({ from, to }) => !Number.isFinite(from) || !Number.isFinite(to))
  if (endless) throw new RangeError(`a hold from ${endless.from} to ${endless.to} has no length`)
  const merged: Pause[] = []
  const clipped = pauses
    .map(({ from, to }) => ({ from: Math.max(from, startedAt), to }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from)
  for (const pause of clipped) {
    const last = merged.at(-1)
    if (last && pause.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, pause.to) }
    else merged.push(pause)
  }
  return merged
}

/** A threshold moved on by the pauses that begin before it, and the open ms they covered. */
function moved(calendar: Calendar, threshold: number, pauses: readonly Pause[]): { at: number; openMs: number } {
  let at = threshold
  let openMs = 0
  for (const { from, to } of pauses) {
    if (from >= at) break
    const covered = calendar.openMsBetween(from, to)
    at = calendar.addOpenMs(at, covered)
    openMs += covered
  }
  return { at, openMs }
}
