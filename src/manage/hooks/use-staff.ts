import { useDidShow } from '@tarojs/taro'
import { useReading, type LiveReading } from '@/hooks/use-reading'
import type { AbortSignalLike } from '@/services/abort'
import { call } from '@/services/client'
import type { ResponseOf } from '../../../types/contract'

export type StaffList = ResponseOf<'staff', 'list'>
export type Colleague = StaffList['people'][number]

const load = (_key: string, signal: AbortSignalLike): Promise<StaffList> =>
  call('staff', 'list', {}, { retries: 1, signal })

/** Everybody of the center, read again when the page comes to the front. */
export function useStaff(): LiveReading<StaffList> {
  const reading = useReading<StaffList>('manage:staff', 'all', load)
  useDidShow(() => {
    if (!reading.loading) reading.reload()
  })
  return reading
}
