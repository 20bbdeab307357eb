/** Lists are changed by making new ones: what is drawn is never touched. */

/** The list with the item at `from` moved to where `to` stands; the list itself where that is outside. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list]
  if (from < 0 || to < 0 || from >= next.length || to >= next.length) return next
  const [item] = next.splice(from, 1)
  if (item !== undefined) next.splice(to, 0, item)
  return next
}

export const replaced = <T>(list: readonly T[], index: number, item: T): T[] =>
  list.map((other, at) => (at === index ? item : other))

export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_other, at) => at !== index)

export const inserted = <T>(list: readonly T[], index: number, item: T): T[] => [
  ...list.slice(0, index),
  item,
  ...list.slice(index),
]

/** Chosen or not chosen any more, in the order of choosing. */
export const toggled = <T>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter(other => other !== item) : [...list, item]

/** A record without one of its keys. */
export function omitted<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}

/** `start-2`, or the first number that is free. */
export function freeId(start: string, taken: readonly string[]): string {
  let number = 2
  while (taken.includes(`${start}-${number}`)) number++
  return `${start}-${number}`
}
