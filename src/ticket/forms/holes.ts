/** A place of a wording that has still to be filled in, 「___」 or brackets with nothing between them, with the clause before it. */
const hole = /[^，。；！？\n]*?(?:_{2,}|【\s*】)/

/** What to say of a text with a hole, by the clause it stands in; null: it can be sent. */
export function holeMessage(value: unknown): string | null {
  const found = typeof value === 'string' ? hole.exec(value) : null
  return found === null ? null : `请把「${found[0].trim()}」补充完整`
}
