import { View } from '@tarojs/components'
import type { Policy, RoutingTarget } from '../../../types/contract/policy-document'
import { holdsRight } from '../../../types/rights'
import { keysOf, roleLabels } from '../../../types/vocabulary'
import type { CurrentPolicy } from '../hooks/policy-session'
import { PickField } from './pick-field'
import { SearchChoices } from './search-choices'

type TargetKind = 'steward' | 'categoryDepartment' | 'department' | 'person' | 'post' | 'onDuty' | 'triage'

const kinds: readonly { id: TargetKind; word: string }[] = [
  { id: 'steward', word: '这栋楼的管家' },
  { id: 'categoryDepartment', word: '类别的主责部门' },
  { id: 'department', word: '指定部门' },
  { id: 'person', word: '指定人员' },
  { id: 'post', word: '指定岗位' },
  { id: 'onDuty', word: '当时的值班人员' },
  { id: 'triage', word: '客服受理后再派' },
]

const kindOf = (to: RoutingTarget): TargetKind => Object.keys(to)[0] as TargetKind

/** Posts that can be given a ticket, in the order of the vocabulary. */
const posts = keysOf(roleLabels)
  .filter(role => holdsRight(role, 'takeTickets'))
  .map(id => ({ id, word: roleLabels[id] }))

interface TargetEditorProps {
  value: RoutingTarget
  onChange: (value: RoutingTarget) => void
  policy: Policy
  staff: CurrentPolicy['staff']
}

/** Who gets what a rule fits. */
export const TargetEditor = ({ value, onChange, policy, staff }: TargetEditorProps) => {
  const departments = policy.departments.map(({ id, name }) => ({ id, word: name }))
  const choose = (kind: TargetKind) => {
    switch (kind) {
      case 'department':
        return onChange({ department: departments[0]?.id ?? '' })
      case 'person':
        return onChange({ person: staff[0]?.id ?? '' })
      case 'post':
        return onChange({ post: 'clerk' })
      case 'steward':
        return onChange({ steward: true })
      case 'categoryDepartment':
        return onChange({ categoryDepartment: true })
      case 'onDuty':
        return onChange({ onDuty: true })
      case 'triage':
        return onChange({ triage: true })
    }
  }
  return (
    <View className="manage-stack">
      <PickField id="target-kind" label="派给谁" options={kinds} value={kindOf(value)} onChange={choose} />
      {'department' in value && (
        <PickField
          id="target-department"
          label="部门"
          options={departments}
          value={value.department}
          onChange={department => onChange({ department })}
        />
      )}
      {'post' in value && (
        <PickField
          id="target-post"
          label="岗位"
          options={posts}
          value={value.post}
          onChange={post => onChange({ post })}
        />
      )}
      {'person' in value && (
        <SearchChoices
          id="target-person"
          label="人员"
          options={staff.map(({ id, name, posts: held }) => ({ id, word: name, hint: held }))}
          chosen={[value.person]}
          onChoose={person => onChange({ person })}
        />
      )}
    </View>
  )
}
