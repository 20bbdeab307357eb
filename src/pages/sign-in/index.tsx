import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function SignInPage() {
  return (
    <Page title="登录">
      <EmptyState title="请先登录" text="登录后就能反映问题、查看进展" />
    </Page>
  )
}
