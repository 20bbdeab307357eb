import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { useObserved } from '@/data/device/use-observed'
import { me } from '@/data/session/session'
import { FactList } from '@/ui/fact-list'
import { DateField } from '@/ui/date-field'
import { SwitchField } from '@/ui/switch-field'
import { dayWords } from '../format/days'
import { postWords } from '../format/roster'
import type { Colleague } from '../hooks/use-staff'

interface PersonSheetProps {
  person: Colleague
  today: string
  editable: boolean
  busy: string | null
  onPresence: (present: boolean) => void
  onAddLeave: (from: string, to: string) => void
  onRemoveLeave: (from: string, to: string) => void
  onHandOver: () => void
  onClose: () => void
}

const leaveWords = ({ from, to }: Colleague['leave'][number]): string =>
  from === to ? dayWords(from) : `${dayWords(from)} 到 ${dayWords(to)}`

/** One colleague: at work or not, leave, and the way of the open tickets to others. */
export const PersonSheet = ({
  person,
  today,
  editable,
  busy,
  onPresence,
  onAddLeave,
  onRemoveLeave,
  onHandOver,
  onClose,
}: PersonSheetProps) => {
  const [adding, setAdding] = useState(false)
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState(today)
  const places = new Map((useObserved(me)?.places ?? []).map(({ placeId, name }) => [placeId, name]))
  const buildings = [...new Set(person.posts.flatMap(post => post.buildings))].flatMap(id => places.get(id) ?? [])
  const coming = person.leave.filter(span => span.to >= today)
  return (
    <Sheet
      id="person-sheet"
      title={person.name}
      onClose={onClose}
      actions={
        editable && (
          <PrimaryButton
            id="hand-over"
            kind="plain"
            icon="swap"
            disabled={person.openTickets === 0}
            onClick={onHandOver}
          >
            {person.openTickets === 0 ? '手上没有工单' : `移交手上 ${person.openTickets} 张工单`}
          </PrimaryButton>
        )
      }
    >
      <FactList
        facts={[
          ['岗位', postWords(person)],
          ['楼栋', buildings.join('、')],
          ['手上工单', `${person.openTickets} 张`],
        ]}
      />
      <SwitchField
        id="presence"
        label="在岗"
        hint="关掉以后，新工单先派给别人"
        checked={person.present}
        disabled={!editable || busy !== null}
        onChange={onPresence}
      />
      <Text className="manage-field-label">请假</Text>
      {coming.length === 0 && <Text>没有安排请假</Text>}
      {coming.map(span => (
        <View key={`${span.from}:${span.to}`} className="leave-row">
          <Text className="leave-words">{leaveWords(span)}</Text>
          {editable && (
            <View
              id={`leave-remove-${span.from}`}
              className="manage-remove tappable"
              {...a11y({ role: 'button', label: `取消请假：${leaveWords(span)}` })}
              onClick={() => onRemoveLeave(span.from, span.to)}
            >
              <Icon name="close" />
            </View>
          )}
        </View>
      ))}
      {editable && !adding && (
        <View
          id="leave-add"
          className="manage-add tappable"
          {...a11y({ role: 'button' })}
          onClick={() => setAdding(true)}
        >
          <Icon name="plus" />
          <Text>登记请假</Text>
        </View>
      )}
      {adding && (
        <View className="manage-stack">
          <View className="manage-pair manage-pair-stacked">
            <DateField
              id="leave-from"
              label="第一天"
              value={from}
              onChange={day => {
                setFrom(day)
                if (to < day) setTo(day)
              }}
            />
            <DateField id="leave-to" label="最后一天" value={to} onChange={setTo} />
          </View>
          <PrimaryButton
            id="leave-done"
            busy={busy === 'addLeave'}
            disabled={to < from}
            onClick={() => onAddLeave(from, to)}
          >
            {to < from ? '最后一天要晚于第一天' : '登记请假'}
          </PrimaryButton>
        </View>
      )}
    </Sheet>
  )
}
