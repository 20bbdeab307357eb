import { call } from '@/data/call/client'
import { useReading, type Reading } from '@/data/read/use-reading'
import type { ResponseOf } from '../../../types/contract/index'

export type Waiting = ResponseOf<'organisation', 'bindings'>['items'][number]
export type MyBinding = ResponseOf<'organisation', 'myBindings'>['items'][number]

/** Who waits to be bound in a center; null: nothing is asked. */
export const useWaiting = (centerId: string | null): Reading<Waiting[]> =>
  useReading<Waiting[]>({
    name: 'residence:waiting',
    key: centerId ?? 'none',
    load: (key, signal) =>
      call('organisation', 'bindings', { centerId: key }, { retries: 1, signal }).then(({ items }) => items),
    enabled: centerId !== null,
  })

/** What has become of what one has asked for. */
export const useMyBindings = (enabled: boolean): Reading<MyBinding[]> =>
  useReading<MyBinding[]>({
    name: 'residence:mine',
    key: 'all',
    load: (_key, signal) =>
      call('organisation', 'myBindings', {}, { retries: 1, signal, quiet: true }).then(({ items }) => items),
    enabled,
  })
