import type { Category } from '@/data/read/use-catalog'
import { foundByWords } from '../../../types/words/find-by-words'

type Node = Pick<Category, 'id' | 'name' | 'parentId'> & Pick<Partial<Category>, 'hint' | 'words'>

export const rootsOf = <N extends Node>(categories: readonly N[]): N[] =>
  categories.filter(({ parentId }) => parentId === null)

export const leavesOf = <N extends Node>(categories: readonly N[], root: string): N[] =>
  categories.filter(({ parentId }) => parentId === root)

/** The root above a category; itself if it is one, undefined when it is not in the tree any more. */
export function rootOf(categories: readonly Node[], category: string): string | undefined {
  const found = categories.find(({ id }) => id === category)
  if (!found) return undefined
  return found.parentId === null ? found.id : rootOf(categories, found.parentId)
}

/** 「工程维修 · 电梯」 */
export function categoryPath(categories: readonly Node[], category: string): string {
  const found = categories.find(({ id }) => id === category)
  if (!found) return '原来的类别'
  return found.parentId === null ? found.name : `${categoryPath(categories, found.parentId)} · ${found.name}`
}

/** Categories whose name holds what was typed, then whose words it speaks of, then by hint and root. */
export function findCategories<N extends Node>(categories: readonly N[], typed: string, limit = 8): N[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return []
  const holds = (text: string | undefined) => (text ?? '').toLowerCase().includes(wanted)
  const hasLeaves = ({ id }: N) => categories.some(({ parentId }) => parentId === id)
  const choosable = categories.filter(category => !hasLeaves(category))
  const byName = choosable.filter(({ name }) => holds(name))
  const around = choosable.filter(
    category => !byName.includes(category) && (holds(category.hint) || holds(categoryPath(categories, category.id))),
  )
  const spoken = foundByWords(wanted, categories)
  const own = choosable.filter(category => spoken.includes(category))
  own.sort((one, other) => spoken.indexOf(one) - spoken.indexOf(other))
  const below = choosable.filter(({ parentId }) => spoken.some(({ id }) => id === parentId))
  return [...new Set([...byName, ...own, ...around, ...below])].slice(0, limit)
}
