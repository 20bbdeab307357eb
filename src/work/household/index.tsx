import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { back } from '@/data/session/navigation'
import { queryText } from '@/data/session/query-text'
import { useAccount } from '@/data/session/use-account'
import { Page } from '@/shell/page'
import { ReadingStates } from '@/shell/reading-states'
import { Banner } from '@/ui/banner'
import { Choices } from '@/ui/choices'
import { EmptyState } from '@/ui/empty-state'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { SwitchField } from '@/ui/switch-field'
import { campaignChannelLabels, campaignResultLabels, enteredChannels, keysOf } from '../../../types/vocabulary'
import { useEntryCampaign, useOpenHousehold, type EntryCampaign, type Household } from '../hooks/use-survey-entry'
import { EntryFields } from './entry-fields'
import { useEntry } from './use-entry'
import './index.scss'

const hints = {
  answered: '照着他们说的一题一题录',
  refused: '这次不再问，也不再提醒',
  notReached: '还留在名单里，可以再联系',
} as const

interface EntryProps {
  campaign: EntryCampaign
  household: Household
  onGone: () => void
}

const Entry = ({ campaign, household, onGone }: EntryProps) => {
  const { campaignId, questions } = campaign
  const { householdId, place, names, tries, noCalls } = household
  const toList = () => back('work/campaigns/index')
  const form = useEntry({ campaignId, householdId, questions, onRecorded: toList, onOutdated: onGone })
  const { draft, asked, change } = form
  return (
    <Page
      title="录入答复"
      bottom={
        draft.result !== null && (
          <PrimaryButton id="entry-submit" busy={form.busy} onClick={() => void form.submit()}>
            记下
          </PrimaryButton>
        )
      }
    >
      <Section title={place} hint={campaign.title}>
        <Text>{names.join('、')}</Text>
        {tries > 0 && <Text>，{tries} 次没有联系到</Text>}
      </Section>
      {noCalls && (
        <Banner meaning="dueSoon" icon="phone" title="这户有人不希望接电话" text="请用纸质问卷，或者问愿意答的家人" />
      )}
      <Section>
        <View className="entry-form">
          <View className="entry-question">
            <Text className="entry-words">怎么问的</Text>
            <Choices
              label="怎么问的"
              idStart="entry-channel"
              choices={enteredChannels.map(id => ({ id, word: campaignChannelLabels[id] }))}
              chosen={[draft.channel]}
              onChoose={channel => change({ channel })}
            />
          </View>
          <View className="entry-question">
            <Text className="entry-words">结果</Text>
            <Choices
              label="结果"
              idStart="entry-result"
              form="rows"
              choices={keysOf(campaignResultLabels).map(id => ({
                id,
                word: campaignResultLabels[id],
                hint: hints[id],
              }))}
              chosen={draft.result === null ? [] : [draft.result]}
              onChoose={result => change({ result })}
            />
          </View>
        </View>
      </Section>
      {draft.result === 'answered' && (
        <Section title="他们的回答" hint="没有答的题空着就好">
          <View className="entry-form" id="entry-answers">
            <EntryFields asked={asked} answers={draft.answers} onChange={form.answer} />
            <SwitchField
              id="entry-anonymous"
              label="不记名"
              hint="不记是哪一户答的，只记楼栋和入住了多久"
              checked={draft.anonymous}
              onChange={anonymous => change({ anonymous })}
            />
          </View>
        </Section>
      )}
    </Page>
  )
}

/** What one household said on paper, by telephone or at the door, or that it did not. */
export default function HouseholdEntryPage() {
  useAccount()
  const { params } = useRouter()
  const campaignId = queryText(params.campaignId)
  const householdId = queryText(params.householdId)
  const campaign = useEntryCampaign(campaignId)
  const open = useOpenHousehold(campaignId, householdId)
  // Once opened it stays, also when the list has lost it because it was written down.
  const [begun, setBegun] = useState<{ campaign: EntryCampaign; household: Household } | null>(null)
  const [gone, setGone] = useState(false)
  const household = open.value?.household
  if (!begun && campaign.value && household?.mayEnter) setBegun({ campaign: campaign.value, household })
  if (begun && !gone) return <Entry {...begun} onGone={() => setGone(true)} />
  return (
    <Page title="录入答复">
      <ReadingStates reading={gone ? { ...open, value: { household: null }, error: null } : open}>
        {() => (
          <EmptyState
            title="这户现在不用录入"
            text="可能已经有结果，调查已经结束，或者这是您自己家"
            action={{ word: '看其他住户', onClick: () => back('work/campaigns/index') }}
          />
        )}
      </ReadingStates>
    </Page>
  )
}
