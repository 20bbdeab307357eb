import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { queryText } from '@/data/session/query-text'
import { useAccount } from '@/data/session/use-account'
import { ReadingStates } from '@/shell/reading-states'
import { Choices } from '@/ui/choices'
import { EmptyState } from '@/ui/empty-state'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { SwitchField } from '@/ui/switch-field'
import { TextField } from '@/ui/text-field'
import type { Question } from '../../../types/contract/questionnaire'
import { limits } from '../../../types/limits'
import { campaignKindLabels, keysOf, type CampaignKind } from '../../../types/vocabulary'
import { usualQuestions } from '../../../types/words/usual-questions'
import { CenterName } from '../components/center-name'
import { DateField } from '@/ui/date-field'
import { ManagePage } from '../components/manage-page'
import { NumberField } from '../components/number-field'
import { ProblemNotes } from '../components/problem-notes'
import { QuestionList } from '../components/question-list'
import { useCampaign, useCampaigns, type CampaignView, type ListedCampaign } from '../hooks/use-campaigns'
import { useCenter } from '../hooks/use-center'
import { CampaignPreview } from './campaign-preview'
import { useEditor } from './use-editor'
import './index.scss'

interface BeginningsProps {
  kind: CampaignKind
  /** Of the center, newest first. */
  campaigns: readonly ListedCampaign[]
  onChoose: (questions: readonly Question[]) => void
}

/** Where to begin with no question yet: those of the last survey, with which this one can then be compared, or the usual ones. */
const Beginnings = ({ kind, campaigns, onChoose }: BeginningsProps) => {
  const last = campaigns.find(one => one.kind === kind && (one.state === 'open' || one.state === 'closed'))
  const { value: before } = useCampaign(last?.campaignId ?? null)
  return (
    <View className="editor-ways">
      {before && (
        <PrimaryButton id="questions-last" icon="refresh" onClick={() => onChoose(before.questions)}>
          沿用上次的 {before.questions.length} 题，好比较
        </PrimaryButton>
      )}
      {kind === 'quarterly' && (
        <PrimaryButton
          id="questions-usual"
          kind={before ? 'plain' : 'primary'}
          onClick={() => onChoose(usualQuestions)}
        >
          从常用的 {usualQuestions.length} 题开始
        </PrimaryButton>
      )}
    </View>
  )
}

interface EditorProps {
  /** The one that is changed; null: a new one. */
  campaign: CampaignView | null
  campaigns: readonly ListedCampaign[]
}

const Editor = ({ campaign, campaigns }: EditorProps) => {
  const { key } = useCenter()
  const { edited, change, save, busy, fields, problems } = useEditor(campaign, key)
  const { kind, title, questions, all, sampleSize, from, until, reminds, remindAfterDays } = edited
  return (
    <ManagePage
      title="起草调查"
      bottom={
        <PrimaryButton id="editor-save" busy={busy} onClick={() => void save()}>
          保存
        </PrimaryButton>
      }
      aside={questions.length > 0 && <CampaignPreview questions={questions} />}
    >
      <CenterName />
      <Section>
        <View className="editor-fields">
          <Choices
            label="哪一种"
            idStart="editor-kind"
            choices={keysOf(campaignKindLabels).map(id => ({ id, word: campaignKindLabels[id] }))}
            chosen={[kind]}
            onChoose={chosen => change({ kind: chosen })}
          />
          <TextField
            id="editor-title"
            label="名称（业主会看到）"
            value={title}
            max={limits.name}
            error={fields.title}
            onChange={text => change({ title: text })}
          />
        </View>
      </Section>
      <QuestionList
        title={`问 ${questions.length} 题`}
        questions={questions}
        most={limits.campaignQuestions}
        problems={problems}
        path="questions"
        standardAsked={false}
        onChange={next => change({ questions: next })}
      />
      {questions.length === 0 && (
        <Beginnings kind={kind} campaigns={campaigns} onChoose={next => change({ questions: next })} />
      )}
      <Section title="问谁" hint="不希望被回访的、这个月已经问过多次的住户不会问">
        <View className="editor-fields">
          <Choices
            label="问谁"
            idStart="editor-scope"
            form="rows"
            choices={[
              { id: 'all', word: '全部住户' },
              { id: 'sample', word: '抽一部分', hint: '每栋楼、住得久的和新来的都按比例抽到' },
            ]}
            chosen={[all ? 'all' : 'sample']}
            onChoose={chosen => change({ all: chosen === 'all' })}
          />
          {!all && (
            <NumberField
              id="editor-sample"
              label="抽多少户（户）"
              value={sampleSize}
              error={fields.sampleSize}
              onChange={figure => {
                if (figure !== null) change({ sampleSize: figure })
              }}
            />
          )}
        </View>
      </Section>
      <Section title="什么时候" hint="开始那天是今天或已经过了，发出时就马上请大家填">
        <View className="editor-fields">
          <View className="manage-pair manage-pair-stacked">
            <DateField id="editor-from" label="从" value={from} onChange={day => change({ from: day })} />
            <DateField id="editor-until" label="到（含这天）" value={until} onChange={day => change({ until: day })} />
          </View>
          <ProblemNotes problems={problems} at="fromAt" />
          <ProblemNotes problems={problems} at="untilAt" />
          <SwitchField
            id="editor-reminds"
            label="提醒一次还没答的住户"
            checked={reminds}
            onChange={on => change({ reminds: on })}
          />
          {reminds && (
            <NumberField
              id="editor-remind-days"
              label="发出几天后提醒（天）"
              value={remindAfterDays}
              error={fields.remindAfterDays}
              onChange={figure => {
                if (figure !== null) change({ remindAfterDays: figure })
              }}
            />
          )}
        </View>
      </Section>
    </ManagePage>
  )
}

/** Draws up a survey of the estate, or changes one that has not been sent. */
export default function CampaignEditorPage() {
  useAccount()
  const campaignId = queryText(useRouter().params.campaignId)
  const list = useCampaigns()
  const reading = useCampaign(campaignId)
  // A new one begins today, and what day that is the server says with its first answer.
  const [asked, setAsked] = useState(false)
  if (!asked && (list.error !== null || !list.loading)) setAsked(true)
  const campaigns = list.value?.items
  // As it was when it was opened: what is typed does not give way to what is read again.
  if (campaigns && campaignId === null && asked && list.value?.mayDrawUp)
    return <Editor key="new" campaign={null} campaigns={campaigns} />
  if (campaigns && reading.value?.may.edit)
    return <Editor key={campaignId} campaign={reading.value} campaigns={campaigns} />
  const shut = () => <EmptyState title="这份调查现在不能改" text="已经发出，或者不归您起草" />
  return (
    <ManagePage title="起草调查">
      {campaignId === null ? (
        <ReadingStates reading={{ ...list, value: asked ? list.value : null }}>{shut}</ReadingStates>
      ) : (
        <ReadingStates reading={{ ...reading, value: list.value === null ? null : reading.value }}>
          {shut}
        </ReadingStates>
      )}
    </ManagePage>
  )
}
