import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { ask } from '@/shell/feedback'
import { open } from '@/data/session/navigation'
import type { ResponseOf } from '../../../types/contract/index'
import { limits } from '../../../types/limits'
import { SearchChoices } from '../components/search-choices'
import { postWords } from '../format/roster'
import type { Colleague } from '../hooks/use-staff'

export type HandedOver = ResponseOf<'staff', 'handOver'>

interface HandOverSheetProps {
  person: Colleague
  others: readonly Colleague[]
  /** What the reason begins with. */
  reason: string
  busy: boolean
  onHandOver: (toPersonId: string | undefined, reason: string) => Promise<HandedOver | null>
  onClose: () => void
}

const byRules = 'rules'
/** Most lines shown one by one; longer lists are not read line by line. */
const mostShown = 50

const Result = ({ name, moved }: { name: string; moved: HandedOver['moved'] }) => (
  <View className="manage-stack" id="handed-over" {...a11y({ role: 'status', live: 'polite' })}>
    <Text>{moved.length === 0 ? `${name}手上没有可以移交的工单` : `已移交 ${moved.length} 张，时限不变：`}</Text>
    <View>
      {moved.slice(0, mostShown).map(({ ticketId, number, to }) => (
        <View
          key={ticketId}
          className="handed-row tappable"
          {...a11y({ role: 'link', summary: `工单 ${number}，移交给${to}` })}
          onClick={() => open('work/ticket/index', { ticketId })}
        >
          <Text>工单 {number}</Text>
          <Text className="handed-to">{to}</Text>
        </View>
      ))}
    </View>
    {moved.length > mostShown && <Text className="manage-hint">还有 {moved.length - mostShown} 张</Text>}
  </View>
)

/** All open tickets of one person to others, in one step, with what became of each (D-RT-7). */
export const HandOverSheet = ({
  person,
  others,
  reason: firstReason,
  busy,
  onHandOver,
  onClose,
}: HandOverSheetProps) => {
  const [to, setTo] = useState(byRules)
  const [reason, setReason] = useState(firstReason)
  const [tried, setTried] = useState(false)
  const [result, setResult] = useState<HandedOver | null>(null)
  const missing = reason.trim() === '' ? '请写明移交的原因' : undefined
  const receiver = others.find(({ id }) => id === to)
  const go = async () => {
    setTried(true)
    if (missing) return
    const sure = await ask({
      title: `移交${person.name}的工单？`,
      text: receiver ? `全部交给${receiver.name}，时限不变` : '每一张按规则交给下一位合适的人，时限不变',
      confirm: '移交',
    })
    if (!sure) return
    const moved = await onHandOver(receiver?.id, reason.trim())
    if (moved) setResult(moved)
  }
  return (
    <Sheet
      id="hand-over-sheet"
      title={`移交${person.name}的工单`}
      onClose={onClose}
      actions={
        result ? (
          <PrimaryButton id="hand-over-close" onClick={onClose}>
            知道了
          </PrimaryButton>
        ) : (
          <PrimaryButton id="hand-over-go" busy={busy} onClick={() => void go()}>
            移交全部 {person.openTickets} 张
          </PrimaryButton>
        )
      }
    >
      {result ? (
        <Result name={person.name} moved={result.moved} />
      ) : (
        <>
          <Text className="manage-field-label">交给谁</Text>
          <SearchChoices
            id="hand-over-to"
            label="接手的人"
            options={[
              { id: byRules, word: '按规则，逐张交给下一位', hint: '管家、技能、在岗和手上的工单都会考虑' },
              ...others.map(other => ({
                id: other.id,
                word: other.name,
                hint: `${postWords(other)}${other.onLeaveToday ? ' · 今天请假' : ''} · 手上 ${other.openTickets} 张`,
              })),
            ]}
            chosen={[to]}
            onChoose={setTo}
          />
          <TextField
            id="hand-over-reason"
            label="原因"
            value={reason}
            onChange={setReason}
            max={limits.shortText}
            error={tried ? missing : undefined}
            placeholder="例如：休假到 3 月 8 日"
          />
        </>
      )}
    </Sheet>
  )
}
