import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function NoticesPage() {
  return (
    <Page title="消息" tab="notices">
      <EmptyState title="还没有消息" text="每一步进展都会告诉您" />
    </Page>
  )
}
