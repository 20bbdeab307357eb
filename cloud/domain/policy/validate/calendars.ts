import { weekdayLabels } from '../../../../types/vocabulary'
import { yearsAhead } from '../../../../types/years-ahead'
import type { CalendarConfig } from '../../../../types/contract/policy-document'
import { calendarName, uncoveredRule } from '../../../../types/words/calendar'
import { calendarProblemLabels, validateCalendar } from '../../calendar/calendar'
import { holidaysOf, isCovered } from '../../calendar/holidays'
import { parseTime } from '../../calendar/shifts'
import { dateOfDay, dateString, parseDate } from '../../calendar/zone'
import type { Condition, Policy } from '../model/policy'
import { type KnownCenter, type PolicyProblem, blocking, notable } from './problems'

/** Where in a calendar: `weekly.mon[0]` → 周一第 1 个班次 */
function placeIn(path: string): string {
  const [head = '', key = ''] = path.replace(/\[\d+\]$/, '').split('.')
  const index = /\[(\d+)\]$/.exec(path)?.[1]
  const nth = index === undefined ? '' : `第 ${Number(index) + 1} 个班次`
  if (head === 'weekly') return `${weekdayLabels[key as keyof typeof weekdayLabels] ?? key}${nth}`
  if (head === 'shifts') return `${key} ${nth}`.trim()
  if (head === 'holidays') return index === undefined ? '节假日' : `第 ${Number(index) + 1} 个节假日`
  return ''
}

/** What is wrong with a calendar that stands at `path` and is spoken of as `name`. */
export const calendarFaults = (path: string, name: string, config: CalendarConfig): readonly PolicyProblem[] =>
  validateCalendar(config).map(fault => {
    const at = fault.path.replaceAll('[', '.').replaceAll(']', '')
    const place = placeIn(fault.path)
    return blocking(
      at === '' ? path : `${path}.${at}`,
      `${name}${place ? `的${place}` : ''}：${calendarProblemLabels[fault.problem]}`,
    )
  })

/** Whether some weekday has an opening; without one a clock might never end. */
const opens = (config: CalendarConfig): boolean =>
  config === '24x7' || Object.values(config.weekly).some(shifts => shifts !== undefined && shifts.length > 0)

/** Where a calendar is named. */
interface Use {
  readonly path: string
  readonly calendar: string
  readonly place: string
}

const inCondition = (when: Condition | undefined, path: string, place: string): readonly Use[] =>
  when?.open ? [{ path: `${path}.when.open.calendar`, calendar: when.open.calendar, place }] : []

const usesOf = (policy: Policy): readonly Use[] => [
  { path: 'workingHours', calendar: policy.workingHours, place: '上班时间' },
  ...policy.deadlines.flatMap((rule, index) => {
    const [path, place] = [`deadlines.${index}`, `第 ${index + 1} 条时限`]
    return [{ path: `${path}.calendar`, calendar: rule.calendar, place }, ...inCondition(rule.when, path, place)]
  }),
  ...policy.routing.flatMap((rule, index) =>
    inCondition(rule.when, `routing.${index}`, `第 ${index + 1} 条派单规则“${rule.name}”`),
  ),
]

function useFault({ path, calendar, place }: Use, policy: Policy): PolicyProblem[] {
  const config = Object.hasOwn(policy.calendars, calendar) ? policy.calendars[calendar] : undefined
  if (config === undefined) return [blocking(path, `${place}用的日历“${calendar}”已经没有了，请换一个日历或把它加回来`)]
  if (!opens(config))
    return [blocking(path, `${place}用的${calendarName(calendar, policy)}一周里没有任何开放时间，时限永远走不完`)]
  return []
}

function holidayYearFaults(policy: Policy): PolicyProblem[] {
  return Object.entries(policy.holidayYears ?? {}).flatMap(([year, lists]) => {
    const seen = new Map<string, string>()
    const check = (list: 'holidays' | 'makeUpDays', name: string) =>
      lists[list].flatMap((date, index): PolicyProblem[] => {
        const path = `holidayYears.${year}.${list}.${index}`
        const place = `${year} 年${name}第 ${index + 1} 项“${date}”`
        const day = parseDate(date)
        if (day === null) return [blocking(path, `${place}：没有这个日期`)]
        if (dateOfDay(day).year !== Number(year)) return [blocking(path, `${place}不在 ${year} 年`)]
        const before = seen.get(date)
        seen.set(date, name)
        if (before === undefined) return []
        return [blocking(path, before === name ? `${place}写了两次` : `${place}既是节假日又是补班日，请只留一个`)]
      })
    return [...check('holidays', '节假日'), ...check('makeUpDays', '补班日')]
  })
}

/** Years ahead for which no holidays are known although a calendar asks for them. */
export function uncoveredYears(policy: Policy, now: number): readonly number[] {
  const asks = Object.values(policy.calendars).some(config => config !== '24x7' && config.holidays === 'cn')
  if (!asks) return []
  return yearsAhead(dateString(now)).filter(year => !isCovered(year, holidaysOf(policy.holidayYears)))
}

function quietHoursFaults({ quietHours }: Policy): PolicyProblem[] {
  if (!quietHours) return []
  const [from, to] = [parseTime(quietHours.from), parseTime(quietHours.to)]
  if (from === null) return [blocking('quietHours.from', '免打扰的开始时间应写成 22:00 的样子')]
  if (to === null) return [blocking('quietHours.to', '免打扰的结束时间应写成 07:00 的样子')]
  if (from % 86_400_000 === to % 86_400_000)
    return [blocking('quietHours.to', '免打扰的开始和结束时间不能相同，否则全天都收不到提醒')]
  return []
}

/** Calendars, holidays, quiet hours, and whatever names a calendar. */
export const calendarProblems = (policy: Policy, known: KnownCenter | null): readonly PolicyProblem[] => [
  ...Object.entries(policy.calendars).flatMap(([id, config]) =>
    calendarFaults(`calendars.${id}`, calendarName(id, policy), config),
  ),
  ...holidayYearFaults(policy),
  ...usesOf(policy).flatMap(use => useFault(use, policy)),
  ...quietHoursFaults(policy),
  ...(known
    ? uncoveredYears(policy, known.now).map(year =>
        notable('holidayYears', `还没有 ${year} 年的放假安排，${uncoveredRule}，公布后请尽快导入`),
      )
    : []),
]
