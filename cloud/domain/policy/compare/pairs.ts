/** Entries of two lists by key: taken out, added, and both versions of those that stay. */
export function pairs<T>(before: readonly T[], after: readonly T[], key: (item: T) => string) {
  const old = new Map(before.map(item => [key(item), item]))
  const fresh = new Set(after.map(key))
  return {
    gone: before.filter(item => !fresh.has(key(item))),
    added: after.filter(item => !old.has(key(item))),
    kept: after.flatMap(item => {
      const was = old.get(key(item))
      return was === undefined ? [] : [{ was, is: item }]
    }),
  }
}
