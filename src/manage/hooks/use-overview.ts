import { useDidShow } from '@tarojs/taro'
import { useReading, type LiveReading } from '@/data/read/use-reading'
import type { AbortSignalLike } from '@/data/call/abort'
import { call } from '@/data/call/client'
import { usePolling } from '@/data/read/use-polling'
import type { ResponseOf } from '../../../types/contract/index'
import { atCenter } from '../format/centers'
import { useCenter } from './use-center'

export type Overview = ResponseOf<'center', 'overview'>

/** A center changes by the minute. */
const everyMs = 60_000

const load = (key: string, signal: AbortSignalLike): Promise<Overview> =>
  call('center', 'overview', atCenter(key), { retries: 1, signal })

/** Where the center stands; kept up to date while the page is in front. */
export function useOverview(): LiveReading<Overview> {
  const reading = useReading<Overview>('manage:overview', useCenter().overviewKey, load)
  usePolling(everyMs, reading.reload)
  useDidShow(() => {
    if (!reading.loading) reading.reload()
  })
  return reading
}
