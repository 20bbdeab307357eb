import { call } from '@/data/call/client'
import { useReading } from '@/data/read/use-reading'
import type { Call } from './call-form'

/** New calls show up while somebody looks at the list. */
const everyMs = 60_000

/** The calls the caller may make (D-CB-6), as the server gives them: what is due first on top. */
export const useCalls = () =>
  useReading<Call[]>({
    name: 'work:calls',
    key: 'all',
    load: (_key, signal) => call('callback', 'list', {}, { retries: 2, signal }).then(({ items }) => items),
    everyMs,
  })
