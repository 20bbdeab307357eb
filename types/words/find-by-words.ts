import { spokenOf, wordsOf, type Findable } from './spoken-of'

/** What typed words find beside names: what they speak of, best first, then categories with a word that holds them. */
export function foundByWords<C extends Findable>(typed: string, categories: readonly C[]): readonly C[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return []
  const spoken = spokenOf(wanted, categories).map(({ category }) => category)
  const holding = categories.filter(category => wordsOf(category).some(word => word.toLowerCase().includes(wanted)))
  return [...new Set([...spoken, ...holding])]
}

/** 其他, offered where nothing fits: by the default's id, or by its name in a tree of the company's own. */
export const otherOf = <C extends { readonly id: string; readonly name: string }>(
  categories: readonly C[],
): C | undefined =>
  categories.find(({ id }) => id === 'other') ?? categories.find(({ name }) => name.startsWith('其他'))
