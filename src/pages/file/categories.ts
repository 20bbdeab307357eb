import type { IconName } from '@/ui/icon'
import type { Category } from '@/data/read/use-catalog'
import { foundByWords } from '../../../types/words/find-by-words'

export interface Leaf extends Category {
  /** Name of the branch it hangs on; null at the root. */
  branch: string | null
}

/** Categories that can be chosen: those without others beneath. */
export function leavesOf(categories: readonly Category[]): Leaf[] {
  const names = new Map(categories.map(({ id, name }) => [id, name]))
  const parents = new Set(categories.map(({ parentId }) => parentId))
  return categories
    .filter(({ id }) => !parents.has(id))
    .map(leaf => ({ ...leaf, branch: leaf.parentId === null ? null : (names.get(leaf.parentId) ?? null) }))
}

/** Most used first; equal ones keep the order of the company. */
export const byUse = (leaves: readonly Leaf[], used: ReadonlyMap<string, number>): Leaf[] =>
  [...leaves].sort((a, b) => (used.get(b.id) ?? 0) - (used.get(a.id) ?? 0))

/** Leaves whose name, branch or hint holds what was typed; then those that its words speak of, or whose branch they do. */
export function searchLeaves(leaves: readonly Leaf[], typed: string, categories: readonly Category[]): Leaf[] {
  const words = typed.trim().toLowerCase()
  if (words === '') return [...leaves]
  const named = leaves.filter(({ name, branch, hint }) =>
    [name, branch ?? '', hint ?? ''].some(text => text.toLowerCase().includes(words)),
  )
  const spoken = foundByWords(words, categories)
  const own = spoken.flatMap(({ id }) => leaves.filter(leaf => leaf.id === id))
  const below = spoken.flatMap(({ id }) => leaves.filter(leaf => leaf.parentId === id))
  return [...new Set([...named, ...own, ...below])]
}

/** The company's words for a drawing → ours; an unknown one gets the general sign. */
const drawings: Record<string, IconName> = {
  tool: 'repair',
  drop: 'water',
  lift: 'lift',
  power: 'power',
  light: 'idea',
  door: 'door',
  pipe: 'pipe',
  broom: 'broom',
  bin: 'trash',
  tree: 'tree',
  shield: 'lock',
  car: 'car',
  sound: 'sound',
  paw: 'paw',
  alert: 'late',
  people: 'people',
  bill: 'bill',
  building: 'building',
  more: 'more',
}

export const iconOf = (icon: string | null): IconName => (icon && drawings[icon]) || 'chat'
