import { View } from '@tarojs/components'
import { useState } from 'react'
import { limits } from '../../../types/limits'
import { useOrganisationActs } from '@/data/send/use-organisation-acts'
import { say, sayError } from '@/shell/feedback'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { TextField } from '@/ui/text-field'
import type { OrganisedCenter } from '../hooks/use-organisation'
import './departments.scss'

interface Line {
  /** Of this page: a new department has no id yet. */
  key: string
  id?: string
  name: string
}

interface DepartmentsProps {
  center: Pick<OrganisedCenter, 'centerId' | 'departments'>
  onSaved: () => void
}

/** The departments of a center. One that a rule or a post names is refused by the server with the reason. */
export const Departments = ({ center: { centerId, departments }, onSaved }: DepartmentsProps) => {
  const [lines, setLines] = useState<readonly Line[]>(() => departments.map(one => ({ ...one, key: one.id })))
  const [fields, setFields] = useState<Record<string, string>>({})
  const { busy, act } = useOrganisationActs()
  const change = (next: readonly Line[]) => {
    setLines(next)
    setFields({})
  }
  const same =
    lines.length === departments.length &&
    lines.every(({ id, name }) => departments.some(known => known.id === id && known.name === name.trim()))
  const complete = lines.length > 0 && lines.every(({ name }) => name.trim() !== '')

  const save = async () => {
    const outcome = await act('saveDepartments', {
      centerId,
      departments: lines.map(({ id, name }) => ({ ...(id === undefined ? {} : { id }), name: name.trim() })),
    })
    if (!outcome.ok) {
      setFields(outcome.fields)
      return sayError(outcome.error)
    }
    change(outcome.answer.departments.map(one => ({ ...one, key: one.id })))
    say('部门已保存')
    onSaved()
  }

  return (
    <Section title="部门">
      <View className="manage-stack">
        {lines.map((line, index) => (
          <View key={line.key} className="department-line">
            <View className="department-field">
              <TextField
                id={`department-${index}`}
                label={`部门 ${index + 1}`}
                max={limits.name}
                value={line.name}
                onChange={name => change(lines.map(one => (one === line ? { ...line, name } : one)))}
                error={fields[`departments.${index}.name`]}
              />
            </View>
            {lines.length > 1 && (
              <View
                id={`department-remove-${index}`}
                className="manage-remove tappable"
                {...a11y({ role: 'button', label: `去掉${line.name || `部门 ${index + 1}`}` })}
                onClick={() => change(lines.filter(one => one !== line))}
              >
                <Icon name="trash" />
              </View>
            )}
          </View>
        ))}
        <PrimaryButton
          id="department-add"
          kind="plain"
          icon="plus"
          onClick={() => change([...lines, { key: `new-${lines.length}-${Date.now()}`, name: '' }])}
        >
          增加部门
        </PrimaryButton>
        {!same && (
          <PrimaryButton id="departments-save" disabled={!complete} busy={busy !== null} onClick={() => void save()}>
            {complete ? '保存部门' : '请填好部门名称'}
          </PrimaryButton>
        )}
      </View>
    </Section>
  )
}
