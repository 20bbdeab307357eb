import { call } from '@/data/call/client'
import { useReading, type Reading } from '@/data/read/use-reading'
import type { ResponseOf } from '../../../types/contract/index'
import { atCenter } from '../format/centers'
import { useCenter } from './use-center'

export type Overview = ResponseOf<'center', 'overview'>

/** A center changes by the minute. */
const everyMs = 60_000

/** The figures of the center's overview, read again while the page is in front. `enabled` false: no request is made. */
export const useOverview = (enabled = true): Reading<Overview> =>
  useReading<Overview>({
    name: 'manage:overview',
    key: useCenter().overviewKey,
    load: (key, signal) => call('center', 'overview', atCenter(key), { retries: 1, signal }),
    everyMs,
    enabled,
  })
