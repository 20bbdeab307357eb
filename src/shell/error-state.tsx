import { messageOf } from '@/data/call/call-error'
import { EmptyState } from '@/ui/empty-state'

interface ErrorStateProps {
  /** What was thrown; its sentence says what to do next. */
  error: unknown
  /** What was kept, such as 「您填写的内容已保留」. */
  kept?: string
  onRetry: () => void
}

/** What happened, what was kept, try again. */
export const ErrorState = ({ error, kept, onRetry }: ErrorStateProps) => (
  <EmptyState drawing="cloud" title={messageOf(error)} text={kept} action={{ word: '再试一次', onClick: onRetry }} />
)
