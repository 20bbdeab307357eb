import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { Choices } from '@/ui/choices'
import { MediaPicker } from '@/ticket/media/media-picker'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { SwitchField } from '@/ui/switch-field'
import { TextField } from '@/ui/text-field'
import { CallError } from '@/data/call/call-error'
import { say, sayError } from '@/shell/feedback'
import { useHolds } from '@/data/session/use-holds'
import { limits } from '../../../types/limits'
import {
  kindLabels,
  moodLabels,
  relationLabels,
  specialSignLabels,
  urgencyLabels,
  type SpecialSign,
} from '../../../types/vocabulary'
import { CategoryField } from '../fields/category-field'
import { ChoiceField } from '../fields/choice-field'
import { FieldShell } from '@/ui/field-shell'
import { PlaceField } from '../fields/place-field'
import { choicesOf } from '@/ticket/forms/fields'
import { filingOrder, maySettle } from '../filing/file-for'
import { useClassified } from '../hooks/use-classified'
import { NeighboursCard } from '@/ticket/filing/neighbours-card'
import { useNeighbours } from '@/ticket/filing/use-neighbours'
import { useFileFor, type FileFor, type Filed, type Joined } from '../hooks/use-file-for'
import { CategoryProposal } from './category-proposal'
import { ChannelField } from './channel-field'
import { KnownCaller } from './known-caller'
import { PostFields } from './post-fields'
import { SettledFields } from './settled-fields'
import { UrgencyProposal } from './urgency-proposal'
import './file-form.scss'

const toggled = (signs: readonly SpecialSign[], sign: SpecialSign): readonly SpecialSign[] =>
  signs.includes(sign) ? signs.filter(one => one !== sign) : [...signs, sign]

const submitWord = ({ uploads, draft }: FileFor): string => {
  if (uploads.pending > 0) return `正在上传 ${uploads.pending} 个文件`
  return uploads.failed > 0 ? '有文件没有上传成功' : draft.settled && maySettle(draft) ? '登记并办结' : '登记'
}

interface FileFormProps {
  onFiled: (filed: Filed) => void
  onJoined: (joined: Joined) => void
  /** The page around the form; the button belongs to its bottom edge. */
  frame: (content: ReactNode, bottom: ReactNode) => ReactNode
}

/** Everything in the order in which it is said on the telephone. */
export const FileForm = ({ onFiled, onJoined, frame }: FileFormProps) => {
  const filing = useFileFor()
  const { draft, messages, change } = filing
  const classified = useClassified(draft)
  const settles = useHolds('takeTickets')
  // What has been put right on the spot is nobody's open matter.
  const emergency = draft.urgency === 'emergency' || Boolean(draft.settled)
  const neighbours = useNeighbours({ ...draft, emergency })

  const submit = async () => {
    const result = await filing.submit()
    if (result.kind === 'filed') return onFiled(result.filed)
    if (result.kind === 'invalid') return complain(result.messages)
    const conflict = result.error instanceof CallError && result.error.code === 'idempotencyConflict'
    return conflict ? say('刚才那次已经登记成功，请在列表里查看，不必重复登记') : sayError(result.error)
  }

  const join = async (incidentId: string) => {
    if (!filing.uploads.settled) return say(submitWord(filing))
    const result = await filing.join(incidentId)
    if (result.kind === 'joined') return onJoined(result.joined)
    return result.kind === 'invalid' ? complain(result.messages) : sayError(result.error)
  }

  /** Says what is missing, and shows where. */
  const complain = (wrong: Readonly<Record<string, string>>) => {
    const first = filingOrder.find(name => messages[name] ?? wrong[name])
    say((first && wrong[first]) ?? Object.values(wrong)[0] ?? '')
    if (!first) return
    const anchor = `#field-${first.split('.').pop() === 'placeText' ? 'placeId' : first.split('.').pop()}`
    void Taro.pageScrollTo({ selector: anchor, offsetTop: -80, duration: 160 }).catch(() => undefined)
  }

  const content = (
    <>
      <Section title="谁反映的">
        <View className="file-fields">
          <ChannelField value={draft.channel} onChange={channel => change({ channel })} />
          {draft.channel === 'authority' && (
            <SwitchField
              id="field-fromHeadOffice"
              label="总部先收到的"
              hint="处理结果验证以后，要向总部回报"
              checked={draft.fromHeadOffice}
              onChange={fromHeadOffice => change({ fromHeadOffice })}
            />
          )}
          {!draft.anonymous && (
            <View className="file-pair">
              <TextField
                id="field-phone"
                label="电话"
                type="number"
                value={draft.phone}
                onChange={phone => change({ phone })}
                max={limits.phone}
                error={messages['onBehalf.phone']}
              />
              <TextField
                id="field-name"
                label="称呼（选填）"
                value={draft.name}
                onChange={name => change({ name })}
                max={limits.name}
                placeholder="例如：王女士"
                error={messages['onBehalf.name']}
              />
            </View>
          )}
          {!draft.anonymous && <KnownCaller phone={draft.phone} placeId={draft.placeId} onTake={change} />}
          <SwitchField
            id="field-anonymous"
            label="不愿留姓名和电话"
            checked={draft.anonymous}
            onChange={anonymous => change({ anonymous })}
          />
        </View>
      </Section>
      {draft.channel === 'online' && (
        <PostFields value={draft.post} onChange={post => change({ post })} messages={messages} />
      )}
      <Section title="在哪里">
        <PlaceField
          id="field-placeId"
          placeId={draft.placeId}
          placeText={draft.placeText}
          onChange={change}
          error={messages['placeId'] ?? messages['placeText']}
        />
      </Section>
      <Section title="什么事">
        <View className="file-fields">
          <ChoiceField
            id="field-kind"
            label="类型"
            labels={kindLabels}
            chosen={draft.kind}
            onChoose={kind => change({ kind })}
            idStart="kind"
          />
          <FieldShell label="类别" error={messages['category']} id="field-category">
            <CategoryField
              id="category"
              value={draft.category ?? undefined}
              onChange={category => change({ category })}
              label="类别"
            />
          </FieldShell>
          <TextField
            id="field-text"
            label="说了什么"
            multiline
            value={draft.text}
            onChange={text => change({ text })}
            max={limits.text}
            placeholder="照原话记，什么时候开始、影响到什么"
            error={messages['text']}
          />
          <CategoryProposal classified={classified} onTake={category => change({ category })} />
          <ChoiceField
            optional
            id="field-urgency"
            label="紧急程度"
            labels={urgencyLabels}
            chosen={draft.urgency}
            onChoose={urgency => change({ urgency: urgency === draft.urgency ? null : urgency })}
            idStart="urgency"
          >
            {' '}
            <UrgencyProposal classified={classified} chosen={draft.urgency} />
          </ChoiceField>
        </View>
      </Section>
      <NeighboursCard onBehalf found={neighbours} busy={filing.busy} onJoin={incidentId => void join(incidentId)} />
      {settles && maySettle(draft) && (
        <Section title="处理好了吗">
          <SettledFields value={draft.settled ?? null} onChange={settled => change({ settled })} messages={messages} />
        </Section>
      )}
      <Section title="还知道的（选填）">
        <View className="file-fields">
          {!draft.anonymous && (
            <ChoiceField
              id="field-relation"
              label="与房屋的关系"
              labels={relationLabels}
              chosen={draft.relation}
              onChoose={relation => change({ relation: relation === draft.relation ? null : relation })}
              idStart="relation"
            />
          )}
          <ChoiceField
            id="field-mood"
            label="情绪"
            labels={moodLabels}
            chosen={draft.mood}
            onChoose={mood => change({ mood: mood === draft.mood ? null : mood })}
            idStart="mood"
          />
          <FieldShell label="特别情况（可多选，会马上提醒客服部经理）" id="field-signs">
            <Choices
              choices={choicesOf(specialSignLabels)}
              chosen={draft.signs}
              onChoose={sign => change({ signs: toggled(draft.signs, sign as SpecialSign) })}
              label="特别情况"
              idStart="sign"
              several
            />
          </FieldShell>
          <View className="file-pair">
            <TextField
              id="field-demanded"
              label="要求赔偿多少元"
              type="digit"
              value={draft.demanded}
              onChange={demanded => change({ demanded })}
              max={limits.phone}
              error={messages['onBehalf.demanded']}
            />
            <TextField
              id="field-people"
              label="几个人一起来的"
              type="number"
              value={draft.people}
              onChange={people => change({ people })}
              max={limits.phone}
              error={messages['onBehalf.people']}
            />
          </View>
          <TextField
            id="field-expectation"
            label="希望怎么处理"
            value={draft.expectation}
            onChange={expectation => change({ expectation })}
            max={limits.shortText}
          />
          <FieldShell label="照片、视频或语音" error={messages['photos'] ?? messages['recording']} id="field-photos">
            <MediaPicker
              value={filing.uploads.value}
              onChange={filing.uploads.onChange}
              allowRecording
              id="file-media"
            />
          </FieldShell>
        </View>
      </Section>
    </>
  )
  const button = (
    <PrimaryButton id="submit" busy={filing.busy} disabled={!filing.uploads.settled} onClick={() => void submit()}>
      {submitWord(filing)}
    </PrimaryButton>
  )
  return frame(content, button)
}
