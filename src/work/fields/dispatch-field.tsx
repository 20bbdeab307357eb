import { View } from '@tarojs/components'
import { Choices } from '@/ui/choices'
import { useCandidates } from '../hooks/use-candidates'
import { PersonField } from './person-field'
import './dispatch-field.scss'

interface DispatchFieldProps {
  id: string
  ticketId: string
  departmentId: string | undefined
  assigneeId: string | undefined
  onDepartment: (departmentId: string | undefined) => void
  onAssignee: (assigneeId: string | undefined) => void
}

const byRules = 'rules'

/** A department, then one of its people or whoever it has free; or the rules alone (D-RT-1). */
export const DispatchField = ({
  id,
  ticketId,
  departmentId,
  assigneeId,
  onDepartment,
  onAssignee,
}: DispatchFieldProps) => {
  const { value: candidates } = useCandidates(ticketId)
  const departments = candidates?.departments ?? []
  return (
    <View className="dispatch-field">
      {departments.length > 0 && (
        <Choices
          choices={[
            { id: byRules, word: '按规则' },
            ...departments.map(({ id: own, name }) => ({ id: own, word: name })),
          ]}
          chosen={[departmentId ?? byRules]}
          onChoose={chosen => {
            onDepartment(chosen === byRules ? undefined : chosen)
            onAssignee(undefined)
          }}
          label="部门"
          idStart={`${id}-department`}
        />
      )}
      <PersonField
        id={`${id}-person`}
        ticketId={ticketId}
        value={assigneeId}
        onChange={onAssignee}
        departmentId={departmentId}
        label="人员"
        nobody={departmentId === undefined ? '按规则自动选人' : '由部门自动选人'}
      />
    </View>
  )
}
