/** One difference between two policies, in words; null: there was none before, or there is none any more. */
export interface PolicyChange {
  readonly section: string
  readonly what: string
  readonly before: string | null
  readonly after: string | null
}

/** A change of one figure or word; none when both read the same. */
export const changed = (
  section: string,
  what: string,
  before: string | null,
  after: string | null,
): readonly PolicyChange[] => (before === after ? [] : [{ section, what, before, after }])

/** Same content, in whatever order its fields stand. */
export const same = (one: unknown, other: unknown): boolean => stable(one) === stable(other)

/** JSON with sorted keys; what is undefined is left out, as it is when stored. */
export function stable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}

/** Those of `items` that keep their order in `wanted`: as many as can, so that as few as can count as moved. */
export function inPlace(items: readonly string[], wanted: readonly string[]): ReadonlySet<string> {
  const rank = new Map(wanted.map((item, index) => [item, index]))
  /** Per length, the rank at which the best run of that length ends, and the run itself by its last entry. */
  const ends: { readonly rank: number; readonly item: string; readonly before: number }[] = []
  const tails: number[] = []
  for (const item of items) {
    const at = rank.get(item)
    if (at === undefined) continue
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[tails[middle] ?? 0]?.rank ?? 0) < at) low = middle + 1
      else high = middle
    }
    ends.push({ rank: at, item, before: tails[low - 1] ?? -1 })
    tails[low] = ends.length - 1
  }
  const kept = new Set<string>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = ends[at]?.before ?? -1) kept.add(ends[at]?.item ?? '')
  return kept
}
