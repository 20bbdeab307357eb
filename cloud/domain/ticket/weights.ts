import { type Severity, type Urgency, keysOf, severityLabels, urgencyLabels } from '../../../types/vocabulary'

/** From what can wait up to what cannot, and from ordinary up to major: the vocabulary lists them in order. */
const urgencies: readonly Urgency[] = [...keysOf(urgencyLabels)].reverse()
const severities: readonly Severity[] = keysOf(severityLabels)

const highest = <Name>(order: readonly Name[], one: Name, other: Name): Name =>
  order.indexOf(one) >= order.indexOf(other) ? one : other

export interface Weight {
  readonly urgency: Urgency
  readonly severity: Severity
}

/** Of two classes, the more urgent and the more severe of each (D-HD-8). */
export const higherOf = (one: Weight, other: Weight): Weight => ({
  urgency: highest(urgencies, one.urgency, other.urgency),
  severity: highest(severities, one.severity, other.severity),
})

/** Whether the second is more urgent or more severe than the first. */
export function weighsMore(before: Weight, after: Weight): boolean {
  const { urgency, severity } = higherOf(before, after)
  return urgency !== before.urgency || severity !== before.severity
}
