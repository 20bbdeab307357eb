import { createAborter, type AbortSignalLike, type Aborter } from '../call/abort'
import { createObservable, type Observable } from '../device/observable'

export interface Page<Item> {
  items: readonly Item[]
  nextCursor: string | null
}

export interface PagedListState<Item> {
  /** Null: nothing has been shown for this query yet. */
  items: readonly Item[] | null
  nextCursor: string | null
  loading: 'first' | 'again' | 'more' | null
  error: unknown
  /** The items come from the device; the server has not answered yet. */
  kept: boolean
}

export interface PagedListParts<Query, Item> {
  load(query: Query, page: { cursor?: string; limit: number }, signal: AbortSignalLike): Promise<Page<Item>>
  idOf(item: Item): string
  /** What the device kept of the first page of this query. */
  readKept(query: Query): readonly Item[] | null
  keep(query: Query, items: readonly Item[]): void
}

export interface PagedList<Query, Item> {
  state: Observable<PagedListState<Item>>
  /** Another query: shows what was kept of it, then asks. */
  show(query: Query): Promise<void>
  /** Reads again as many as are shown (up to one request), without emptying the list. */
  refresh(): Promise<void>
  more(): Promise<void>
  /** Takes an item out at once, because it has just been dealt with. */
  drop(id: string): void
  stop(): void
}

const pageSize = 20
const largestPage = 50

/** A list read page by page. Only the newest request may change what is shown. */
export function createPagedList<Query, Item>(parts: PagedListParts<Query, Item>): PagedList<Query, Item> {
  const state = createObservable<PagedListState<Item>>({
    items: null,
    nextCursor: null,
    loading: 'first',
    error: null,
    kept: false,
  })
  const change = (part: Partial<PagedListState<Item>>) => state.set({ ...state.get(), ...part })
  let query: Query | undefined
  let current: Aborter | null = null

  const ask = async (loading: 'first' | 'again' | 'more', cursor: string | undefined, limit: number) => {
    if (query === undefined) return
    current?.abort()
    const aborter = createAborter()
    current = aborter
    change({ loading })
    const asked = query
    try {
      const page = await parts.load(asked, { limit, ...(cursor === undefined ? {} : { cursor }) }, aborter.signal)
      if (current !== aborter) return
      const before = state.get()
      if (cursor === undefined) {
        parts.keep(asked, page.items.slice(0, pageSize))
        const rest = loading === 'again' && !before.kept ? (before.items ?? []).slice(limit) : []
        const fresh = new Set(page.items.map(parts.idOf))
        const beyond = rest.filter(item => !fresh.has(parts.idOf(item)))
        const nextCursor = beyond.length > 0 ? before.nextCursor : page.nextCursor
        change({ items: [...page.items, ...beyond], nextCursor, loading: null, error: null, kept: false })
      } else {
        const shown = new Set((before.items ?? []).map(parts.idOf))
        const added = page.items.filter(item => !shown.has(parts.idOf(item)))
        change({
          items: [...(before.items ?? []), ...added],
          nextCursor: page.nextCursor,
          loading: null,
          error: null,
        })
      }
    } catch (error) {
      if (current === aborter) change({ loading: null, error })
    }
  }

  return {
    state,
    show(next) {
      query = next
      const kept = parts.readKept(next)
      change({ items: kept, nextCursor: null, error: null, kept: kept !== null })
      return ask('first', undefined, pageSize)
    },
    refresh() {
      const { items, kept } = state.get()
      const shown = kept ? 0 : (items?.length ?? 0)
      return ask(items === null ? 'first' : 'again', undefined, Math.min(Math.max(shown, pageSize), largestPage))
    },
    async more() {
      const { nextCursor, loading } = state.get()
      if (nextCursor !== null && loading === null) await ask('more', nextCursor, pageSize)
    },
    drop(id) {
      const { items } = state.get()
      if (items) change({ items: items.filter(item => parts.idOf(item) !== id) })
    },
    stop() {
      current?.abort()
      current = null
    },
  }
}
