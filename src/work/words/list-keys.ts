import { isField, type Pressed } from './pressed'

export type ListKey = 'up' | 'down' | 'open' | 'search'

const steps: Record<string, ListKey> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Enter: 'open',
  '/': 'search',
}

/** What a key means to the list; while one types none does, and a focused button keeps its own Enter. */
export function listKeyOf({ key, altKey, ctrlKey, metaKey, tagName }: Pressed): ListKey | null {
  if (altKey || ctrlKey || metaKey) return null
  const step = steps[key] ?? null
  if (isField(tagName)) return null
  if (step === 'open' && (tagName === 'BUTTON' || tagName === 'A')) return null
  return step
}

/** The neighbour of the current one in a list; from nowhere the first, at the ends it stays. */
export function neighbour(ids: readonly string[], current: string | null, step: 'up' | 'down'): string | null {
  const at = current === null ? -1 : ids.indexOf(current)
  if (at < 0) return ids[0] ?? null
  return ids[Math.min(Math.max(at + (step === 'up' ? -1 : 1), 0), ids.length - 1)] ?? null
}
