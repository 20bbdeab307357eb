import { call } from '@/data/call/client'
import { useReading } from '@/data/read/use-reading'
import type { ResponseOf } from '../../../types/contract/index'

export type Summary = ResponseOf<'ticket', 'summary'>

/** New work should show up while somebody just looks at the screen. */
const everyMs = 30_000

interface Counts {
  /** Null until something is known; at first what the device kept. */
  summary: Summary | null
  /** Being read, so what is shown may be of yesterday. */
  loading: boolean
  reload: () => void
}

/** How many tickets wait where; kept up to date while the page is in front. */
export function useSummary(): Counts {
  const { value, loading, reload } = useReading<Summary>({
    name: 'work:summary',
    key: 'all',
    load: (_key, signal) => call('ticket', 'summary', {}, { signal, quiet: true }),
    everyMs,
  })
  return { summary: value, loading, reload }
}
