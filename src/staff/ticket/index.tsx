import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function StaffTicketPage() {
  return (
    <Page title="工单详情">
      <EmptyState title="没有找到这张工单" text="请从工单列表打开" />
    </Page>
  )
}
