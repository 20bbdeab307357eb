import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function DeskTicketPage() {
  return (
    <Page title="工单详情" wide>
      <EmptyState title="没有找到这张工单" text="请从列表打开" />
    </Page>
  )
}
