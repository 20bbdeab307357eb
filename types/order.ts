import { type Severity, keysOf, severityLabels } from './vocabulary'

/** From the least to the most. */
const severities: readonly Severity[] = keysOf(severityLabels)

/** Whether a ticket would count as less severe than it did (D-CL-3). */
export const isLessSevere = (now: Severity, before: Severity): boolean =>
  severities.indexOf(now) < severities.indexOf(before)

/** Order of texts by their code units, the same on every machine. */
export const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
