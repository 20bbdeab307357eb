import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import type { LiveReading } from '@/hooks/use-reading'
import { CallError, messageOf } from '@/services/call-error'
import { exactText } from '@/format/time'
import type { TicketView } from '../../../types/contract/ticket-views'
import { Banner } from './banner'

interface TicketStatesProps {
  reading: LiveReading<TicketView>
  /** Where to go when the ticket is no longer the reader's. */
  onGone: () => void
  children: (ticket: TicketView) => ReactNode
}

const gone = (error: unknown) => error instanceof CallError && (error.code === 'notFound' || error.code === 'forbidden')

/** A ticket that is loading, gone, failed, kept from last time, or there. */
export const TicketStates = ({ reading, onGone, children }: TicketStatesProps) => {
  const { value, error, loading, savedAt, reload } = reading
  if (gone(error)) {
    return (
      <EmptyState
        title="这张工单现在不归您处理"
        text="可能已经转给同事，或者您没有查看的权限"
        action={{ word: '回到列表', onClick: onGone }}
      />
    )
  }
  if (value === null) {
    return error !== null && !loading ? (
      <ErrorState error={error} onRetry={reload} />
    ) : (
      <Skeleton blocks={['title', 'line', 'card', 'card', 'row', 'row']} />
    )
  }
  return (
    <View>
      {error !== null && (
        <Banner
          meaning="dueSoon"
          icon="offline"
          title={messageOf(error)}
          text={savedAt === null ? '下面的内容可能不是最新的' : `下面是 ${exactText(savedAt)} 看到的内容`}
        />
      )}
      {children(value)}
    </View>
  )
}
