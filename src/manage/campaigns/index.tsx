import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { open } from '@/data/session/navigation'
import { useAccount } from '@/data/session/use-account'
import { ReadingStates } from '@/shell/reading-states'
import { a11y } from '@/ui/a11y'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { StatusTag } from '@/ui/status-tag'
import { campaignKindLabels, campaignStateLabels, type CampaignState } from '../../../types/vocabulary'
import { CenterName } from '../components/center-name'
import { ManagePage } from '../components/manage-page'
import { periodWords, responseWords, stateMeanings } from '../format/campaign'
import { useCampaigns, type ListedCampaign } from '../hooks/use-campaigns'
import './index.scss'

const groups: readonly { title: string; states: readonly CampaignState[] }[] = [
  { title: '正在进行', states: ['open'] },
  { title: '还没有发出', states: ['draft', 'scheduled'] },
  { title: '已经结束', states: ['closed'] },
]

const CampaignRow = ({ campaign }: { campaign: ListedCampaign }) => {
  const { campaignId, title, state, kind } = campaign
  const sent = state === 'open' || state === 'closed'
  const answered = sent ? `已答 ${responseWords(campaign)}` : ''
  return (
    <View
      id={`campaign-${campaignId}`}
      className="campaign-row tappable"
      {...a11y({ role: 'link', summary: [title, campaignStateLabels[state], answered].filter(Boolean).join('，') })}
      onClick={() => open('manage/campaign/index', { campaignId })}
    >
      <View className="campaign-row-head">
        <Text className="campaign-row-title">{title}</Text>
        <StatusTag meaning={stateMeanings[state]} word={campaignStateLabels[state]} />
      </View>
      <Text className="manage-hint">
        {campaignKindLabels[kind]} · {periodWords(campaign)}
      </Text>
      {answered && <Text>{answered}</Text>}
    </View>
  )
}

/** Surveys of the estate: those that run, those being drawn up, those that have ended (D-CB-7). */
export default function ManageCampaignsPage() {
  useAccount()
  const reading = useCampaigns()
  usePullDownRefresh(() => void reading.reload().finally(() => Taro.stopPullDownRefresh()))
  return (
    <ManagePage
      title="住户调查"
      bottom={
        reading.value?.mayDrawUp && (
          <PrimaryButton id="campaign-add" icon="plus" onClick={() => open('manage/campaign-editor/index')}>
            起草一份调查
          </PrimaryButton>
        )
      }
    >
      <CenterName />
      <ReadingStates reading={reading}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="还没有做过住户调查" text="每季度问一次住户，看看哪里要改进、改了有没有用" />
          ) : (
            groups.map(({ title, states }) => {
              const shown = items.filter(({ state }) => states.includes(state))
              return (
                shown.length > 0 && (
                  <Section key={title} title={title}>
                    <ItemList>
                      {shown.map(campaign => (
                        <CampaignRow key={campaign.campaignId} campaign={campaign} />
                      ))}
                    </ItemList>
                  </Section>
                )
              )
            })
          )
        }
      </ReadingStates>
    </ManagePage>
  )
}
