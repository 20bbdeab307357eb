import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function TicketsPage() {
  return (
    <Page title="我的反映" tab="mine">
      <EmptyState title="还没有反映过问题" text="您反映的每一件事都会记录在这里" />
    </Page>
  )
}
