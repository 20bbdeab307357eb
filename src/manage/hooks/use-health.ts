import { call } from '@/data/call/client'
import { useReading, type Reading } from '@/data/read/use-reading'
import type { ResponseOf } from '../../../types/contract/index'

export type Health = ResponseOf<'center', 'health'>

const everyMs = 30_000

/** Whether the timers keep up. `enabled` false: nothing is asked. */
export const useHealth = (enabled = true): Reading<Health> =>
  useReading<Health>({
    name: 'manage:health',
    key: 'all',
    load: (_key, signal) => call('center', 'health', {}, { retries: 1, signal }),
    everyMs,
    enabled,
  })
