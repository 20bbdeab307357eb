import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { ProblemNotes } from '../components/problem-notes'
import type { RoutingRule } from '../../../types/contract/policy-document'
import { type Names, conditionText, targetText } from '../../../types/words/policy'
import type { Problem } from '../format/problems'

interface RuleCardProps {
  rule: RoutingRule
  index: number
  last: number
  names: Names
  problems: readonly Problem[]
  editable: boolean
  onOpen: () => void
  onMove: (by: 1 | -1) => void
}

const Tool = ({
  word,
  up,
  off,
  onTap,
  id,
}: {
  word: string
  up?: true
  off: boolean
  onTap: () => void
  id: string
}) => (
  <View
    id={id}
    className={`rule-tool tappable ${up ? 'rule-tool-up' : ''} ${off ? 'rule-tool-off' : ''}`}
    {...a11y({ role: 'button', label: word, disabled: off })}
    onClick={() => {
      if (!off) onTap()
    }}
  >
    <Icon name="down" />
  </View>
)

/** A rule in words, with its place in the order; the first that fits counts (D-RT-1). */
export const RuleCard = ({ rule, index, last, names, problems, editable, onOpen, onMove }: RuleCardProps) => (
  <View className="rule-card">
    <Text className="rule-number">{index + 1}</Text>
    <View className="rule-main">
      <View
        id={`rule-${index}`}
        className={`rule-words tappable ${editable ? 'rule-words-tappable' : ''}`}
        {...(editable ? a11y({ role: 'button', summary: `修改第 ${index + 1} 条：${rule.name}` }) : {})}
        onClick={() => {
          if (editable) onOpen()
        }}
      >
        <Text className="rule-name">{rule.name}</Text>
        <Text className="rule-when">{conditionText(rule.when, names)}</Text>
        <Text className="rule-to">{targetText(rule.to, names)}</Text>
      </View>
      <ProblemNotes problems={problems} at={`routing.${index}`} />
    </View>
    {editable && (
      <View className="rule-tools">
        <Tool id={`rule-up-${index}`} word={`把「${rule.name}」上移`} up off={index === 0} onTap={() => onMove(-1)} />
        <Tool id={`rule-down-${index}`} word={`把「${rule.name}」下移`} off={index === last} onTap={() => onMove(1)} />
      </View>
    )}
  </View>
)
