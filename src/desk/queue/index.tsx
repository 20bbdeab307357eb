import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function DeskQueuePage() {
  return (
    <Page title="待处理" tab="queue" wide>
      <EmptyState title="都处理完了" text="新的反映会出现在这里" />
    </Page>
  )
}
