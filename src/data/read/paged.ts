export interface Page<Item> {
  items: readonly Item[]
  nextCursor: string | null
}

/** What is shown of a list: all pages read so far. */
export interface ShownList<Item> extends Page<Item> {
  /** It comes from the device; the server has not answered yet. */
  kept: boolean
}

export const pageSize = 20
/** Most that one request may ask for. */
export const largestPage = 50

/** How many to ask for so that a refreshed list stays as long as it is, as far as one request can. */
export const refreshLimit = (shown: ShownList<unknown> | undefined): number =>
  Math.min(Math.max(shown && !shown.kept ? shown.items.length : 0, pageSize), largestPage)

/**
 * The list after its first `limit` items have been read again: what lay beyond them stays, unless it has moved up into
 * the fresh ones.
 */
export function refreshed<Item>(
  before: ShownList<Item> | undefined,
  page: Page<Item>,
  limit: number,
  idOf: (item: Item) => string,
): ShownList<Item> {
  const fresh = new Set(page.items.map(idOf))
  const rest = before && !before.kept ? before.items.slice(limit).filter(item => !fresh.has(idOf(item))) : []
  const nextCursor = before && rest.length > 0 ? before.nextCursor : page.nextCursor
  return { items: [...page.items, ...rest], nextCursor, kept: false }
}

/** The list with the next page at its end; what moved down from a page before is not shown twice. */
export function extended<Item>(
  before: ShownList<Item>,
  page: Page<Item>,
  idOf: (item: Item) => string,
): ShownList<Item> {
  const shown = new Set(before.items.map(idOf))
  const added = page.items.filter(item => !shown.has(idOf(item)))
  return { ...before, items: [...before.items, ...added], nextCursor: page.nextCursor }
}
