import { canonicalJson } from '../../ticket/hash-chain'

/** One difference between two policies, in words; null: there was none before, or there is none any more. */
export interface PolicyChange {
  readonly section: string
  readonly what: string
  readonly before: string | null
  readonly after: string | null
}

/** A change of one figure or word; none when it stayed the same. */
export const changed = (
  section: string,
  what: string,
  before: string | null,
  after: string | null,
): readonly PolicyChange[] => (before === after ? [] : [{ section, what, before, after }])

/**
 * A change of something that has a shape of its own. The data decides whether it changed, its words only tell of it: two
 * different things may read alike, and one thing may read differently when something else was renamed.
 */
export const changedData = <T>(
  section: string,
  what: string,
  [before, after]: readonly [T, T],
  [was, is]: readonly [string | null, string | null],
): readonly PolicyChange[] => (same(before, after) ? [] : [{ section, what, before: was, after: is }])

/** Same content, in whatever order its fields stand; what is undefined is left out, as it is when stored. */
export const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other)

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
