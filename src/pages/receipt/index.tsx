import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function ReceiptPage() {
  return (
    <Page title="已收到">
      <EmptyState title="我们已收到" text="编号和答复时间会显示在这里" />
    </Page>
  )
}
