import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function HomePage() {
  return (
    <Page title="首页" tab="home">
      <EmptyState title="还没有进行中的反映" text="有事找物业，从这里开始" />
    </Page>
  )
}
