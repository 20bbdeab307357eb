import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function TicketPage() {
  return (
    <Page title="反映详情">
      <EmptyState title="没有找到这件事" text="请从「我的反映」里打开" />
    </Page>
  )
}
