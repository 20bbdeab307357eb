import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/ui/choices'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { weekdayLabels } from '../../../types/vocabulary'
import type { Shift, WeeklyCalendar } from '../../../types/contract/policy-document'
import { toggled } from '../format/edit'
import { shiftsFault } from '../format/shifts'
import { ShiftFields } from './shift-fields'

export type Weekday = keyof typeof weekdayLabels
export const weekdays = Object.keys(weekdayLabels) as Weekday[]

interface WeekdaySheetProps {
  weekday: Weekday
  calendar: WeeklyCalendar
  onDone: (weekly: WeeklyCalendar['weekly']) => void
  onClose: () => void
}

export const shiftsOf = (shifts: readonly (readonly string[])[] | undefined): Shift[] =>
  (shifts ?? []).map(([from = '', to = '']) => [from, to])

/** The shifts of a weekday, and which other weekdays are the same. */
export const WeekdaySheet = ({ weekday, calendar, onDone, onClose }: WeekdaySheetProps) => {
  const [shifts, setShifts] = useState(() => shiftsOf(calendar.weekly[weekday]))
  const [also, setAlso] = useState<readonly Weekday[]>([])
  const done = () => onDone({ ...calendar.weekly, ...Object.fromEntries([weekday, ...also].map(day => [day, shifts])) })
  return (
    <Sheet
      id="weekday-sheet"
      title={`${weekdayLabels[weekday]}的班次`}
      onClose={onClose}
      actions={
        <PrimaryButton id="weekday-done" disabled={shiftsFault(shifts) !== null} onClick={done}>
          确定
        </PrimaryButton>
      }
    >
      <ShiftFields shifts={shifts} onChange={setShifts} />
      <Text className="manage-field-label">这几天也一样</Text>
      <Choices
        several
        choices={weekdays.filter(day => day !== weekday).map(day => ({ id: day, word: weekdayLabels[day] }))}
        chosen={also}
        onChoose={day => setAlso(toggled(also, day))}
        label="这几天也一样"
        idStart="also"
      />
    </Sheet>
  )
}
