import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { AbortSignalLike } from '../call/abort'
import { keepOnDevice, keptOnDevice, type ReadingKey } from './kept'
import { freshFor, queryClient, steadyReading } from './query-client'
import { usePageVisible } from './use-page-visible'

/** Something read from the server, with what the device kept of it. */
export interface Reading<T> {
  value: T | null
  /** Phone time (epoch ms) at which the server sent the shown value; null before the first answer. */
  seenAt: number | null
  /** Of the last try; the value shown stays. */
  error: unknown
  loading: boolean
  /** Reads again now; what is shown stays until the answer. Never rejects: a failure stands in `error`. */
  reload: () => Promise<void>
}

interface ReadingOptions<T> {
  /** What is read, and of whom or what: together the name in the cache and on the device. */
  name: string
  key: string
  load: (key: string, signal: AbortSignalLike) => Promise<T>
  /** False: not kept on the device. */
  keep?: boolean
  /** Read again at this pace while the page is in front, ms. */
  everyMs?: number
  /** For so long, ms, what was read counts as fresh, and no command changes it. Left out: read again whenever it is shown. */
  freshMs?: number
  /** False: nothing is asked. */
  enabled?: boolean
}

/** What `load` answers for `key`: what is known at once, then the server's answer; again when the page comes to the front. */
export function useReading<T>({
  name,
  key,
  load,
  keep = true,
  everyMs,
  freshMs,
  enabled = true,
}: ReadingOptions<T>): Reading<T> {
  const queryKey = useMemo<ReadingKey>(() => [name, key], [name, key])
  const kept = useMemo(() => (keep ? keptOnDevice<T>(queryKey) : null), [keep, queryKey])
  const visible = usePageVisible()
  const { data, dataUpdatedAt, error, isFetching, isPending, refetch } = useQuery(
    {
      queryKey,
      queryFn: async ({ signal }) => {
        const value = await load(key, signal)
        if (keep) keepOnDevice(queryKey, value)
        return value
      },
      ...(kept ? { initialData: kept.value, initialDataUpdatedAt: kept.seenAt } : {}),
      enabled,
      // A page beneath another is not drawn again; it reads again when it comes to the front.
      subscribed: visible,
      ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
      ...(freshMs === undefined ? {} : { staleTime: freshFor(freshMs), meta: steadyReading }),
    },
    queryClient,
  )
  const reload = useCallback(async () => {
    await refetch()
  }, [refetch])
  return {
    value: data ?? null,
    seenAt: data === undefined ? null : dataUpdatedAt,
    error,
    loading: isFetching || (isPending && enabled && error === null),
    reload,
  }
}
