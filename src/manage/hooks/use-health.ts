import { useDidShow } from '@tarojs/taro'
import { useReading, type LiveReading } from '@/data/read/use-reading'
import type { AbortSignalLike } from '@/data/call/abort'
import { call } from '@/data/call/client'
import { usePolling } from '@/data/read/use-polling'
import type { ResponseOf } from '../../../types/contract/index'

export type Health = ResponseOf<'center', 'health'>

const everyMs = 30_000

const load = (_key: string, signal: AbortSignalLike): Promise<Health> =>
  call('center', 'health', {}, { retries: 1, signal })

/** Whether the timers keep up. */
export function useHealth(): LiveReading<Health> {
  const reading = useReading<Health>('manage:health', 'all', load)
  usePolling(everyMs, reading.reload)
  useDidShow(() => {
    if (!reading.loading) reading.reload()
  })
  return reading
}
