import type { AnswerOf } from '../../../types/contract/index'
import type {
  CalendarConfig,
  Condition,
  DeadlineRule,
  DeadlineTarget,
  Policy,
  RoutingTarget,
  Shift,
} from '../../../types/contract/policy-document'
import {
  channelLabels,
  kindLabels,
  roleLabels,
  severityLabels,
  urgencyLabels,
  weekdayLabels,
} from '../../../types/vocabulary'
import { listOf } from './condition'

type Current = AnswerOf<'policy', 'current'>

/** What rules speak of, by name. */
export interface Names {
  category(id: string): string
  building(id: string): string
  place(id: string): string
  person(id: string): string
  department(id: string): string
  calendar(id: string): string
}

const finder = (list: readonly { id: string; name: string }[], missing: string) => {
  const names = new Map(list.map(({ id, name }) => [id, name]))
  return (id: string) => names.get(id) ?? missing
}

/** 「全天 24 小时」「工作时间」「日历 2」: a calendar is kept under an identifier and has no name of its own. */
export function calendarName(id: string, policy: Pick<Policy, 'calendars' | 'workingHours'>): string {
  if (id === policy.workingHours) return '工作时间'
  if (policy.calendars[id] === '24x7') return '全天 24 小时'
  const number = /^calendar-(\d+)$/.exec(id)?.[1]
  return number === undefined ? `日历 ${id}` : `日历 ${number}`
}

/** Names as the policy that is being edited has them. */
export const namesOf = (policy: Policy, base: Pick<Current, 'buildings' | 'places' | 'staff'>): Names => ({
  category: finder(policy.categories, '已删除的类别'),
  building: finder(base.buildings, '已不在的楼栋'),
  place: finder(base.places, '已不在的位置'),
  person: finder(base.staff, '已离职的人员'),
  department: finder(policy.departments, '已删除的部门'),
  calendar: id => calendarName(id, policy),
})

const either = (words: readonly string[]): string => words.join('或')
const labelled = <Id extends string>(labels: Readonly<Record<Id, string>>, value: Id | readonly Id[] | undefined) =>
  either(listOf(value).map(id => labels[id]))

/** 「紧急程度是紧急，类别是电梯或漏水渗水」; without a condition 「其余所有情况」. */
export function conditionWords(condition: Condition | undefined, names: Names): string {
  const when = condition ?? {}
  const parts = [
    when.category && `类别是${either(listOf(when.category).map(names.category))}`,
    when.urgency && `紧急程度是${labelled(urgencyLabels, when.urgency)}`,
    when.kind && `类型是${labelled(kindLabels, when.kind)}`,
    when.severity && `严重程度是${labelled(severityLabels, when.severity)}`,
    when.channel && `来源是${labelled(channelLabels, when.channel)}`,
    when.building && `在${either(listOf(when.building).map(names.building))}`,
    when.place && `位置是${either(listOf(when.place).map(names.place))}`,
    when.timeOfDay && `时刻在 ${when.timeOfDay.from}–${when.timeOfDay.to}`,
    when.open && `${when.open.is ? '在' : '不在'}「${names.calendar(when.open.calendar)}」内`,
    when.anonymous === undefined ? undefined : when.anonymous ? '匿名反映' : '实名反映',
    when.keyCustomer === undefined ? undefined : when.keyCustomer ? '重点客户' : '非重点客户',
    when.center && '限定服务中心',
  ].filter(part => part !== undefined && part !== '')
  return parts.length === 0 ? '其余所有情况' : parts.join('，')
}

/** 「派给楼栋管家」 */
export function targetWords(to: RoutingTarget, names: Names): string {
  if ('steward' in to) return '派给这栋楼的管家'
  if ('department' in to) return `派给${names.department(to.department)}`
  if ('categoryDepartment' in to) return '派给类别的主责部门'
  if ('person' in to) return `派给${names.person(to.person)}`
  if ('post' in to) return `派给${roleLabels[to.post]}`
  if ('onDuty' in to) return '派给当时的值班人员'
  return '由客服受理后再派'
}

const figure = (value: number): string => String(Math.round(value * 100) / 100)

/** 「10 分钟」「4 小时」「3 个工作日」「当天 24:00」 */
export function deadlineTargetWords(target: DeadlineTarget): string {
  if (target === 'endOfDay') return '当天 24:00'
  if ('workingDays' in target) return `${target.workingDays} 个工作日`
  return target.hours < 1 ? `${figure(target.hours * 60)} 分钟` : `${figure(target.hours)} 小时`
}

/** When a level is told: 「到期时」「超时 50% 后」. */
export const levelWords = (at: number): string => (at === 1 ? '到期时' : `超时 ${figure((at - 1) * 100)}% 后`)

export const warnWords = (warn: DeadlineRule['warn']): string =>
  !warn || warn.length === 0 ? '不提醒' : `用掉 ${warn.map(share => `${figure(share * 100)}%`).join('、')} 时提醒责任人`

/** 「上报部门负责人（到期时）→ 客服部经理（超时 50% 后）」 */
export const escalateWords = (levels: DeadlineRule['escalate']): string =>
  !levels || levels.length === 0
    ? '超时不上报'
    : `上报${levels.map(({ at, to }) => `${roleLabels[to]}（${levelWords(at)}）`).join(' → ')}`

/** 「08:30–12:00、13:30–18:00」 */
export const shiftsWords = (shifts: readonly (readonly [string, string])[] | undefined): string =>
  !shifts || shifts.length === 0 ? '休息' : shifts.map(([from, to]) => `${from}–${to}`).join('、')

const weekdays = Object.keys(weekdayLabels) as (keyof typeof weekdayLabels)[]

/** 「周一至周五 08:30–12:00、13:30–18:00」: equal days that follow each other are told together. */
export function calendarWords(calendar: CalendarConfig): string {
  if (calendar === '24x7') return '每天 24 小时'
  const runs: { first: number; last: number; words: string }[] = []
  weekdays.forEach((weekday, index) => {
    const words = shiftsWords(calendar.weekly[weekday])
    const run = runs[runs.length - 1]
    if (run && run.words === words) run.last = index
    else runs.push({ first: index, last: index, words })
  })
  const dayName = (index: number) => weekdayLabels[weekdays[index] ?? 'mon']
  const span = ({ first, last }: { first: number; last: number }) =>
    first === last ? dayName(first) : `${dayName(first)}至${dayName(last)}`
  const weekly = runs.filter(({ words }) => words !== '休息').map(run => `${span(run)} ${run.words}`)
  const holidays = calendar.holidays === undefined ? '' : '，法定节假日休息'
  return `${weekly.length === 0 ? '从不上班' : weekly.join('；')}${holidays}`
}

/** Whether shifts of one day can stand: each goes forward and none touches another. Null: they can; else what to do. */
export function shiftsFault(shifts: readonly Shift[]): string | null {
  const inOrder = [...shifts].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [index, [from, to]] of inOrder.entries()) {
    if (from >= to) return `${from}–${to} 的结束要晚于开始；跨零点请拆成两天`
    const next = inOrder[index + 1]
    if (next && next[0] < to) return `${from}–${to} 与 ${next[0]}–${next[1]} 重叠`
  }
  return null
}
