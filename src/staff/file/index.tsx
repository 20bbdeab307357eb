import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function StaffFilePage() {
  return (
    <Page title="代客反映" tab="fileFor">
      <EmptyState title="代客反映" text="替业主记录一件事" />
    </Page>
  )
}
