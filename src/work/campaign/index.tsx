import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useNow } from '@/data/read/use-now'
import { back, open } from '@/data/session/navigation'
import { queryText } from '@/data/session/query-text'
import { useAccount } from '@/data/session/use-account'
import { Page } from '@/shell/page'
import { ReadingStates } from '@/shell/reading-states'
import { TrackedBar } from '@/ticket/campaign/tracked-bar'
import { Banner } from '@/ui/banner'
import { EmptyState } from '@/ui/empty-state'
import { Section } from '@/ui/section'
import { TabStrip } from '@/ui/tab-strip'
import { promiseText, untilMidnight } from '@/ui/words/time'
import { PagedRows } from '../components/paged-rows'
import { useEntryCampaign, useHouseholds, type EntryCampaign, type HouseholdPart } from '../hooks/use-survey-entry'
import { HouseholdRow } from './household-row'

const empty: Readonly<Record<HouseholdPart, { title: string; text?: string }>> = {
  open: { title: '都有结果了', text: '没有还要问的住户' },
  settled: { title: '还没有住户答复' },
  notAsked: { title: '没有不问的住户' },
}

const Households = ({ campaign }: { campaign: EntryCampaign }) => {
  const { campaignId, all, may } = campaign
  const [part, setPart] = useState<HouseholdPart>('open')
  const list = useHouseholds(campaignId, part)
  useReachBottom(() => void list.more())
  return (
    <>
      <TabStrip
        form="line"
        idStart="households"
        items={[
          // Whoever was not reached is tried again.
          { id: 'open', word: '还要问', count: all.open + all.notReached },
          { id: 'settled', word: '有结果', count: all.answered + all.refused },
          { id: 'notAsked', word: '不问', count: all.notAsked },
        ]}
        chosen={part}
        onChoose={setPart}
        label="住户"
      />
      {!may.enter && <Banner meaning="calm" icon="lock" title="现在不能录入" text="调查已经结束，或者不归您录入" />}
      <PagedRows
        id="household-rows"
        list={list}
        empty={empty[part]}
        row={household => (
          <HouseholdRow
            key={household.householdId}
            household={household}
            open={part === 'open'}
            onOpen={() => open('work/household/index', { campaignId, householdId: household.householdId })}
          />
        )}
      />
    </>
  )
}

/** Households of a survey that are still to answer, and what has become of the others; a steward sees own buildings. */
export default function EntryCampaignPage() {
  useAccount()
  const campaignId = queryText(useRouter().params.campaignId)
  const reading = useEntryCampaign(campaignId)
  const now = useNow(untilMidnight)
  usePullDownRefresh(() => void reading.reload().finally(() => Taro.stopPullDownRefresh()))
  return (
    <Page title="问卷录入">
      {campaignId === null ? (
        <EmptyState title="没有这份调查" action={{ word: '看进行中的', onClick: () => back('work/campaigns/index') }} />
      ) : (
        <ReadingStates reading={reading}>
          {campaign => (
            <View>
              <Section title={campaign.title}>
                <Text>
                  已答 {campaign.all.answered}/{campaign.all.asked} 户 · {promiseText(campaign.untilAt, now)}
                </Text>
                <TrackedBar tracked={campaign.all} />
              </Section>
              <Households campaign={campaign} />
            </View>
          )}
        </ReadingStates>
      )}
    </Page>
  )
}
