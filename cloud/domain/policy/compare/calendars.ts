import type { CalendarConfig, HolidayYear, Shift, WeeklyCalendar } from '../../../../types/contract/policy-document'
import { weekdayLabels } from '../../../../types/vocabulary'
import { WEEKDAYS, type Weekday } from '../../calendar/zone'
import { type PolicyChange, changed } from './change'
import type { Named } from './rules'

const shiftsText = (shifts: readonly Shift[] | undefined): string =>
  shifts && shifts.length > 0
    ? [...shifts]
        .sort()
        .map(([open, close]) => `${open}—${close}`)
        .join('、')
    : '休息'

const ownText = (own: readonly Shift[] | Weekday | undefined): string | null =>
  own === undefined ? null : typeof own === 'string' ? `按${weekdayLabels[own]}` : shiftsText(own)

const holidaysText = ({ holidays }: WeeklyCalendar): string =>
  holidays === 'cn' ? '国家节假日和调休' : holidays && holidays.length > 0 ? `${holidays.length} 个指定日期` : '不放假'

const few = (dates: readonly string[]): string =>
  dates.length > 8 ? `${dates.slice(0, 7).join('、')} 等 ${dates.length} 天` : dates.join('、')

/** Dates that one list has and the other lacks. */
function dateChanges(
  section: string,
  what: string,
  before: readonly string[],
  after: readonly string[],
): readonly PolicyChange[] {
  const [old, fresh] = [new Set(before), new Set(after)]
  const [gone, added] = [before.filter(date => !fresh.has(date)), after.filter(date => !old.has(date))]
  if (gone.length === 0 && added.length === 0) return []
  return [
    {
      section,
      what,
      before: gone.length > 0 ? few([...gone].sort()) : null,
      after: added.length > 0 ? few([...added].sort()) : null,
    },
  ]
}

const datesOf = ({ holidays }: WeeklyCalendar): readonly string[] =>
  typeof holidays === 'string' ? [] : (holidays ?? [])

function weeklyChanges(name: string, before: WeeklyCalendar, after: WeeklyCalendar): readonly PolicyChange[] {
  const section = '日历'
  const dates = [...new Set([...Object.keys(before.shifts ?? {}), ...Object.keys(after.shifts ?? {})])].sort()
  const kindsDiffer = (before.holidays === 'cn') !== (after.holidays === 'cn')
  return [
    ...WEEKDAYS.flatMap(day =>
      changed(section, `${name}的${weekdayLabels[day]}`, shiftsText(before.weekly[day]), shiftsText(after.weekly[day])),
    ),
    ...(kindsDiffer
      ? changed(section, `${name}的节假日`, holidaysText(before), holidaysText(after))
      : dateChanges(section, `${name}的节假日`, datesOf(before), datesOf(after))),
    ...dates.flatMap(date =>
      changed(section, `${name} ${date}`, ownText(before.shifts?.[date]), ownText(after.shifts?.[date])),
    ),
  ]
}

const wholeText = (config: CalendarConfig): string => {
  if (config === '24x7') return '全天 24 小时'
  const days = WEEKDAYS.filter(day => (config.weekly[day]?.length ?? 0) > 0).map(day => weekdayLabels[day])
  return `${days.join('、') || '没有开放的日子'}，${holidaysText(config)}`
}

/** What a calendar is called where two policies are compared: its role may be what changed. */
const nameOf = (id: string, { policy }: Named): string => (id === policy.workingHours ? '上班时间' : `日历“${id}”`)

/** Calendars added and taken out; days, shifts and holidays of those that stay. */
export function calendarChanges(before: Named, after: Named): readonly PolicyChange[] {
  const section = '日历'
  const [old, fresh] = [before.policy.calendars, after.policy.calendars]
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((id): readonly PolicyChange[] => {
    const [was, is] = [old[id], fresh[id]]
    const name = nameOf(id, is === undefined ? before : after)
    if (was === undefined)
      return is === undefined ? [] : [{ section, what: `新增${name}`, before: null, after: wholeText(is) }]
    if (is === undefined) return [{ section, what: `删去${name}`, before: wholeText(was), after: null }]
    if (was === '24x7' || is === '24x7') return changed(section, name, wholeText(was), wholeText(is))
    return weeklyChanges(name, was, is)
  })
}

const none: HolidayYear = { holidays: [], makeUpDays: [] }

/** Holidays and make-up days by year. */
export function holidayYearChanges(before: Named, after: Named): readonly PolicyChange[] {
  const section = '节假日'
  const [old, fresh] = [before.policy.holidayYears ?? {}, after.policy.holidayYears ?? {}]
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].sort().flatMap(year => {
    const [was, is] = [old[year] ?? none, fresh[year] ?? none]
    return [
      ...dateChanges(section, `${year} 年节假日`, was.holidays, is.holidays),
      ...dateChanges(section, `${year} 年补班日`, was.makeUpDays, is.makeUpDays),
      // A year that was given or taken back without a single day still changes what is known.
      ...(year in old === year in fresh || was.holidays.length + is.holidays.length > 0
        ? []
        : changed(section, `${year} 年`, year in old ? '已导入' : null, year in fresh ? '已导入' : null)),
    ]
  })
}
