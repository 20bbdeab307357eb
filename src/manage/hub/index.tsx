import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { a11y } from '@/ui/a11y'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { ErrorState } from '@/shell/error-state'
import { Icon } from '@/ui/icon'
import { Section } from '@/ui/section'
import { useAccount } from '@/data/session/use-account'
import { open } from '@/data/session/navigation'
import { ManagePage } from '../components/manage-page'
import { useHeld } from '../hooks/use-posts'
import { cards, cardsFor, groups, type CardId } from './cards'
import { CenterSwitch } from './center-switch'
import { statusOf, useStatus, type CardStatus } from './use-status'
import './index.scss'

const HubCard = ({ id, status }: { id: CardId; status: CardStatus | null }) => {
  const { word, icon, page } = cards[id]
  return (
    <View
      id={`hub-${id}`}
      className="hub-card tappable"
      {...a11y({ role: 'link', summary: status ? `${word}，${status.words}` : word })}
      onClick={() => open(page)}
    >
      <View className="hub-card-head">
        <Icon name={icon} className="hub-card-icon" />
        <Text className="hub-card-word">{word}</Text>
      </View>
      <Text className={`hub-card-status ${status ? `hub-${status.tone}` : ''}`}>{status?.words ?? '…'}</Text>
    </View>
  )
}

/** Where a manager begins: each part with one line that says whether it wants looking at. */
export default function ManageHubPage() {
  const account = useAccount()
  const posts = useHeld()
  const { known, draft, error, reload } = useStatus(posts)
  usePullDownRefresh(() => {
    reload()
    Taro.stopPullDownRefresh()
  })
  const shown = groups
    .map(({ title, ids }) => ({ title, ids: cardsFor(posts, ids) }))
    .filter(({ ids }) => ids.length > 0)
  return (
    <ManagePage title="管理" tab="manage" full>
      <CenterSwitch />
      {account.state !== 'asking' && shown.length === 0 && (
        <EmptyState title="这里是管理人员的页面" text="您的岗位没有要在这里处理的事" />
      )}
      {shown.length > 0 && error !== null && <ErrorState error={error} onRetry={reload} />}
      {shown.map(({ title, ids }) => (
        <Section key={title} bare title={title}>
          <ItemList className="hub-cards">
            {ids.map(id => (
              <HubCard key={id} id={id} status={statusOf(id, known, draft)} />
            ))}
          </ItemList>
        </Section>
      ))}
    </ManagePage>
  )
}
