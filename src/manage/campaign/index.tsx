import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { call } from '@/data/call/client'
import { back, open } from '@/data/session/navigation'
import { queryText } from '@/data/session/query-text'
import { useAccount } from '@/data/session/use-account'
import { ask, holdingOn, say, sayAfterTurn, sayError } from '@/shell/feedback'
import { ReadingStates } from '@/shell/reading-states'
import { TrackedBar } from '@/ticket/campaign/tracked-bar'
import { EmptyState } from '@/ui/empty-state'
import { FactList } from '@/ui/fact-list'
import { ItemList } from '@/ui/item-list'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { StatusTag } from '@/ui/status-tag'
import {
  campaignChannelLabels,
  campaignKindLabels,
  campaignStateLabels,
  notAskedLabels,
} from '../../../types/vocabulary'
import { ManagePage } from '../components/manage-page'
import { periodWords, previewWords, responseWords, scopeWords, stateMeanings } from '../format/campaign'
import { countedWords } from '../format/figures'
import { questionFacts } from '../format/questionnaire'
import { useCampaign, useCampaignActs, type CampaignView } from '../hooks/use-campaigns'
import './index.scss'

const list = 'manage/campaigns/index'

/** How many were asked and what became of it, in whole and building by building. */
const Progress = ({ campaign }: { campaign: CampaignView }) => {
  const { all, byBuilding, byChannel, notAsked } = campaign
  const reasons = countedWords(notAsked, notAskedLabels)
  const channels = countedWords(byChannel, campaignChannelLabels)
  return (
    <>
      <Section title="答了多少">
        <View id="campaign-tracking">
          <Text className="campaign-share">{responseWords(all)}</Text>
          <TrackedBar tracked={all} />
        </View>
      </Section>
      {byBuilding.length > 1 && (
        <Section title="各楼栋">
          <ItemList>
            {byBuilding.map(building => (
              <View key={building.key} className="campaign-building">
                <View className="campaign-building-words">
                  <Text className="campaign-building-name">{building.name}</Text>
                  <Text>{responseWords(building)}</Text>
                </View>
                <TrackedBar tracked={building} />
              </View>
            ))}
          </ItemList>
        </Section>
      )}
      {channels.length > 0 && (
        <Section title="从哪里答的">
          <FactList facts={channels} />
        </Section>
      )}
      {reasons.length > 0 && (
        <Section title="没有问的" hint="抽到了，但不打扰，不算进答复率">
          <FactList facts={reasons} />
        </Section>
      )}
    </>
  )
}

const About = ({ campaign }: { campaign: CampaignView }) => {
  const { kind, state, sampleSize, seed, frame, remindAfterDays, questions } = campaign
  return (
    <>
      <Section
        title={campaign.title}
        aside={<StatusTag meaning={stateMeanings[state]} word={campaignStateLabels[state]} />}
      >
        <FactList
          facts={[
            ['类型', campaignKindLabels[kind]],
            ['时间', periodWords(campaign)],
            ['问谁', scopeWords(sampleSize)],
            ['提醒', remindAfterDays === null ? '不提醒' : `发出 ${remindAfterDays} 天后提醒还没答的一次`],
            ['从多少户里抽', frame === null || sampleSize === null ? null : `${frame} 户`],
            ['抽样种子', seed === null || sampleSize === null ? null : `${seed}（用它可以重新抽出同样的住户）`],
          ]}
        />
      </Section>
      <Section title={`${questions.length} 道题`}>
        {questions.map((question, index) => (
          <View key={question.id} className="campaign-question">
            <Text>
              {index + 1}. {question.words}
            </Text>
            <View>
              <Text className="manage-hint">{questionFacts(question, questions.slice(0, index))}</Text>
            </View>
          </View>
        ))}
      </Section>
    </>
  )
}

/** What can be done with it now, as the server says. */
const Ways = ({ campaign, reload }: { campaign: CampaignView; reload: () => Promise<void> }) => {
  const { busy, act } = useCampaignActs()
  const { campaignId, state, may } = campaign

  const send = async () => {
    try {
      const preview = await holdingOn('正在核对住户', () =>
        call('campaign', 'preview', { campaignId }, { retries: 1, timeoutMs: 60_000 }),
      )
      const sure = await ask({
        title: '现在发出？',
        text: `${previewWords(preview)}发出以后，题目、时间和范围都不能再改。`,
        confirm: '发出',
      })
      if (!sure) return
    } catch (error) {
      return sayError(error)
    }
    const outcome = await act('open', { campaignId })
    if (outcome.ok) say(outcome.answer.state === 'scheduled' ? '已定好，到时间自动发出' : '已发出')
    else sayError(outcome.error)
    await reload()
  }
  const remove = async () => {
    const sure = await ask({ title: '删除这份调查？', text: '还没有发给任何人，删除后找不回来', confirm: '删除' })
    if (!sure) return
    const outcome = await act('remove', { campaignId })
    if (!outcome.ok) {
      sayError(outcome.error)
      return reload()
    }
    sayAfterTurn('已删除')
    back(list)
  }
  return (
    <>
      {may.remove && (
        <PrimaryButton id="campaign-remove" kind="plain" busy={busy} onClick={() => void remove()}>
          删除
        </PrimaryButton>
      )}
      {may.edit && (
        <PrimaryButton
          id="campaign-edit"
          kind="plain"
          onClick={() => open('manage/campaign-editor/index', { campaignId })}
        >
          修改
        </PrimaryButton>
      )}
      {may.open && (
        <PrimaryButton id="campaign-open" busy={busy} onClick={() => void send()}>
          发出
        </PrimaryButton>
      )}
      {may.enter && (
        <PrimaryButton id="campaign-enter" onClick={() => open('work/campaign/index', { campaignId })}>
          录入答复
        </PrimaryButton>
      )}
      {may.report && (
        <PrimaryButton id="campaign-report" onClick={() => open('manage/campaign-report/index', { campaignId })}>
          看报告
        </PrimaryButton>
      )}
      {state === 'closed' && !may.report && <Text className="manage-hint">调查已经结束，报告由管理人员查看</Text>}
      {state === 'draft' && !may.open && may.edit && (
        <Text className="manage-hint">还不能发出：先改好题目和结束时间</Text>
      )}
    </>
  )
}

/** One survey of the estate: what it asks, whom, and how far it has come. */
export default function ManageCampaignPage() {
  useAccount()
  const campaignId = queryText(useRouter().params.campaignId)
  const reading = useCampaign(campaignId)
  const { value, reload } = reading
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  const sent = value?.state === 'open' || value?.state === 'closed'
  return (
    <ManagePage
      title="住户调查"
      full
      bottom={value && <Ways campaign={value} reload={reload} />}
      aside={value && sent && <Progress campaign={value} />}
    >
      {campaignId === null ? (
        <EmptyState title="没有这份调查" action={{ word: '看全部调查', onClick: () => back(list) }} />
      ) : (
        <ReadingStates reading={reading}>{campaign => <About campaign={campaign} />}</ReadingStates>
      )}
    </ManagePage>
  )
}
