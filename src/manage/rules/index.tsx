import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { useAccount } from '@/data/session/use-account'
import { RowChunk } from '@/ui/row-chunk'
import { PolicyPage, type PolicyEditing } from '../components/policy-page'
import { ProblemNotes } from '../components/problem-notes'
import type { RoutingRule } from '../../../types/contract/policy-document'
import { inserted, moved, replaced, without } from '../format/edit'
import { usePolicy } from '../hooks/use-policy'
import { RuleCard } from './rule-card'
import { RuleSheet } from './rule-sheet'
import './index.scss'

/** A mini-program's view should have at most 60 children. */
const chunkSize = 20
const foldFrom = 40

const newRule: RoutingRule = { name: '', to: { steward: true } }

const asDefault = ({ when }: RoutingRule): boolean => when === undefined

const Rules = ({ policy, names, current, problems, editable, edit }: PolicyEditing) => {
  /** A number: which rule is open; `new`: one that is not there yet. */
  const [opened, setOpened] = useState<number | 'new' | null>(null)
  const { routing } = policy
  const change = (next: RoutingRule[]) => edit(before => ({ ...before, routing: next }))
  const close = () => setOpened(null)
  const starts = Array.from({ length: Math.ceil(routing.length / chunkSize) }, (_chunk, index) => index * chunkSize)
  const shown = opened === 'new' ? newRule : opened === null ? undefined : routing[opened]
  // A new rule goes before the default: no rule after the default is ever reached.
  const lastRule = routing[routing.length - 1]
  const newAt = lastRule && asDefault(lastRule) ? routing.length - 1 : routing.length
  return (
    <>
      <Section
        bare
        title={`派单规则 ${routing.length} 条`}
        hint="从上到下，第一条符合的规则决定派给谁。最后一条没有条件，保证每张工单都有去处。"
      >
        <ProblemNotes problems={problems.filter(({ path }) => path === 'routing')} />
      </Section>
      {starts.map(start => (
        <RowChunk key={start} id={`rules-${start}`} fold={routing.length > foldFrom}>
          {routing.slice(start, start + chunkSize).map((rule, offset) => {
            const index = start + offset
            return (
              <RuleCard
                key={index}
                rule={rule}
                index={index}
                last={routing.length - 1}
                names={names}
                problems={problems}
                editable={editable}
                onOpen={() => setOpened(index)}
                onMove={by => change(moved(routing, index, index + by))}
              />
            )
          })}
        </RowChunk>
      ))}
      {editable && (
        <View className="rule-add">
          <PrimaryButton id="rule-add" kind="plain" icon="plus" onClick={() => setOpened('new')}>
            加一条规则
          </PrimaryButton>
        </View>
      )}
      {shown && opened !== null && (
        <RuleSheet
          key={String(opened)}
          rule={shown}
          policy={policy}
          current={current}
          names={names}
          onClose={close}
          onDone={rule => {
            change(opened === 'new' ? inserted(routing, newAt, rule) : replaced(routing, opened, rule))
            close()
          }}
          {...(opened === 'new'
            ? {}
            : {
                onDelete: () => {
                  change(without(routing, opened))
                  close()
                },
              })}
        />
      )}
    </>
  )
}

/** Who gets a ticket: the routing rules in order, and their editor (D-RT-1). */
export default function ManageRulesPage() {
  useAccount()
  const model = usePolicy()
  return (
    <PolicyPage title="派单规则" model={model}>
      {editing => <Rules {...editing} />}
    </PolicyPage>
  )
}
