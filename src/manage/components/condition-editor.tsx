import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Choices } from '@/ui/choices'
import { Icon } from '@/ui/icon'
import type { Condition, Policy } from '../../../types/contract/policy-document'
import { listOf } from '../../../types/list-of'
import { channelLabels, kindLabels, severityLabels, urgencyLabels } from '../../../types/vocabulary'
import { editableParts, emptyPart, partLabels, type EditablePart } from '../format/condition'
import { toggled } from '../format/edit'
import { calendarName } from '../../../types/words/calendar'
import type { CurrentPolicy } from '../hooks/policy-session'
import { PickField } from './pick-field'
import { SearchChoices } from './search-choices'
import { TimeField } from './time-field'
import './condition-editor.scss'

interface ConditionEditorProps {
  value: Condition
  onChange: (value: Condition) => void
  policy: Policy
  current: Pick<CurrentPolicy, 'buildings' | 'places'>
}

const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([id, word]) => ({ id, word }))
const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ id, word: name }))

/** Roots with a word that tells them from a leaf; a leaf is found by its root too. */
const categoryChoices = ({ categories }: Policy) => {
  const nameOf = new Map(categories.map(({ id, name }) => [id, name]))
  return categories.map(({ id, name, parentId }) =>
    parentId === null ? { id, word: `${name}（整类）` } : { id, word: name, also: nameOf.get(parentId) ?? '' },
  )
}

const vocabularies = { kind: kindLabels, urgency: urgencyLabels, severity: severityLabels, channel: channelLabels }
const yesNo: Record<'anonymous' | 'keyCustomer', [yes: string, no: string]> = {
  anonymous: ['匿名', '实名'],
  keyCustomer: ['是重点客户', '不是'],
}

interface PartProps extends ConditionEditorProps {
  part: EditablePart
}

/** What is needed to enter one part; each is entered in its own way. */
const PartControl = ({ part, value, onChange, policy, current }: PartProps) => {
  const change = (next: Condition) => onChange({ ...value, ...next })
  const id = `when-${part}`
  switch (part) {
    case 'kind':
    case 'urgency':
    case 'severity':
    case 'channel': {
      const chosen: readonly string[] = listOf(value[part])
      return (
        <Choices
          several
          choices={choicesOf(vocabularies[part])}
          chosen={chosen}
          onChoose={picked => change({ [part]: toggled(chosen, picked) })}
          label={partLabels[part]}
          idStart={id}
        />
      )
    }
    case 'category':
    case 'building':
    case 'place': {
      const chosen = listOf(value[part])
      const options =
        part === 'category' ? categoryChoices(policy) : named(part === 'building' ? current.buildings : current.places)
      return (
        <SearchChoices
          several
          id={id}
          label={partLabels[part]}
          options={options}
          chosen={chosen}
          onChoose={picked => change({ [part]: toggled(chosen, picked) })}
        />
      )
    }
    case 'anonymous':
    case 'keyCustomer': {
      const [yes, no] = yesNo[part]
      return (
        <Choices
          choices={[
            { id: 'yes', word: yes },
            { id: 'no', word: no },
          ]}
          chosen={[value[part] ? 'yes' : 'no']}
          onChoose={chosen => change({ [part]: chosen === 'yes' })}
          label={partLabels[part]}
          idStart={id}
        />
      )
    }
    case 'timeOfDay': {
      const { from, to } = value.timeOfDay ?? { from: '18:00', to: '08:00' }
      return (
        <>
          <View className="manage-pair">
            <TimeField
              id={`${id}-from`}
              label="从"
              value={from}
              onChange={time => change({ timeOfDay: { from: time, to } })}
            />
            <TimeField
              id={`${id}-to`}
              label="到"
              closing
              value={to}
              onChange={time => change({ timeOfDay: { from, to: time } })}
            />
          </View>
          {to < from && <Text className="manage-hint">跨零点，到次日 {to}</Text>}
        </>
      )
    }
    case 'open': {
      const { calendar, is } = value.open ?? { calendar: policy.workingHours, is: true }
      return (
        <View className="manage-stack">
          <PickField
            id={`${id}-calendar`}
            label="哪个日历"
            options={Object.keys(policy.calendars).map(name => ({ id: name, word: calendarName(name, policy) }))}
            value={calendar}
            onChange={name => change({ open: { calendar: name, is } })}
          />
          <Choices
            choices={[
              { id: 'yes', word: '上班时间' },
              { id: 'no', word: '下班时间' },
            ]}
            chosen={[is ? 'yes' : 'no']}
            onChoose={chosen => change({ open: { calendar, is: chosen === 'yes' } })}
            label={partLabels.open}
            idStart={id}
          />
        </View>
      )
    }
  }
}

/** What a rule asks of a ticket: every part that is there must hold (D-RT-1). */
export const ConditionEditor = (props: ConditionEditorProps) => {
  const { value, onChange, policy } = props
  const [adding, setAdding] = useState(false)
  const set = editableParts.filter(part => value[part] !== undefined)
  const unset = editableParts.filter(part => value[part] === undefined)
  return (
    <View className="condition" id="condition">
      <Text className="manage-field-label">
        {set.length === 0 ? '条件：没有条件，前面的规则都不符合时用这一条' : '条件：下面各项都符合时'}
      </Text>
      {set.map(part => (
        <View key={part} className="condition-part">
          <View className="condition-part-head">
            <Text className="condition-part-name">{partLabels[part]}</Text>
            <View
              id={`remove-${part}`}
              className="manage-remove tappable"
              {...a11y({ role: 'button', label: `去掉条件：${partLabels[part]}` })}
              onClick={() => onChange({ ...value, [part]: undefined })}
            >
              <Icon name="close" />
            </View>
          </View>
          <PartControl {...props} part={part} />
        </View>
      ))}
      {unset.length > 0 && !adding && (
        <View
          id="add-condition"
          className="manage-add tappable"
          {...a11y({ role: 'button', expanded: false })}
          onClick={() => setAdding(true)}
        >
          <Icon name="plus" />
          <Text>加一个条件</Text>
        </View>
      )}
      {unset.length > 0 && adding && (
        <>
          <Text className="manage-field-label">加哪个条件</Text>
          <Choices
            choices={unset.map(part => ({ id: part, word: partLabels[part], icon: 'plus' as const }))}
            chosen={[]}
            onChoose={part => {
              setAdding(false)
              onChange({ ...value, ...emptyPart(part, policy.workingHours) })
            }}
            label="加哪个条件"
            idStart="add"
          />
        </>
      )}
    </View>
  )
}
