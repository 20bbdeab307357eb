import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Choices } from '@/ui/choices'
import { Icon } from '@/ui/icon'
import { Section } from '@/ui/section'
import { useAccount } from '@/data/session/use-account'
import { deadlineKindLabels, type DeadlineKind } from '../../../types/vocabulary'
import { PolicyPage, type PolicyEditing } from '../components/policy-page'
import { ProblemNotes } from '../components/problem-notes'
import type { DeadlineRule } from '../../../types/contract/policy-document'
import { inserted, replaced, without } from '../format/edit'
import { deadlineTargetText, escalationText, warningsText } from '../../../types/words/deadline'
import { deadlineConditionText } from '../../../types/words/policy'
import { usePolicy } from '../hooks/use-policy'
import { DeadlineSheet } from './deadline-sheet'
import './index.scss'

const kinds = Object.keys(deadlineKindLabels) as DeadlineKind[]

/** Which rule is open: by its place, or a new one of a kind. */
type Opened = { index: number } | { kind: DeadlineKind }

const Deadlines = ({ policy, names, current, problems, editable, edit }: PolicyEditing) => {
  const [opened, setOpened] = useState<Opened | null>(null)
  const { deadlines } = policy
  const used = kinds.filter(kind => deadlines.some(rule => rule.kind === kind))
  const unused = kinds.filter(kind => !used.includes(kind))
  const change = (next: DeadlineRule[]) => edit(before => ({ ...before, deadlines: next }))
  const close = () => setOpened(null)
  const timeText = (rule: DeadlineRule) => deadlineTargetText(rule.target, policy.calendars[rule.calendar])
  const newRule = (kind: DeadlineKind): DeadlineRule => ({
    kind,
    calendar: policy.workingHours,
    target: { workingDays: 1 },
    warn: [0.5, 0.8],
    escalate: [{ at: 1, to: 'departmentHead' }],
  })
  /** Before the first rule of its kind, so that it is tried first; at the end when it is the only one of its kind. */
  const placeFor = (kind: DeadlineKind) => {
    const first = deadlines.findIndex(rule => rule.kind === kind)
    return first < 0 ? deadlines.length : first
  }
  const shown = opened === null ? undefined : 'index' in opened ? deadlines[opened.index] : newRule(opened.kind)
  return (
    <>
      <Section bare title="时限" hint="同一项有几条时，从上到下第一条符合的算数。" />
      {used.map(kind => (
        <Section
          key={kind}
          id={`deadlines-${kind}`}
          title={deadlineKindLabels[kind]}
          aside={
            editable && (
              <View
                id={`deadline-add-${kind}`}
                className="manage-add tappable"
                {...a11y({ role: 'button', label: `加一条：${deadlineKindLabels[kind]}` })}
                onClick={() => setOpened({ kind })}
              >
                <Icon name="plus" />
                <Text>加一条</Text>
              </View>
            )
          }
        >
          {deadlines.map((rule, index) =>
            rule.kind === kind ? (
              <View
                key={index}
                className={`deadline-rule ${placeFor(kind) === index ? 'deadline-rule-first' : ''} ${editable ? 'deadline-rule-tappable' : ''}`}
              >
                <View
                  id={`deadline-${index}`}
                  className="tappable"
                  {...(editable
                    ? a11y({
                        role: 'button',
                        summary: `修改：${deadlineKindLabels[kind]}，${deadlineConditionText(rule, names)}，${timeText(rule)}`,
                      })
                    : {})}
                  onClick={() => {
                    if (editable) setOpened({ index })
                  }}
                >
                  <View className="deadline-rule-head">
                    <Text className="deadline-when">{deadlineConditionText(rule, names)}</Text>
                    <Text className="deadline-target">{timeText(rule)}</Text>
                  </View>
                  <Text className="deadline-more">
                    按{names.calendar(rule.calendar)}计时，{warningsText(rule.warn)}
                  </Text>
                  <Text className="deadline-more">{escalationText(rule.escalate)}</Text>
                </View>
                <ProblemNotes problems={problems} at={`deadlines.${index}`} />
              </View>
            ) : null,
          )}
        </Section>
      ))}
      {editable && unused.length > 0 && (
        <Section title="还没有时限的事项" hint="点按加上">
          <Choices
            choices={unused.map(id => ({ id, word: deadlineKindLabels[id], icon: 'plus' as const }))}
            chosen={[]}
            onChoose={kind => setOpened({ kind })}
            label="还没有时限的事项"
            idStart="deadline-new"
          />
        </Section>
      )}
      {shown && opened && (
        <DeadlineSheet
          rule={shown}
          policy={policy}
          current={current}
          onClose={close}
          onDone={rule => {
            change(
              'index' in opened
                ? replaced(deadlines, opened.index, rule)
                : inserted(deadlines, placeFor(opened.kind), rule),
            )
            close()
          }}
          {...('index' in opened
            ? {
                onDelete: () => {
                  change(without(deadlines, opened.index))
                  close()
                },
              }
            : {})}
        />
      )}
    </>
  )
}

/** Until when what has to be done, and what happens when it is not (docs/rules.md, Deadlines). */
export default function ManageDeadlinesPage() {
  useAccount()
  const model = usePolicy()
  return (
    <PolicyPage title="时限" model={model}>
      {editing => <Deadlines {...editing} />}
    </PolicyPage>
  )
}
