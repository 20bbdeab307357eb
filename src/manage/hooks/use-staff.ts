import { call } from '@/data/call/client'
import { useReading, type Reading } from '@/data/read/use-reading'
import type { ResponseOf } from '../../../types/contract/index'
import { atCenter } from '../format/centers'
import { useCenter } from './use-center'

export type StaffList = ResponseOf<'staff', 'list'>
export type Colleague = StaffList['people'][number]

/** Everybody of the center. `enabled` false: nothing is asked. */
export const useStaff = (enabled = true): Reading<StaffList> =>
  useReading<StaffList>({
    name: 'manage:staff',
    key: useCenter().key,
    load: (key, signal) => call('staff', 'list', atCenter(key), { retries: 1, signal }),
    enabled,
  })
