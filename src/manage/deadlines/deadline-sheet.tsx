import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Choices } from '@/ui/choices'
import { Icon } from '@/ui/icon'
import { Sheet } from '@/ui/sheet'
import type { DeadlineRule, DeadlineTarget, Policy } from '../../../types/contract/policy-document'
import { listOf } from '../../../types/list-of'
import { deadlineKindLabels, holdReasonLabels, keysOf, roleLabels, type Role } from '../../../types/vocabulary'
import { ConditionEditor } from '../components/condition-editor'
import { EditActions } from '../components/edit-actions'
import { PickField } from '../components/pick-field'
import { settled } from '../format/condition'
import { replaced, toggled, without } from '../format/edit'
import { calendarName } from '../../../types/words/calendar'
import { levelText } from '../../../types/words/deadline'
import type { CurrentPolicy } from '../hooks/policy-session'
import { TargetFields } from './target-fields'

interface DeadlineSheetProps {
  rule: DeadlineRule
  policy: Policy
  current: CurrentPolicy
  onDone: (rule: DeadlineRule) => void
  onDelete?: () => void
  onClose: () => void
}

type Level = NonNullable<DeadlineRule['escalate']>[number]

const usualWarnings = [0.25, 0.5, 0.75, 0.8, 0.9]
const usualLevels = [1, 1.25, 1.5, 2, 3]
const merged = (usual: readonly number[], used: readonly number[]) =>
  [...new Set([...usual, ...used])].sort((a, b) => a - b)

const waitingChoices = keysOf(holdReasonLabels).map(id => ({ id, word: holdReasonLabels[id] }))

/** Posts an escalation can be told to. */
const receivers = (Object.keys(roleLabels) as Role[])
  .filter(role => role !== 'resident' && role !== 'supervisor' && role !== 'admin')
  .map(id => ({ id, word: roleLabels[id] }))

const Levels = ({ levels, onChange }: { levels: readonly Level[]; onChange: (levels: Level[]) => void }) => {
  const shares = merged(
    usualLevels,
    levels.map(({ at }) => at),
  ).map(at => ({ id: String(at), word: levelText(at) }))
  const last = levels[levels.length - 1]
  return (
    <View className="manage-stack">
      {levels.map((level, index) => (
        <View key={index} className="deadline-level">
          <PickField
            id={`level-at-${index}`}
            label={`第 ${index + 1} 级`}
            options={shares}
            value={String(level.at)}
            onChange={at => onChange(replaced(levels, index, { ...level, at: Number(at) }))}
          />
          <PickField
            id={`level-to-${index}`}
            label="上报给"
            options={receivers}
            value={level.to}
            onChange={to => onChange(replaced(levels, index, { ...level, to }))}
          />
          <View
            id={`level-remove-${index}`}
            className="manage-remove tappable"
            {...a11y({ role: 'button', label: `去掉第 ${index + 1} 级` })}
            onClick={() => onChange(without(levels, index))}
          >
            <Icon name="close" />
          </View>
        </View>
      ))}
      {levels.length < 10 && (
        <View
          id="level-add"
          className="manage-add tappable"
          {...a11y({ role: 'button' })}
          onClick={() =>
            onChange([...levels, { at: last ? last.at + 0.5 : 1, to: last ? 'serviceManager' : 'departmentHead' }])
          }
        >
          <Icon name="plus" />
          <Text>加一级上报</Text>
        </View>
      )}
    </View>
  )
}

/** One line of the deadline table (D-SLA-15). */
export const DeadlineSheet = ({ rule, policy, current, onDone, onDelete, onClose }: DeadlineSheetProps) => {
  const [when, setWhen] = useState(rule.when ?? {})
  const [waitingFor, setWaitingFor] = useState(listOf(rule.waitingFor))
  const [calendar, setCalendar] = useState(rule.calendar)
  const [target, setTarget] = useState<DeadlineTarget | null>(rule.target)
  const [warn, setWarn] = useState<readonly number[]>(rule.warn ?? [])
  const [escalate, setEscalate] = useState<readonly Level[]>(rule.escalate ?? [])
  const done = () => {
    if (target === null) return
    const condition = settled(when)
    onDone({
      kind: rule.kind,
      ...(condition ? { when: condition } : {}),
      ...(waitingFor.length > 0 ? { waitingFor: [...waitingFor] } : {}),
      calendar,
      target,
      ...(warn.length > 0 || rule.warn ? { warn: [...warn].sort((a, b) => a - b) } : {}),
      ...(escalate.length > 0 || rule.escalate ? { escalate: [...escalate] } : {}),
    })
  }
  return (
    <Sheet
      id="deadline-sheet"
      title={`时限：${deadlineKindLabels[rule.kind]}`}
      onClose={onClose}
      actions={<EditActions id="deadline" onDone={done} disabled={target === null} onDelete={onDelete} />}
    >
      <TargetFields initial={rule.target} onChange={setTarget} />
      <PickField
        id="deadline-calendar"
        label="按哪个日历计时"
        options={Object.keys(policy.calendars).map(id => ({ id, word: calendarName(id, policy) }))}
        value={calendar}
        onChange={setCalendar}
      />
      <ConditionEditor value={when} onChange={setWhen} policy={policy} current={current} />
      <Text className="manage-field-label">只在因这些原因挂起时适用（不选：都适用）</Text>
      <Choices
        several
        choices={waitingChoices}
        chosen={waitingFor}
        onChoose={reason => setWaitingFor(toggled(waitingFor, reason))}
        label="只在因这些原因挂起时适用"
        idStart="waiting"
      />
      <Text className="manage-field-label">用掉多少时间时提醒</Text>
      <Choices
        several
        choices={merged(usualWarnings, warn).map(share => ({ id: String(share), word: `${Math.round(share * 100)}%` }))}
        chosen={warn.map(String)}
        onChoose={share => setWarn(toggled(warn, Number(share)))}
        label="用掉多少时间时提醒"
        idStart="warn"
      />
      <Text className="manage-field-label">没有按时做到时上报</Text>
      <Levels levels={escalate} onChange={setEscalate} />
    </Sheet>
  )
}
