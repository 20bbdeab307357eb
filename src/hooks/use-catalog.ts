import type { ResponseOf } from '../../types/contract'
import type { AbortSignalLike } from '@/services/abort'
import { call } from '@/services/client'
import { useReading } from './use-reading'

export type Catalog = ResponseOf<'ticket', 'catalog'>
export type Category = Catalog['categories'][number]

const load = (_key: string, signal: AbortSignalLike) =>
  call('ticket', 'catalog', {}, { retries: 2, signal, quiet: true })

/** What can be filed here; changes seldom, so what the device kept is shown at once. */
export const useCatalog = () => useReading<Catalog>('catalog', 'all', load)
