import { useState } from 'react'
import { Text } from '@tarojs/components'
import { Choices } from '@/ui/choices'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import type { Category, Policy } from '../../../types/contract/policy-document'
import { limits } from '../../../types/limits'
import { urgencyLabels, type Urgency } from '../../../types/vocabulary'
import { EditActions } from '../components/edit-actions'
import { PickField } from '../components/pick-field'
import { SwitchField } from '@/ui/switch-field'

interface CategorySheetProps {
  category: Category
  policy: Policy
  onDone: (category: Category) => void
  onDelete?: () => void
  onClose: () => void
}

const none = 'none'
const urgencies = [
  { id: none, word: '不建议' },
  ...(Object.keys(urgencyLabels) as Urgency[]).map(id => ({ id, word: urgencyLabels[id] })),
]

const wordsOf = (typed: string): string[] => [...new Set(typed.split(/[\s,，、;；]+/).filter(word => word !== ''))]

/** The longest each word may be, and how many. */
const wordFault = (words: readonly string[]): string | undefined =>
  words.some(word => word.length > limits.name)
    ? `每个词最多 ${limits.name} 个字`
    : words.length > 50
      ? '最多 50 个词'
      : undefined

/** One category: where it hangs, whose it is, and how it is recognised (D-CL-1, D-CL-4). */
export const CategorySheet = ({ category, policy, onDone, onDelete, onClose }: CategorySheetProps) => {
  const [name, setName] = useState(category.name)
  const [parentId, setParentId] = useState(category.parentId)
  const [department, setDepartment] = useState(category.department ?? none)
  const [urgency, setUrgency] = useState<string>(category.urgency ?? none)
  const [hint, setHint] = useState(category.hint ?? '')
  const [typed, setTyped] = useState((category.words ?? []).join(' '))
  const [neighbour, setNeighbour] = useState(category.neighbourDispute ?? false)
  const [tried, setTried] = useState(false)
  const hasChildren = policy.categories.some(other => other.parentId === category.id)
  const parents = policy.categories.filter(other => other.parentId === null && other.id !== category.id)
  const words = wordsOf(typed)
  const missing = name.trim() === '' ? '请填写类别的名称' : undefined
  const done = () => {
    setTried(true)
    if (missing || wordFault(words)) return
    const {
      urgency: _urgency,
      department: _department,
      hint: _hint,
      words: _words,
      neighbourDispute: _n,
      ...rest
    } = category
    onDone({
      ...rest,
      name: name.trim(),
      parentId,
      ...(department === none ? {} : { department }),
      ...(urgency === none ? {} : { urgency: urgency as Urgency }),
      ...(hint.trim() === '' ? {} : { hint: hint.trim() }),
      ...(words.length === 0 ? {} : { words }),
      ...(neighbour ? { neighbourDispute: true } : {}),
    })
  }
  return (
    <Sheet
      id="category-sheet"
      title={onDelete || hasChildren ? '修改类别' : '类别'}
      onClose={onClose}
      actions={<EditActions id="category" onDone={done} onDelete={hasChildren ? undefined : onDelete} />}
    >
      <TextField
        id="category-name"
        label="名称"
        value={name}
        onChange={setName}
        max={limits.name}
        error={tried ? missing : undefined}
      />
      {hasChildren ? (
        <Text className="manage-hint">下面还有小类，所以它是大类；要删除请先移走小类</Text>
      ) : (
        <PickField
          id="category-parent"
          label="属于"
          options={[{ id: none, word: '自己是大类' }, ...parents.map(other => ({ id: other.id, word: other.name }))]}
          value={parentId ?? none}
          onChange={next => setParentId(next === none ? null : next)}
        />
      )}
      <PickField
        id="category-department"
        label="主责部门"
        options={[
          { id: none, word: parentId === null ? '没有' : '跟大类一样' },
          ...policy.departments.map(({ id, name: word }) => ({ id, word })),
        ]}
        value={department}
        onChange={setDepartment}
      />
      <Text className="manage-field-label">建议的紧急程度</Text>
      <Choices
        choices={urgencies}
        chosen={[urgency]}
        onChoose={setUrgency}
        label="建议的紧急程度"
        idStart="category-urgency"
      />
      <TextField
        id="category-words"
        label="描述里出现这些词时建议这一类（用空格隔开）"
        value={typed}
        onChange={setTyped}
        max={1000}
        error={wordFault(words)}
        placeholder="例如：漏水 渗水 滴水"
      />
      <TextField
        id="category-hint"
        label="给业主的提示"
        value={hint}
        onChange={setHint}
        max={limits.shortText}
        placeholder="例如：水还在流请先关总阀"
      />
      <SwitchField
        id="category-neighbour"
        label="邻里纠纷"
        hint="不要求姓名和房号，对管家隐藏身份"
        checked={neighbour}
        onChange={setNeighbour}
      />
    </Sheet>
  )
}
