import { gramsOf } from './grams'

/** What a neighbour says who joins without a word: that speaks of no matter by itself. */
export const sameAsNeighbours = '和邻居反映的是同一件事'

/** Courtesies that every second filing has: two texts that share only these say nothing of one matter. */
const courtesies =
  /和邻居反映的是同一件事|您好|你好|请问|麻烦|希望|谢谢|感谢|尽快|赶紧|处理|解决|安排|联系|反映|投诉|物业|业主|我们|你们|他们|大家|一下|已经|还是|没有|这个|那个|可以|非常|一直/gu
/** Everything that is neither a letter nor a digit ends what stands before it. */
const notSaid = /[^\p{L}\p{N}]+/gu

/** Fewer pairs than this in common may be chance, however short the texts. */
const fewest = 3

/** What a text says, as pairs of characters within its clauses, without courtesies. */
export const saysOf = (text: string): ReadonlySet<string> =>
  new Set(text.replace(courtesies, ' ').split(notSaid).flatMap(gramsOf))

/**
 * How much of what the shorter of two texts says is said by the other too, from 0 to 1 (D-SP-2). The shorter one, because
 * one neighbour writes a line and the next a page about the same lift.
 */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one]
  let common = 0
  for (const pair of short) if (long.has(pair)) common += 1
  return common < fewest ? 0 : common / short.size
}
