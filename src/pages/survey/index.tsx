import { EmptyState } from '@/components/empty-state'
import { Page } from '@/components/page'

export default function SurveyPage() {
  return (
    <Page title="请您评价">
      <EmptyState title="没有待评价的事项" text="处理完成后会请您评价" />
    </Page>
  )
}
