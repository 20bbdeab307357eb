import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { TimeField } from '../components/time-field'
import type { Shift } from '../../../types/contract/policy-document'
import { replaced, without } from '../format/edit'
import { shiftsFault } from '../format/shifts'

interface ShiftFieldsProps {
  shifts: readonly Shift[]
  onChange: (shifts: Shift[]) => void
}

/** The next shift begins where the last one ends. */
const after = (shifts: readonly Shift[]): Shift => {
  const last = shifts[shifts.length - 1]
  if (!last) return ['08:30', '12:00']
  return last[1] < '13:30' ? ['13:30', '18:00'] : [last[1] === '24:00' ? '00:00' : last[1], '24:00']
}

/** Any number of shifts of one day, such as before and after lunch; none is a closed day. */
export const ShiftFields = ({ shifts, onChange }: ShiftFieldsProps) => {
  const fault = shiftsFault(shifts)
  return (
    <View className="manage-stack" id="shifts">
      {shifts.length === 0 && <Text className="manage-hint">没有班次，这一天休息</Text>}
      {shifts.map(([from, to], index) => (
        <View key={index} className="manage-pair">
          <TimeField
            id={`shift-from-${index}`}
            label={`第 ${index + 1} 班 开始`}
            value={from}
            onChange={time => onChange(replaced(shifts, index, [time, to]))}
          />
          <TimeField
            id={`shift-to-${index}`}
            label="结束"
            closing
            value={to}
            onChange={time => onChange(replaced(shifts, index, [from, time]))}
          />
          <View
            id={`shift-remove-${index}`}
            className="manage-remove tappable"
            {...a11y({ role: 'button', label: `去掉第 ${index + 1} 班` })}
            onClick={() => onChange(without(shifts, index))}
          >
            <Icon name="close" />
          </View>
        </View>
      ))}
      {shifts.length < 12 && (
        <View
          id="shift-add"
          className="manage-add tappable"
          {...a11y({ role: 'button' })}
          onClick={() => onChange([...shifts, after(shifts)])}
        >
          <Icon name="plus" />
          <Text>加一个班次</Text>
        </View>
      )}
      {fault && (
        <Text className="shift-fault" {...a11y({ live: 'assertive' })}>
          {fault}
        </Text>
      )}
    </View>
  )
}
