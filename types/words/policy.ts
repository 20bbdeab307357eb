import type { Condition, DeadlineRule, OneOrMany, Policy, RoutingTarget, TimeSpan } from '../contract/policy-document'
import { listOf } from '../list-of'
import { channelLabels, holdReasonLabels, kindLabels, roleLabels, severityLabels, urgencyLabels } from '../vocabulary'
import { calendarName } from './calendar'

/** Days within which an answer of one tap can be added to, where the rules say nothing else (D-CB-5): a weekend is among them. */
export const usualDetailsDays = 3

/** Parts of a policy, as screens, comparisons and messages call them. */
export const policyPartLabels = {
  routing: '派单规则',
  deadlines: '时限',
  calendars: '工作日历',
  holidayYears: '节假日',
  categories: '类别',
  departments: '部门',
  survey: '评价与回访',
  faq: '常见问题',
  others: '其他设置',
} as const

/** What ids are called on screen. */
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

const finder =
  (names: ReadonlyMap<string, string> | undefined, missing: string) =>
  (id: string): string =>
    names?.get(id) ?? missing

export const namesById = (list: readonly { readonly id: string; readonly name: string }[]) =>
  new Map(list.map(({ id, name }) => [id, name]))

/** Names from a policy, and from its center where they are known; what is gone is said to be gone. */
export const namesOf = (policy: Policy, { people, buildings, places, centers }: OutsideNames = {}): Names => ({
  category: finder(namesById(policy.categories), '已删除的类别'),
  department: finder(namesById(policy.departments), '已删除的部门'),
  calendar: id => calendarName(id, policy),
  person: finder(people, '已离职的人员'),
  building: finder(buildings, '已不在的楼栋'),
  place: finder(places, '已不在的位置'),
  center: finder(centers, '指定的服务中心'),
})

/** 「电梯或漏水渗水」; however long, never cut: two rules may differ in the last name only. */
const either = (names: readonly string[]): string =>
  names.length > 6 ? `${names.join('、')}（${names.length} 项之一）` : names.join('或')

/** 「22:00–06:00」 */
export const timeSpanText = ({ from, to }: TimeSpan): string => `${from}–${to}`

/**
 * A rule's condition in words: 「类别属于电梯或漏水渗水，紧急程度是紧急」; without any: 「其余所有工单」, since rules are
 * read in order and the first that fits counts.
 */
export function conditionText(condition: Condition | undefined, names: Names): string {
  const when = condition ?? {}
  const parts: string[] = []
  const add = <T extends string>(before: string, values: OneOrMany<T> | undefined, name: (value: T) => string) => {
    const list = listOf(values)
    if (list.length > 0) parts.push(`${before}${either(list.map(name))}`)
  }
  add('类别属于', when.category, names.category)
  add('紧急程度是', when.urgency, urgency => urgencyLabels[urgency])
  add('类型是', when.kind, kind => kindLabels[kind])
  add('严重程度是', when.severity, severity => severityLabels[severity])
  add('来源是', when.channel, channel => channelLabels[channel])
  add('楼栋是', when.building, names.building)
  add('位置在', when.place, names.place)
  add('服务中心是', when.center, names.center)
  if (when.timeOfDay) parts.push(`每天 ${timeSpanText(when.timeOfDay)}`)
  if (when.open) parts.push(`${names.calendar(when.open.calendar)}之${when.open.is ? '内' : '外'}`)
  if (when.anonymous !== undefined) parts.push(when.anonymous ? '匿名反映' : '实名反映')
  if (when.keyCustomer !== undefined) parts.push(when.keyCustomer ? '重点客户' : '不是重点客户')
  return parts.length === 0 ? '其余所有工单' : parts.join('，')
}

/** When a deadline's rule applies: 「类别属于电梯，挂起且等第三方」「挂起且等配件或等第三方」; as `conditionText` without. */
export function deadlineConditionText({ when, waitingFor }: DeadlineRule, names: Names): string {
  if (waitingFor === undefined) return conditionText(when, names)
  const waiting = `挂起且${either(listOf(waitingFor).map(reason => holdReasonLabels[reason]))}`
  return when === undefined || Object.keys(when).length === 0 ? waiting : `${conditionText(when, names)}，${waiting}`
}

/** Where a rule sends a ticket: 「派给楼栋管家」「由客服受理后再派」 */
export function targetText(target: RoutingTarget, names: Names): string {
  if ('steward' in target) return '派给楼栋管家'
  if ('department' in target) return `派给${names.department(target.department)}`
  if ('categoryDepartment' in target) return '派给类别的主责部门'
  if ('person' in target) return `派给${names.person(target.person)}`
  if ('post' in target) return `派给${roleLabels[target.post]}`
  if ('onDuty' in target) return '派给当时的值班人员'
  return '由客服受理后再派'
}
