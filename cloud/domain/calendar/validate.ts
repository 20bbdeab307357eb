import { parseTime } from './shifts'
import { parseDate, WEEKDAYS, type Weekday } from './zone'

/** What can be wrong with a calendar, and the sentence a manager reads. */
export const calendarProblemLabels = {
  notACalendar: '日历应为 24x7，或含每周班次 weekly 的设置',
  unknownField: '日历没有这一项设置',
  unknownWeekday: '没有这个星期，请用 mon、tue、wed、thu、fri、sat、sun',
  notAList: '这里应是班次列表，休息日请留空列表',
  malformedShift: '班次应写成两个时间，例如 ["08:30","12:00"]，收班可写 24:00',
  reversedShift: '收班时间要晚于开班时间，跨零点的班次请拆成两段',
  overlappingShift: '这个班次与同一天的另一个班次重叠',
  badHolidays: '节假日应为 cn，或日期列表',
  badDate: '没有这个日期，请写成 2026-01-01 的样子',
} as const

/** Where in the configuration (e.g. `weekly.mon[0]`, `shifts.2026-02-14[1]`, '' for the whole) and what is wrong. */
export interface CalendarFault {
  readonly path: string
  readonly problem: keyof typeof calendarProblemLabels
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isWeekday = (value: unknown): value is Weekday => WEEKDAYS.some(day => day === value)

/** Everything wrong with a configuration of unknown origin, in its own order; [] when `compileCalendar` will take it. */
export function validateCalendar(config: unknown): CalendarFault[] {
  if (config === '24x7') return []
  if (!isRecord(config) || !isRecord(config.weekly)) return [{ path: '', problem: 'notACalendar' }]
  return [
    ...Object.keys(config)
      .filter(key => !['weekly', 'holidays', 'shifts'].includes(key))
      .map(path => ({ path, problem: 'unknownField' as const })),
    ...Object.entries(config.weekly).flatMap(([day, shifts]) => weekdayFaults(`weekly.${day}`, day, shifts)),
    ...holidayFaults(config.holidays),
    ...dateShiftFaults(config.shifts),
  ]
}

function weekdayFaults(path: string, day: string, shifts: unknown): CalendarFault[] {
  if (!isWeekday(day)) return [{ path, problem: 'unknownWeekday' }]
  return shifts === undefined ? [] : shiftFaults(path, shifts)
}

function holidayFaults(holidays: unknown): CalendarFault[] {
  if (holidays === undefined || holidays === 'cn') return []
  if (!Array.isArray(holidays)) return [{ path: 'holidays', problem: 'badHolidays' }]
  return holidays.flatMap((date: unknown, i) => (isDate(date) ? [] : [{ path: `holidays[${i}]`, problem: 'badDate' }]))
}

function dateShiftFaults(shifts: unknown): CalendarFault[] {
  if (shifts === undefined) return []
  if (!isRecord(shifts)) return [{ path: 'shifts', problem: 'notAList' }]
  return Object.entries(shifts).flatMap(([date, own]): CalendarFault[] => {
    const path = `shifts.${date}`
    if (!isDate(date)) return [{ path, problem: 'badDate' }]
    if (typeof own === 'string') return isWeekday(own) ? [] : [{ path, problem: 'unknownWeekday' }]
    return shiftFaults(path, own)
  })
}

const isDate = (value: unknown): boolean => typeof value === 'string' && parseDate(value) !== null

function shiftFaults(path: string, shifts: unknown): CalendarFault[] {
  if (!Array.isArray(shifts)) return [{ path, problem: 'notAList' }]
  const faults: CalendarFault[] = []
  const sound: { open: number; close: number }[] = []
  shifts.forEach((shift: unknown, i) => {
    const here = `${path}[${i}]`
    const span = spanOf(shift)
    if (typeof span === 'string') faults.push({ path: here, problem: span })
    else if (sound.some(other => span.open < other.close && other.open < span.close))
      faults.push({ path: here, problem: 'overlappingShift' })
    else sound.push(span)
  })
  return faults
}

function spanOf(shift: unknown): { open: number; close: number } | 'malformedShift' | 'reversedShift' {
  if (!Array.isArray(shift) || shift.length !== 2) return 'malformedShift'
  const [open, close] = shift.map((time: unknown) => (typeof time === 'string' ? parseTime(time) : null))
  if (typeof open !== 'number' || typeof close !== 'number') return 'malformedShift'
  return open < close ? { open, close } : 'reversedShift'
}
