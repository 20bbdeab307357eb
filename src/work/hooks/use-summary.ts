import { useDidShow } from '@tarojs/taro'
import type { AbortSignalLike } from '@/data/call/abort'
import { call } from '@/data/call/client'
import type { ResponseOf } from '../../../types/contract/index'
import { usePolling } from '@/data/read/use-polling'
import { useReading } from '@/data/read/use-reading'

export type Summary = ResponseOf<'ticket', 'summary'>

/** New work should show up while somebody just looks at the screen. */
const everyMs = 30_000

const load = (_key: string, signal: AbortSignalLike) => call('ticket', 'summary', {}, { signal, quiet: true })

/** How many tickets wait where; kept up to date while the page is in front. Null until something is known. */
export function useSummary(): { summary: Summary | null; reload: () => void } {
  const { value, loading, reload } = useReading<Summary>('work:summary', 'all', load)
  usePolling(everyMs, reload)
  useDidShow(() => {
    if (!loading) reload()
  })
  return { summary: value, reload }
}
