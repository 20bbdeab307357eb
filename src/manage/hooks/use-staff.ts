import { useDidShow } from '@tarojs/taro'
import { useReading, type LiveReading } from '@/data/read/use-reading'
import type { AbortSignalLike } from '@/data/call/abort'
import { call } from '@/data/call/client'
import type { ResponseOf } from '../../../types/contract/index'
import { atCenter } from '../format/centers'
import { useCenter } from './use-center'

export type StaffList = ResponseOf<'staff', 'list'>
export type Colleague = StaffList['people'][number]

const load = (key: string, signal: AbortSignalLike): Promise<StaffList> =>
  call('staff', 'list', atCenter(key), { retries: 1, signal })

/** Everybody of the center, read again when the page comes to the front. */
export function useStaff(): LiveReading<StaffList> {
  const reading = useReading<StaffList>('manage:staff', useCenter().key, load)
  useDidShow(() => {
    if (!reading.loading) reading.reload()
  })
  return reading
}
