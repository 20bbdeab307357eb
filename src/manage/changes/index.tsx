import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { call } from '@/data/call/client'
import { serverClock } from '@/data/call/server-clock'
import { usePagedReading } from '@/data/read/use-paged-reading'
import { useAccount } from '@/data/session/use-account'
import { ErrorState } from '@/shell/error-state'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { Skeleton } from '@/ui/skeleton'
import { instantText } from '@/ui/words/time'
import { organisationChangeLabels, organisationSubjectLabels } from '../../../types/vocabulary'
import { ManagePage } from '../components/manage-page'
import { changeLines, type OrganisationChange } from '../format/organisation-change'
import './index.scss'

const load = (page: { cursor?: string; limit: number }) => call('organisation', 'history', page, { retries: 1 })
const idOf = ({ changeId }: OrganisationChange): string => changeId

const Change = ({ change }: { change: OrganisationChange }) => (
  <View className="organisation-change" id={`change-${change.changeId}`}>
    <Text className="organisation-change-title">
      {organisationChangeLabels[change.what]}
      {organisationSubjectLabels[change.subject]}：{change.name}
    </Text>
    {changeLines(change).map(line => (
      <Text key={line}>{line}</Text>
    ))}
    <Text className="manage-hint">
      {[change.by, change.center, instantText(change.at, serverClock.now())].filter(Boolean).join(' · ')}
    </Text>
  </View>
)

/** Who has configured what, from what to what; the latest on top (D-OR-5). */
export default function OrganisationChangesPage() {
  useAccount()
  const list = usePagedReading<OrganisationChange>({ name: 'manage:organisation-changes', key: 'all', load, idOf })
  usePullDownRefresh(() => void list.refresh().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void list.more())
  const { items, error, loading, nextCursor } = list
  return (
    <ManagePage title="组织变更记录">
      {items === null && (error === null ? <Skeleton blocks={['card', 'card']} /> : null)}
      {error !== null && loading === null && <ErrorState error={error} onRetry={() => void list.refresh()} />}
      {items?.length === 0 && <EmptyState title="还没有变更" text="改过的公司、服务中心、员工和住户会记在这里" />}
      {items !== null && items.length > 0 && (
        <Section>
          <ItemList label="变更">
            {items.map(change => (
              <Change key={change.changeId} change={change} />
            ))}
          </ItemList>
          {nextCursor !== null && (
            <PrimaryButton id="changes-more" kind="plain" busy={loading === 'more'} onClick={() => void list.more()}>
              更早的
            </PrimaryButton>
          )}
        </Section>
      )}
    </ManagePage>
  )
}
