import { limits } from '../../types/limits'

/** Whether a value nests deeper than requests may; looks no further than that. */
export function isTooDeep(value: unknown, levels: number = limits.requestDepth): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  return Object.values(value).some(part => isTooDeep(part, levels - 1))
}

/** NUL and halves of surrogate pairs, which PostgreSQL's text can't hold. */
const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/**
 * Path of the first text that can't be stored; null: none. Texts that people write are checked by the contract, with
 * the name of their field; this catches it in ids, cursors and the like before the database does.
 */
export function unstorablePath(value: unknown, path: readonly string[] = []): string | null {
  if (typeof value === 'string') return unstorable.test(value) ? path.join('.') : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, part] of Object.entries(value)) {
    const found = unstorablePath(part, [...path, key])
    if (found !== null) return found
  }
  return null
}
