import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { addDays, dayWords, spanWords, weekOf } from '../format/days'
import { dutiesOn, uncoveredDays, type DutyShift } from '../format/roster'
import type { Colleague } from '../hooks/use-staff'

interface WeekViewProps {
  people: readonly Colleague[]
  monday: string
  today: string
  onWeek: (monday: string) => void
  /** Left out: nothing can be changed. */
  onAdd?: (day: string) => void
  onRemove?: (duty: DutyShift) => void
}

/** Who has duty in the week, day by day; a day without anybody says so. */
export const WeekView = ({ people, monday, today, onWeek, onAdd, onRemove }: WeekViewProps) => {
  const days = weekOf(monday)
  const uncovered = uncoveredDays(people, days)
  return (
    <View id="week">
      <View className="week-head">
        <View
          id="week-before"
          className="week-turn tappable"
          {...a11y({ role: 'button', label: '上一周' })}
          onClick={() => onWeek(addDays(monday, -7))}
        >
          <Icon name="back" />
        </View>
        <Text className="week-name" {...a11y({ live: 'polite' })}>
          {dayWords(monday)} 到 {dayWords(addDays(monday, 6))}
        </Text>
        <View
          id="week-after"
          className="week-turn tappable"
          {...a11y({ role: 'button', label: '下一周' })}
          onClick={() => onWeek(addDays(monday, 7))}
        >
          <Icon name="forward" />
        </View>
      </View>
      {days.map(day => {
        const duties = dutiesOn(people, day)
        return (
          <View key={day} id={`duty-${day}`} className={`week-day ${day === today ? 'week-day-today' : ''}`}>
            <View className="week-day-head">
              <Text className="week-date">{dayWords(day)}</Text>
              {day === today && <Text className="manage-hint">今天</Text>}
              {duties.length === 0 && (
                <Text className={uncovered.includes(day) && day >= today ? 'week-nobody' : 'manage-hint'}>
                  {uncovered.includes(day) ? '没有人值班' : '没有新的班'}
                </Text>
              )}
              {onAdd && (
                <View
                  id={`duty-add-${day}`}
                  className="week-turn week-add tappable"
                  {...a11y({ role: 'button', label: `给${dayWords(day)}排班` })}
                  onClick={() => onAdd(day)}
                >
                  <Icon name="plus" />
                </View>
              )}
            </View>
            {duties.map(duty => (
              <View key={`${duty.personId}-${duty.from}`} className="week-duty">
                <View className="week-duty-who">
                  <Text>{duty.name}</Text>
                  <Text className="week-duty-span">{spanWords(duty)}</Text>
                </View>
                {onRemove && (
                  <View
                    id={`duty-remove-${duty.personId}-${duty.from}`}
                    className="manage-remove tappable"
                    {...a11y({ role: 'button', label: `取消${dayWords(day)}${duty.name}的班` })}
                    onClick={() => onRemove(duty)}
                  >
                    <Icon name="close" />
                  </View>
                )}
              </View>
            ))}
          </View>
        )
      })}
    </View>
  )
}
