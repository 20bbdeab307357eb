import type { ReactNode } from 'react'
import { EmptyState } from '@/ui/empty-state'
import type { Reading } from '@/data/read/use-reading'
import { CallError } from '@/data/call/call-error'
import type { TicketView } from '../../../types/contract/ticket-views'
import { ReadingStates } from '@/shell/reading-states'

interface TicketStatesProps {
  reading: Reading<TicketView>
  /** Where to go when the ticket is no longer the reader's. */
  onGone: () => void
  children: (ticket: TicketView) => ReactNode
}

const gone = (error: unknown) => error instanceof CallError && (error.code === 'notFound' || error.code === 'forbidden')

/** A ticket that is loading, gone, failed, kept from last time, or there. */
export const TicketStates = ({ reading, onGone, children }: TicketStatesProps) => {
  if (gone(reading.error)) {
    return (
      <EmptyState
        title="这张工单现在不归您处理"
        text="可能已经转给同事，或者您没有查看的权限"
        action={{ word: '回到列表', onClick: onGone }}
      />
    )
  }
  return (
    <ReadingStates reading={reading} skeleton={['title', 'line', 'card', 'card', 'row', 'row']}>
      {children}
    </ReadingStates>
  )
}
