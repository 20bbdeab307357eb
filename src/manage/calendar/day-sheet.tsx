import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/ui/choices'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { weekdayLabels } from '../../../types/vocabulary'
import { PickField } from '../components/pick-field'
import type { Shift, WeeklyCalendar } from '../../../types/contract/policy-document'
import { dayWords } from '../format/days'
import { omitted } from '../format/edit'
import { shiftsText } from '../../../types/words/calendar'
import { shiftsFault } from '../format/shifts'
import { ShiftFields } from './shift-fields'
import { shiftsOf, weekdays, type Weekday } from './weekday-sheet'

type Own = 'rule' | 'closed' | 'shifts' | 'weekday'

interface DaySheetProps {
  day: string
  calendar: WeeklyCalendar
  /** What runs on this day as things stand. */
  shifts: readonly (readonly string[])[]
  onDone: (shifts: WeeklyCalendar['shifts']) => void
  onClose: () => void
}

/** One date of its own: closed, with other shifts, or with those of another weekday; beats holidays and weekdays. */
export const DaySheet = ({ day, calendar, shifts: running, onDone, onClose }: DaySheetProps) => {
  const own = calendar.shifts?.[day]
  const [how, setHow] = useState<Own>(
    own === undefined ? 'rule' : typeof own === 'string' ? 'weekday' : own.length === 0 ? 'closed' : 'shifts',
  )
  const [shifts, setShifts] = useState<Shift[]>(() => shiftsOf(running))
  const [weekday, setWeekday] = useState<Weekday>(typeof own === 'string' ? own : 'mon')
  const wrong = how === 'shifts' && (shifts.length === 0 || shiftsFault(shifts) !== null)
  const done = () => {
    const rest = omitted(calendar.shifts ?? {}, day)
    if (how === 'rule') return onDone(Object.keys(rest).length === 0 ? undefined : rest)
    onDone({ ...rest, [day]: how === 'closed' ? [] : how === 'weekday' ? weekday : shifts })
  }
  return (
    <Sheet
      id="day-sheet"
      title={dayWords(day)}
      onClose={onClose}
      actions={
        <PrimaryButton id="day-done" disabled={wrong} onClick={done}>
          确定
        </PrimaryButton>
      }
    >
      <Choices
        choices={[
          {
            id: 'rule',
            word: '按每周和节假日的安排',
            ...(own === undefined ? { hint: shiftsText(shiftsOf(running)) } : {}),
          },
          { id: 'closed', word: '这一天休息' },
          { id: 'shifts', word: '这一天用自己的班次' },
          { id: 'weekday', word: '这一天照某个星期上班' },
        ]}
        chosen={[how]}
        onChoose={setHow}
        label="这一天怎么安排"
        form="rows"
        idStart="day"
      />
      {how === 'shifts' && <ShiftFields shifts={shifts} onChange={setShifts} />}
      {how === 'weekday' && (
        <>
          <PickField
            id="day-weekday"
            label="照星期几"
            options={weekdays.map(id => ({ id, word: weekdayLabels[id] }))}
            value={weekday}
            onChange={setWeekday}
          />
          <Text className="manage-hint">{shiftsText(shiftsOf(calendar.weekly[weekday]))}</Text>
        </>
      )}
    </Sheet>
  )
}
