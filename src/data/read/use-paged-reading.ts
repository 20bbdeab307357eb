import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { AbortSignalLike } from '../call/abort'
import { keepOnDevice, keptOnDevice, type ReadingKey } from './kept'
import { extended, pageSize, refreshed, refreshLimit, type Page, type ShownList } from './paged'
import { queryClient } from './query-client'
import { usePageVisible } from './use-page-visible'

interface PagedReadingOptions<Item> {
  /** What is listed, and by which query: together the name in the cache and on the device. */
  name: string
  key: string
  load: (page: { cursor?: string; limit: number }, signal?: AbortSignalLike) => Promise<Page<Item>>
  idOf: (item: Item) => string
  /** False: the first page is not kept on the device. */
  keep?: boolean
  /** False: nothing is asked. */
  enabled?: boolean
}

export interface PagedReading<Item> {
  /** Null: nothing is known of this query yet. */
  items: readonly Item[] | null
  nextCursor: string | null
  loading: 'first' | 'again' | 'more' | null
  error: unknown
  /** The items come from the device; the server has not answered yet. */
  kept: boolean
  /** Reads again as many as are shown (up to one request), without emptying the list. */
  refresh: () => Promise<void>
  more: () => Promise<void>
  /** Takes an item out at once, because it has just been dealt with. */
  drop: (id: string) => void
}

/** A list read page by page into the cache; again when the page comes to the front. */
export function usePagedReading<Item>({
  name,
  key,
  load,
  idOf,
  keep = true,
  enabled = true,
}: PagedReadingOptions<Item>): PagedReading<Item> {
  const queryKey = useMemo<ReadingKey>(() => [name, key], [name, key])
  const kept = useMemo(() => (keep ? keptOnDevice<readonly Item[]>(queryKey) : null), [keep, queryKey])
  const visible = usePageVisible()
  const { data, error, isFetching, refetch } = useQuery(
    {
      queryKey,
      queryFn: async ({ signal }): Promise<ShownList<Item>> => {
        const shown = () => queryClient.getQueryData<ShownList<Item>>(queryKey)
        const limit = refreshLimit(shown())
        const page = await load({ limit }, signal)
        if (keep) keepOnDevice(queryKey, page.items.slice(0, pageSize))
        return refreshed(shown(), page, limit, idOf)
      },
      ...(kept
        ? {
            initialData: { items: kept.value, nextCursor: null, kept: true },
            initialDataUpdatedAt: kept.seenAt,
          }
        : {}),
      enabled,
      // A page beneath another is not drawn again; it reads again when it comes to the front.
      subscribed: visible,
    },
    queryClient,
  )

  /** The next page of this query: on its way, or failed. */
  const [adding, setAdding] = useState<{ key: ReadingKey; error: unknown } | null>(null)
  const busy = useRef(false)
  const failed = adding?.key === queryKey ? adding.error : null

  const refresh = useCallback(async () => {
    setAdding(null)
    await refetch()
  }, [refetch])
  const more = async () => {
    if (!data || data.nextCursor === null || isFetching || busy.current) return
    busy.current = true
    setAdding({ key: queryKey, error: null })
    try {
      const page = await load({ cursor: data.nextCursor, limit: pageSize })
      queryClient.setQueryData<ShownList<Item>>(queryKey, before => before && extended(before, page, idOf))
      setAdding(null)
    } catch (failure) {
      setAdding({ key: queryKey, error: failure })
    } finally {
      busy.current = false
    }
  }
  const drop = useCallback(
    (id: string) =>
      void queryClient.setQueryData<ShownList<Item>>(
        queryKey,
        before => before && { ...before, items: before.items.filter(item => idOf(item) !== id) },
      ),
    [queryKey, idOf],
  )
  const reading = data && !data.kept ? 'again' : 'first'
  return {
    items: data?.items ?? null,
    nextCursor: data?.nextCursor ?? null,
    loading: isFetching ? reading : adding?.key === queryKey && adding.error === null ? 'more' : null,
    error: error ?? failed,
    kept: data?.kept ?? false,
    refresh,
    more,
    drop,
  }
}
