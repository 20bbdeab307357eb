import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function FilePage() {
  return (
    <Page title="我要反映问题">
      <EmptyState title="反映问题" text="说清在哪里、什么事，我们来办" />
    </Page>
  )
}
