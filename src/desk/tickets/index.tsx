import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function DeskTicketsPage() {
  return (
    <Page title="全部工单" tab="all" wide>
      <EmptyState title="还没有工单" text="可以按状态、位置查找" />
    </Page>
  )
}
