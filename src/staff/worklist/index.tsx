import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function StaffWorklistPage() {
  return (
    <Page title="工单" tab="worklist">
      <EmptyState title="没有待办的工单" text="派给您的工单会出现在这里" />
    </Page>
  )
}
