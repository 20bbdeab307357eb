import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function StaffActPage() {
  return (
    <Page title="处理工单">
      <EmptyState title="没有选择要做的事" text="请从工单详情进入" />
    </Page>
  )
}
