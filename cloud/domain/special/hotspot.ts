import type { Severity } from '../../../types/vocabulary'
import { likeness, saysOf } from '../incident/likeness'

/** A complaint of the last month at or near one place, of one category (D-SP-2). */
export interface Complaint {
  readonly id: string
  readonly number: string
  readonly text: string
  /** Tells complainants apart: the account, else the number that was left, else the ticket. */
  readonly complainant: string
  /** A person has been asked already whether it is hot, or it counts as that. */
  readonly raised: boolean
  readonly severity: Severity
}

export interface HotspotFigures {
  readonly hotPeople: number
  readonly likeness: number
}

/** What the complaint just filed completes: the tickets it rests on, itself first; null: nothing, or it is known already. */
export function hotspotAt(
  filed: Complaint,
  before: readonly Complaint[],
  { hotPeople, likeness: enough }: HotspotFigures,
): readonly Complaint[] | null {
  const says = saysOf(filed.text)
  const same = before.filter(one => one.id !== filed.id && likeness(says, saysOf(one.text)) >= enough)
  if (same.some(({ raised, severity }) => raised || severity !== 'ordinary')) return null
  const cluster = [filed, ...same]
  return new Set(cluster.map(({ complainant }) => complainant)).size >= hotPeople ? cluster : null
}
