import type { CalendarConfig, Policy, Shift, WeeklyCalendar } from '../contract/policy-document'
import { keysOf, weekdayLabels } from '../vocabulary'

const weekdays = keysOf(weekdayLabels)
const closed = '休息'

/**
 * What a calendar is called: 「上班时间」「全天 24 小时」「日历 2」「日历“night”」. It is kept under an identifier and has
 * no name of its own; what it is for says more than the identifier.
 */
export function calendarName(id: string, policy: Pick<Policy, 'calendars' | 'workingHours'>): string {
  if (id === policy.workingHours) return '上班时间'
  if (policy.calendars[id] === '24x7') return '全天 24 小时'
  const number = /^calendar-(\d+)$/.exec(id)?.[1]
  return number === undefined ? `日历“${id}”` : `日历 ${number}`
}

/** 「08:30–12:00、13:30–18:00」 in order of time; none: 「休息」 */
export const shiftsText = (shifts: readonly Shift[] | undefined): string =>
  !shifts || shifts.length === 0
    ? closed
    : [...shifts]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([from, to]) => `${from}–${to}`)
        .join('、')

/** 「法定节假日休息，调休日上班」「3 个指定日期休息」「节假日照常」 */
export function holidaysText({ holidays = [] }: WeeklyCalendar): string {
  if (holidays === 'cn') return '法定节假日休息，调休日上班'
  return holidays.length > 0 ? `${holidays.length} 个指定日期休息` : '节假日照常'
}

/** 「周一至周五 08:30–12:00、13:30–18:00，法定节假日休息，调休日上班」: equal days that follow each other are one. */
export function calendarText(calendar: CalendarConfig): string {
  if (calendar === '24x7') return '每天 24 小时'
  const runs: { first: number; last: number; words: string }[] = []
  weekdays.forEach((weekday, index) => {
    const words = shiftsText(calendar.weekly[weekday])
    const run = runs[runs.length - 1]
    if (run && run.words === words) run.last = index
    else runs.push({ first: index, last: index, words })
  })
  const dayName = (index: number) => weekdayLabels[weekdays[index] ?? 'mon']
  const span = ({ first, last }: { first: number; last: number }) =>
    first === last ? dayName(first) : `${dayName(first)}至${dayName(last)}`
  const weekly = runs.filter(({ words }) => words !== closed).map(run => `${span(run)} ${run.words}`)
  return `${weekly.length === 0 ? '从不上班' : weekly.join('；')}，${holidaysText(calendar)}`
}

/** How a year is computed whose holidays are not announced yet (D-SLA-21). */
export const uncoveredRule = '现在只按法律固定的元旦、五一、国庆休息计算'
