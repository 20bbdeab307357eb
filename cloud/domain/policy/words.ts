import { channelLabels, kindLabels, roleLabels, severityLabels, urgencyLabels } from '../../../types/vocabulary'
import type { CalendarConfig, DeadlineTarget } from '../../../types/contract/policy-document'
import type { Condition, EscalationStep, OneOrMany, Policy, RoutingTarget } from './model/policy'

/** What ids are called on screen; an id that nothing is known of stands for itself. */
export interface Names {
  category(id: string): string
  department(id: string): string
  calendar(id: string): string
  person(id: string): string
  building(id: string): string
  place(id: string): string
  center(id: string): string
}

/** Names by id of what a policy speaks of and does not define itself. */
export type OutsideNames = Partial<
  Readonly<Record<'people' | 'buildings' | 'places' | 'centers', ReadonlyMap<string, string>>>
>

/** Names from a policy, and from its center where they are known. */
export function namesOf(policy: Policy, outside: OutsideNames = {}): Names {
  const categories = new Map(policy.categories.map(category => [category.id, category.name]))
  const departments = new Map(policy.departments.map(department => [department.id, department.name]))
  const { people, buildings, places, centers } = outside
  return {
    category: id => categories.get(id) ?? id,
    department: id => departments.get(id) ?? id,
    calendar: id => calendarName(id, policy),
    person: id => people?.get(id) ?? id,
    building: id => buildings?.get(id) ?? id,
    place: id => places?.get(id) ?? id,
    center: id => centers?.get(id) ?? id,
  }
}

/** Calendars have no names of their own: what they are for says more than their id. */
function calendarName(id: string, policy: Policy): string {
  if (policy.calendars[id] === '24x7') return '全天 24 小时'
  return id === policy.workingHours ? '上班时间' : `日历“${id}”`
}

export const listOf = <T>(values: OneOrMany<T>): readonly T[] =>
  Array.isArray(values) ? (values as readonly T[]) : [values as T]

/** 「电梯、漏水渗水」; a long list is cut, with how many there are. */
const joined = (values: readonly string[]): string =>
  values.length > 6 ? `${values.slice(0, 5).join('、')}等 ${values.length} 项` : values.join('、')

/** A rule's condition in words: 「紧急程度是紧急或加急，类别属于电梯」; without any: 「所有工单」. */
export function conditionText(condition: Condition | undefined, names: Names): string {
  const when = condition ?? {}
  const parts: string[] = []
  const add = <T>(values: OneOrMany<T> | undefined, before: string, name: (value: T) => string) => {
    if (values !== undefined) parts.push(`${before}${joined(listOf(values).map(name))}`)
  }
  add(when.kind, '类型是', kind => kindLabels[kind])
  add(when.urgency, '紧急程度是', urgency => urgencyLabels[urgency])
  add(when.severity, '严重程度是', severity => severityLabels[severity])
  add(when.channel, '来源是', channel => channelLabels[channel])
  add(when.category, '类别属于', names.category)
  add(when.building, '楼栋是', names.building)
  add(when.place, '位置在', names.place)
  add(when.center, '服务中心是', names.center)
  if (when.anonymous !== undefined) parts.push(when.anonymous ? '匿名反映' : '实名反映')
  if (when.keyCustomer !== undefined) parts.push(when.keyCustomer ? '重点客户' : '不是重点客户')
  if (when.timeOfDay) parts.push(`每天 ${when.timeOfDay.from}—${when.timeOfDay.to}`)
  if (when.open) parts.push(`${names.calendar(when.open.calendar)}${when.open.is ? '之内' : '之外'}`)
  return parts.length === 0 ? '所有工单' : parts.join('，')
}

/** Where a rule sends a ticket, in words. */
export function targetText(target: RoutingTarget, names: Names): string {
  if ('steward' in target) return '楼栋管家'
  if ('department' in target) return names.department(target.department)
  if ('categoryDepartment' in target) return '类别的主责部门'
  if ('person' in target) return names.person(target.person)
  if ('post' in target) return roleLabels[target.post]
  if ('onDuty' in target) return '值班人员'
  return '客服受理'
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100)

/** Hours as people say them: 1/6 → 10 分钟, 4 → 4 小时, 168 by the clock → 7 天. */
function hoursText(hours: number, byTheClock: boolean): string {
  const seconds = Math.round(hours * 3_600)
  if (seconds < 60) return `${seconds} 秒`
  if (seconds < 3_600) return `${rounded(seconds / 60)} 分钟`
  if (byTheClock && hours > 48 && hours % 24 === 0) return `${hours / 24} 天`
  return `${rounded(hours)} 个小时`
}

/** What a deadline allows, in words; `calendar` is the one it counts on. */
export function deadlineTargetText(target: DeadlineTarget, calendar: CalendarConfig | undefined): string {
  const byTheClock = calendar === '24x7'
  if (target === 'endOfDay') return byTheClock ? '当天 24:00 前' : '上班当天 24:00 前'
  if ('workingDays' in target) return `${target.workingDays} 个工作日`
  const text = hoursText(target.hours, byTheClock).replace('个小时', byTheClock ? '小时' : '个工作小时')
  return byTheClock || target.hours >= 1 ? text : `${text}（上班时间内）`
}

const percent = (share: number): string => `${rounded(share * 100)}%`

/** 「50%、80%」; none: 「不提醒」 */
export const warningsText = (warn: readonly number[] | undefined): string =>
  warn && warn.length > 0 ? warn.map(percent).join('、') : '不提醒'

/** 「100% 部门负责人，150% 客服部经理」; none: 「不升级」 */
export const escalationText = (steps: readonly EscalationStep[] | undefined): string =>
  steps && steps.length > 0 ? steps.map(step => `${percent(step.at)} ${roleLabels[step.to]}`).join('，') : '不升级'
