import { View } from '@tarojs/components'
import { limits } from '../../../types/limits'
import { postedRoleLabels } from '../../../types/vocabulary'
import { FieldShell } from '@/ui/field-shell'
import { TextField } from '@/ui/text-field'
import { PickField } from '../components/pick-field'
import { SearchChoices } from '../components/search-choices'
import { asksBuildings, asksWork, type EditedPost } from '../format/center-staff'
import type { Building } from '../hooks/use-organisation'

const none = 'none'

interface PostFieldsProps {
  post: EditedPost
  departments: readonly { id: string; name: string }[]
  buildings: readonly Building[]
  errors: { department: string | undefined; buildings: string | undefined }
  onChange: (post: EditedPost) => void
}

/** What belongs to one post: where it works, and what it can do. */
export const PostFields = ({ post, departments, buildings, errors, onChange }: PostFieldsProps) => {
  const { role, departmentId, buildingIds, skills } = post
  const word = postedRoleLabels[role]
  const turn = (id: string) =>
    onChange({
      ...post,
      buildingIds: buildingIds.includes(id) ? buildingIds.filter(one => one !== id) : [...buildingIds, id],
    })
  return (
    <View className="manage-stack">
      <FieldShell id={`post-${role}-department-shell`} label={word} error={errors.department}>
        <PickField
          id={`post-${role}-department`}
          label="部门"
          options={[{ id: none, word: '不属于部门' }, ...departments.map(({ id, name }) => ({ id, word: name }))]}
          value={departmentId ?? none}
          onChange={id => onChange({ ...post, departmentId: id === none ? null : id })}
        />
      </FieldShell>
      {asksBuildings(post) && (
        <FieldShell id={`post-${role}-buildings-shell`} label={`${word}负责的楼栋`} error={errors.buildings}>
          <SearchChoices
            id={`post-${role}-building`}
            label={`${word}负责的楼栋`}
            several
            options={buildings}
            chosen={buildingIds}
            onChoose={turn}
          />
        </FieldShell>
      )}
      {asksWork(post) && (
        <TextField
          id={`post-${role}-skills`}
          label="技能，用顿号隔开（选填）"
          max={limits.shortText}
          value={skills}
          onChange={words => onChange({ ...post, skills: words })}
        />
      )}
    </View>
  )
}
