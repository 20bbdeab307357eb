import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import type { Policy, RoutingRule } from '../../../types/contract/policy-document'
import { limits } from '../../../types/limits'
import { ConditionEditor } from '../components/condition-editor'
import { EditActions } from '../components/edit-actions'
import { TargetEditor } from '../components/target-editor'
import { settled } from '../format/condition'
import { type Names, conditionText, targetText } from '../../../types/words/policy'
import type { CurrentPolicy } from '../hooks/policy-session'

interface RuleSheetProps {
  rule: RoutingRule
  policy: Policy
  current: CurrentPolicy
  names: Names
  onDone: (rule: RoutingRule) => void
  /** Left out: a new rule, which nothing has to be taken away from. */
  onDelete?: () => void
  onClose: () => void
}

/** One routing rule: name, condition, target; read back in words before it is taken over. */
export const RuleSheet = ({ rule, policy, current, names, onDone, onDelete, onClose }: RuleSheetProps) => {
  const [name, setName] = useState(rule.name)
  const [when, setWhen] = useState(rule.when ?? {})
  const [to, setTo] = useState(rule.to)
  const [tried, setTried] = useState(false)
  const missing = name.trim() === '' ? '请给规则起个名字' : undefined
  const done = () => {
    setTried(true)
    if (missing) return
    const condition = settled(when)
    onDone({ name: name.trim(), ...(condition ? { when: condition } : {}), to })
  }
  return (
    <Sheet
      id="rule-sheet"
      title={onDelete ? '修改规则' : '新规则'}
      onClose={onClose}
      actions={<EditActions id="rule" onDone={done} onDelete={onDelete} />}
    >
      <TextField
        id="rule-name"
        label="名称"
        value={name}
        onChange={setName}
        max={limits.name}
        error={tried ? missing : undefined}
        placeholder="例如：夜间漏水派值班人员"
      />
      <ConditionEditor value={when} onChange={setWhen} policy={policy} current={current} />
      <TargetEditor value={to} onChange={setTo} policy={policy} staff={current.staff} />
      <View className="rule-readback">
        <Text>
          {conditionText(settled(when), names)} → {targetText(to, names)}
        </Text>
      </View>
    </Sheet>
  )
}
