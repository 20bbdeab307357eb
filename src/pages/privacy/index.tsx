import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function PrivacyPage() {
  return (
    <Page title="隐私说明">
      <EmptyState title="隐私说明" text="我们只为处理您反映的事使用您的信息" />
    </Page>
  )
}
