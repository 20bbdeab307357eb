import { type FindingKind, findingLabels, keysOf } from '../../../types/vocabulary'

/** One person's tries of one kind; `personId` null: all residents together, who are named nowhere. */
export interface CountedFindings {
  readonly kind: FindingKind
  readonly personId: string | null
  readonly personName: string | null
  readonly count: number
}

export type ByKind = Readonly<Record<FindingKind, number>>

export interface PersonFindings {
  readonly personId: string | null
  readonly personName: string | null
  readonly count: number
  readonly kinds: ByKind
}

const none = (): Record<FindingKind, number> =>
  Object.fromEntries(keysOf(findingLabels).map(kind => [kind, 0])) as Record<FindingKind, number>

/** How many of each kind. */
export function byKind(counted: readonly CountedFindings[]): ByKind {
  const kinds = none()
  for (const { kind, count } of counted) kinds[kind] += count
  return kinds
}

/** Whoever has tried most often stands first; residents together come last. */
export function byPerson(counted: readonly CountedFindings[]): readonly PersonFindings[] {
  const ids = [...new Set(counted.map(({ personId }) => personId))]
  return ids
    .map(personId => {
      const own = counted.filter(one => one.personId === personId)
      const kinds = byKind(own)
      const count = own.reduce((sum, one) => sum + one.count, 0)
      return { personId, personName: own.find(one => one.personName !== null)?.personName ?? null, count, kinds }
    })
    .sort(
      (one, other) =>
        Number(one.personId === null) - Number(other.personId === null) ||
        other.count - one.count ||
        (one.personId ?? '').localeCompare(other.personId ?? ''),
    )
}
