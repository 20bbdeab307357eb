import type { CalendarConfig, HolidayTable } from '../../../types/contract/policy-document'
import { compileCalendar } from '../../domain/calendar/calendar'
import { holidayYear, holidaysOf, isCovered } from '../../domain/calendar/holidays'
import { dateStringOfDay, dayOfDate, weekdayIndex } from '../../domain/calendar/zone'
import { calendarFaults } from '../../domain/policy/validate/calendars'
import { refusalsOf } from '../../domain/policy/validate/validate'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { partBetween } from '../../../types/words/text'

type Kind = Awaited<ReturnType<Handler<'policy', 'month'>>>['days'][number]['kind']

const clock = (ms: number): string => {
  const minutes = Math.round(ms / 60_000)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** What makes a day what it is, in the order of docs/rules.md, Units: own shifts, holidays, the week. */
function kindOf(config: CalendarConfig, date: string, table: HolidayTable, open: boolean): Kind {
  if (config !== '24x7') {
    if (config.shifts && Object.hasOwn(config.shifts, date)) return 'own'
    const year = config.holidays === 'cn' ? holidayYear(Number(partBetween(date, 0, 4)), table) : undefined
    if (year?.makeUpDays.includes(date)) return 'makeUp'
    if (year?.holidays.includes(date)) return 'holiday'
    if (Array.isArray(config.holidays) && config.holidays.includes(date)) return 'holiday'
  }
  return open ? 'open' : 'closed'
}

/** One month of a calendar, by the same calendar that deadlines run on. `weekday`: 0 is Monday. */
export const month: Handler<'policy', 'month'> = async input => {
  const faults = refusalsOf(calendarFaults('calendar', '日历', input.calendar))
  const [first] = Object.values(faults)
  if (first !== undefined) throw new CallError('invalidRequest', first, faults)
  const table = holidaysOf(input.holidayYears)
  const calendar = compileCalendar(input.calendar, table)
  const [year = 0, number = 1] = input.month.split('-').map(Number)
  const from = dayOfDate(year, number, 1)
  const to = number === 12 ? dayOfDate(year + 1, 1, 1) : dayOfDate(year, number + 1, 1)
  const days = Array.from({ length: to - from }, (_, index) => {
    const shifts = calendar
      .shiftsOf(from + index)
      .map(({ open, close }): [string, string] => [clock(open), clock(close)])
    const day = dateStringOfDay(from + index)
    return {
      day,
      weekday: weekdayIndex(from + index),
      kind: kindOf(input.calendar, day, table, shifts.length > 0),
      shifts,
    }
  })
  const asks = input.calendar !== '24x7' && input.calendar.holidays === 'cn'
  return { covered: !asks || isCovered(year, table), days }
}
