import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useNow } from '@/data/read/use-now'
import { open } from '@/data/session/navigation'
import { useAccount } from '@/data/session/use-account'
import { Page } from '@/shell/page'
import { ReadingStates } from '@/shell/reading-states'
import { a11y } from '@/ui/a11y'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { Section } from '@/ui/section'
import { promiseText, untilMidnight } from '@/ui/words/time'
import { useRunningCampaigns } from '../hooks/use-survey-entry'
import '../components/household-row.scss'

/** Surveys that run, for whoever writes down what households answer on paper, by telephone or at the door (D-CB-7). */
export default function EntryCampaignsPage() {
  useAccount()
  const reading = useRunningCampaigns()
  const now = useNow(untilMidnight)
  usePullDownRefresh(() => void reading.reload().finally(() => Taro.stopPullDownRefresh()))
  return (
    <Page title="问卷录入">
      <ReadingStates reading={reading}>
        {campaigns =>
          campaigns.length === 0 ? (
            <EmptyState title="现在没有进行中的调查" text="发出以后，住户在纸上、电话里、上门时的回答都在这里录入" />
          ) : (
            <Section>
              <ItemList>
                {campaigns.map(({ campaignId, title, untilAt, asked, answered }) => (
                  <View
                    key={campaignId}
                    id={`campaign-${campaignId}`}
                    className="household-row tappable"
                    {...a11y({ role: 'link', summary: `${title}，已答 ${answered} 户，请了 ${asked} 户` })}
                    onClick={() => open('work/campaign/index', { campaignId })}
                  >
                    <Text className="household-place">{title}</Text>
                    <Text className="household-line">
                      全中心已答 {answered}/{asked} 户 · {promiseText(untilAt, now)}
                    </Text>
                  </View>
                ))}
              </ItemList>
            </Section>
          )
        }
      </ReadingStates>
    </Page>
  )
}
