import { listOf } from '../../../../types/list-of'
import { channelLabels, kindLabels, severityLabels, urgencyLabels } from '../../../../types/vocabulary'
import { parseTime } from '../../calendar/shifts'
import type { Condition, OneOrMany, TimeSpan } from '../model/policy'

/** A category and everything above it; an unknown one is only itself. */
export type Lineage = (categoryId: string) => ReadonlySet<string>

const whole = {
  kind: Object.keys(kindLabels),
  urgency: Object.keys(urgencyLabels),
  severity: Object.keys(severityLabels),
  channel: Object.keys(channelLabels),
} as const

/** Every value that `narrow` lets through, `wide` lets through; a part that is left out lets everything through. */
export function coversList(
  wide: OneOrMany<string> | undefined,
  narrow: OneOrMany<string> | undefined,
  all: readonly string[] = [],
): boolean {
  if (wide === undefined) return true
  const wanted = new Set(listOf(wide))
  if (all.length > 0 && all.every(value => wanted.has(value))) return true
  return narrow !== undefined && listOf(narrow).every(value => wanted.has(value))
}

function coversCategories(
  wide: OneOrMany<string> | undefined,
  narrow: OneOrMany<string> | undefined,
  lineage: Lineage,
): boolean {
  if (wide === undefined) return true
  if (narrow === undefined) return false
  const wanted = listOf(wide)
  return listOf(narrow).every(id => wanted.some(ancestor => lineage(id).has(ancestor)))
}

/** Parts of a day in ms since 00:00, [from, to): one, or two where the span goes over midnight. */
function spansOf({ from, to }: TimeSpan): readonly (readonly [number, number])[] {
  const [open, close] = [parseTime(from) ?? 0, parseTime(to) ?? 0]
  const day = 86_400_000
  const spans: readonly (readonly [number, number])[] =
    open <= close
      ? [[open, close]]
      : [
          [open, day],
          [0, close],
        ]
  return spans.filter(([begin, end]) => begin < end)
}

function coversTime(wide: TimeSpan | undefined, narrow: TimeSpan | undefined): boolean {
  if (wide === undefined) return true
  const outer = spansOf(wide)
  const inner = narrow === undefined ? [[0, 86_400_000] as const] : spansOf(narrow)
  return inner.every(([from, to]) => outer.some(([begin, end]) => begin <= from && to <= end))
}

/**
 * Whether every ticket that `narrow` holds for, at every instant, `wide` holds for as well. Sound and not complete: true is
 * certain; false may only mean that it can't be told from the conditions alone.
 */
export function covers(wide: Condition | undefined, narrow: Condition | undefined, lineage: Lineage): boolean {
  if (wide === undefined) return true
  const inner = narrow ?? {}
  return (
    coversList(wide.kind, inner.kind, whole.kind) &&
    coversList(wide.urgency, inner.urgency, whole.urgency) &&
    coversList(wide.severity, inner.severity, whole.severity) &&
    coversList(wide.channel, inner.channel, whole.channel) &&
    coversList(wide.building, inner.building) &&
    coversList(wide.place, inner.place) &&
    coversList(wide.center, inner.center) &&
    coversCategories(wide.category, inner.category, lineage) &&
    (wide.anonymous === undefined || wide.anonymous === inner.anonymous) &&
    (wide.keyCustomer === undefined || wide.keyCustomer === inner.keyCustomer) &&
    coversTime(wide.timeOfDay, inner.timeOfDay) &&
    (wide.open === undefined || (wide.open.calendar === inner.open?.calendar && wide.open.is === inner.open.is))
  )
}

/** Whether a condition holds for every ticket at every instant. */
export const isUnconditional = (condition: Condition | undefined): boolean => covers(condition, {}, id => new Set([id]))
