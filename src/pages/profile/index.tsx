import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function ProfilePage() {
  return (
    <Page title="我的" tab="profile">
      <EmptyState title="还没有登录" text="登录后可以看到您的房屋和反映" />
    </Page>
  )
}
