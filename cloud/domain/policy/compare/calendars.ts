import type { HolidayYear, Shift, WeeklyCalendar } from '../../../../types/contract/policy-document'
import { weekdayLabels } from '../../../../types/vocabulary'
import { calendarName, calendarText, holidaysText, shiftsText } from '../../../../types/words/calendar'
import { policyPartLabels } from '../../../../types/words/policy'
import { patternOf } from '../../calendar/shifts'
import { WEEKDAYS, type Weekday } from '../../calendar/zone'
import { type PolicyChange, changed, changedData } from './change'
import type { Named } from './rules'

const ownText = (own: readonly Shift[] | Weekday | undefined): string | null =>
  own === undefined ? null : typeof own === 'string' ? `按${weekdayLabels[own]}` : shiftsText(own)

/** Shifts as they count: in order of time, touching ones joined; a day without any is closed. */
const spansOf = (shifts: readonly Shift[] | undefined) => patternOf(shifts ?? []).spans

/** A date's own shifts as they count; null: it has none of its own. */
const ownSpansOf = (own: readonly Shift[] | Weekday | undefined) =>
  own === undefined ? null : typeof own === 'string' ? own : spansOf(own)

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
  const section = policyPartLabels.calendars
  const dates = [...new Set([...Object.keys(before.shifts ?? {}), ...Object.keys(after.shifts ?? {})])].sort()
  const kindsDiffer = (before.holidays === 'cn') !== (after.holidays === 'cn')
  return [
    ...WEEKDAYS.flatMap(day => {
      const [was, is] = [before.weekly[day], after.weekly[day]]
      const what = `${name}的${weekdayLabels[day]}`
      return changedData(section, what, [spansOf(was), spansOf(is)], [shiftsText(was), shiftsText(is)])
    }),
    ...(kindsDiffer
      ? changed(section, `${name}的节假日`, holidaysText(before), holidaysText(after))
      : dateChanges(section, `${name}的节假日`, datesOf(before), datesOf(after))),
    ...dates.flatMap(date => {
      const [was, is] = [before.shifts?.[date], after.shifts?.[date]]
      return changedData(section, `${name} ${date}`, [ownSpansOf(was), ownSpansOf(is)], [ownText(was), ownText(is)])
    }),
  ]
}

/** Calendars added and taken out; days, shifts and holidays of those that stay. */
export function calendarChanges(before: Named, after: Named): readonly PolicyChange[] {
  const section = policyPartLabels.calendars
  const [old, fresh] = [before.policy.calendars, after.policy.calendars]
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((id): readonly PolicyChange[] => {
    const [was, is] = [old[id], fresh[id]]
    const name = calendarName(id, (is === undefined ? before : after).policy)
    if (was === undefined)
      return is === undefined ? [] : [{ section, what: `新增${name}`, before: null, after: calendarText(is) }]
    if (is === undefined) return [{ section, what: `删去${name}`, before: calendarText(was), after: null }]
    if (was === '24x7' || is === '24x7')
      return changedData(section, name, [was, is], [calendarText(was), calendarText(is)])
    return weeklyChanges(name, was, is)
  })
}

const none: HolidayYear = { holidays: [], makeUpDays: [] }

/** Holidays and make-up days by year. */
export function holidayYearChanges(before: Named, after: Named): readonly PolicyChange[] {
  const section = policyPartLabels.holidayYears
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
