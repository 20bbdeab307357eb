import type { Severity } from '../../../types/vocabulary'
import { saysOf, shareIn } from '../incident/likeness'

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

const peopleOf = (complaints: readonly Complaint[]): number =>
  new Set(complaints.map(({ complainant }) => complainant)).size

/**
 * What the complaint just filed completes: the tickets that it rests on, itself first; null: nothing, or it is known already. They
 * all say one thing, which somebody of them has said in a clause: that two and two of them have something in common would
 * make one matter of several.
 */
export function hotspotAt(
  filed: Complaint,
  before: readonly Complaint[],
  { hotPeople, likeness: enough }: HotspotFigures,
): readonly Complaint[] | null {
  const says = saysOf(filed.text)
  const others = before
    .filter(({ id }) => id !== filed.id)
    .map(complaint => ({ complaint, says: saysOf(complaint.text) }))
  const clauses = [
    ...says.clauses,
    ...others.flatMap(other => other.says.clauses.filter(clause => shareIn(clause, says.all) >= enough)),
  ]
  let largest: readonly Complaint[] = []
  for (const clause of clauses) {
    const same = others.filter(other => shareIn(clause, other.says.all) >= enough).map(({ complaint }) => complaint)
    if (same.length > largest.length) largest = same
  }
  if (largest.some(({ raised, severity }) => raised || severity !== 'ordinary')) return null
  const cluster = [filed, ...largest]
  return peopleOf(cluster) >= hotPeople ? cluster : null
}
