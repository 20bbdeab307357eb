import { everydayWords } from './everyday-words'
import { mentionsIn } from './said'

/** A category as far as words find it: of the policy, or of the catalog on the phone. */
export interface Findable {
  readonly id: string
  readonly parentId: string | null
  /** The company's own. */
  readonly words?: readonly string[] | undefined
}

export interface Spoken<C> {
  readonly category: C
  /** Why: the troubles that were said, or the things where there were none; each once. */
  readonly words: readonly string[]
}

const split = (words: string | undefined): readonly string[] => (words ? words.split(' ') : [])

/** All words of a category: its own, and the everyday ones of the default category with its id. */
export const wordsOf = ({ id, words = [] }: Findable): readonly string[] => {
  const everyday = everydayWords[id]
  return [...new Set([...words, ...split(everyday?.things), ...split(everyday?.troubles)])]
}

const things = new Map(Object.entries(everydayWords).map(([id, words]) => [id, new Set(split(words?.things))]))
const isThing = (id: string, word: string): boolean => things.get(id)?.has(word) === true

/** By word, the ids of the categories that have it. */
type Owners = ReadonlyMap<string, readonly string[]>
const known = new WeakMap<readonly Findable[], Owners>()

/** Made once per list of categories: there are a thousand words, and every filing asks. */
function ownersOf(categories: readonly Findable[]): Owners {
  const before = known.get(categories)
  if (before) return before
  const owners = new Map<string, string[]>()
  for (const category of categories)
    for (const word of wordsOf(category)) {
      const ids = owners.get(word)
      if (ids) ids.push(category.id)
      else owners.set(word, [category.id])
    }
  known.set(categories, owners)
  return owners
}

interface Score<C> {
  category: C
  things: Set<string>
  troubles: Set<string>
}

const points = ({ things, troubles }: Score<unknown>): number => things.size + 2 * troubles.size
const length = ({ things, troubles }: Score<unknown>): number => [...things, ...troubles].join('').length

/**
 * The categories that a text speaks of, best first (D-CL-4). A trouble counts two, a thing one, each once; among equals the
 * longer words, then the order of the company. A branch gives way to what lies below it: 「路灯坏了」 is lighting.
 */
export function spokenOf<C extends Findable>(text: string, categories: readonly C[]): readonly Spoken<C>[] {
  const owners = ownersOf(categories)
  const mentions = mentionsIn(text, [...owners.keys()])
  if (mentions.length === 0) return []
  // In the order of the company, which sorting keeps among equals.
  const scores = new Map<string, Score<C>>(
    categories.map(category => [category.id, { category, things: new Set(), troubles: new Set() }]),
  )
  for (const { word, denied } of mentions)
    for (const id of owners.get(word) ?? [])
      if (isThing(id, word)) scores.get(id)?.things.add(word)
      else if (!denied) scores.get(id)?.troubles.add(word)
  const said = [...scores.values()].filter(score => points(score) > 0)
  const above = new Set(said.map(({ category }) => category.parentId))
  return said
    .filter(({ category }) => !above.has(category.id))
    .sort((one, other) => points(other) - points(one) || length(other) - length(one))
    .map(({ category, things, troubles }) => ({ category, words: [...(troubles.size > 0 ? troubles : things)] }))
}
