import { call } from '@/data/call/client'
import { useReading } from '@/data/read/use-reading'
import type { ResponseOf } from '../../../types/contract/index'

export type Summary = ResponseOf<'ticket', 'summary'>

/** New work should show up while somebody just looks at the screen. */
const everyMs = 30_000

/** How many tickets wait where; kept up to date while the page is in front. Null until something is known. */
export function useSummary(): { summary: Summary | null; reload: () => void } {
  const { value, reload } = useReading<Summary>({
    name: 'work:summary',
    key: 'all',
    load: (_key, signal) => call('ticket', 'summary', {}, { signal, quiet: true }),
    everyMs,
  })
  return { summary: value, reload }
}
