import { urgencyLabels } from '../../../../types/vocabulary'
import { calendarChanges, holidayYearChanges } from './calendars'
import { type PolicyChange, changed, inPlace } from './change'
import { type Named, deadlineChanges, routingChanges } from './rules'
import type { Category, Policy } from '../model/policy'
import { type OutsideNames, namesOf } from '../words'

export type { PolicyChange } from './change'

/** Entries of two lists by key: taken out, added, and both versions of those that stay. */
function pairs<T>(before: readonly T[], after: readonly T[], key: (item: T) => string) {
  const old = new Map(before.map(item => [key(item), item]))
  const fresh = new Set(after.map(key))
  return {
    gone: before.filter(item => !fresh.has(key(item))),
    added: after.filter(item => !old.has(key(item))),
    kept: after.flatMap(item => {
      const was = old.get(key(item))
      return was === undefined ? [] : [{ was, is: item }]
    }),
  }
}

const yesNo = (value: boolean | undefined): string => (value ? '是' : '否')
const orNone = (text: string | undefined): string => text ?? '无'

function categoryEdits(was: Category, is: Category, before: Named, after: Named): readonly PolicyChange[] {
  const section = '类别'
  const parent = ({ parentId }: Category, { names }: Named) => (parentId === null ? '最上级' : names.category(parentId))
  const department = (category: Category, { names }: Named) =>
    category.department === undefined ? '随上级' : names.department(category.department)
  const urgency = (category: Category) => (category.urgency === undefined ? '不建议' : urgencyLabels[category.urgency])
  const of = `“${is.name}”`
  return [
    ...changed(section, '类别改名', was.name, is.name),
    // A parent or department that only got another name is told once, where it is renamed.
    ...(was.parentId === is.parentId ? [] : changed(section, `${of}的上级`, parent(was, before), parent(is, after))),
    ...(was.department === is.department
      ? []
      : changed(section, `${of}的主责部门`, department(was, before), department(is, after))),
    ...changed(section, `${of}建议的紧急程度`, urgency(was), urgency(is)),
    ...changed(section, `${of}的提示`, orNone(was.hint), orNone(is.hint)),
    ...changed(section, `${of}按邻里纠纷保护身份`, yesNo(was.neighbourDispute), yesNo(is.neighbourDispute)),
    ...changed(section, `${of}的关键词`, orNone(was.words?.join('、')), orNone(is.words?.join('、'))),
    ...changed(section, `${of}的图标`, orNone(was.icon), orNone(is.icon)),
  ]
}

function treeChanges(before: Named, after: Named): readonly PolicyChange[] {
  const categories = pairs(before.policy.categories, after.policy.categories, category => category.id)
  const departments = pairs(before.policy.departments, after.policy.departments, department => department.id)
  const ids = (policy: Policy) => policy.categories.map(category => category.id)
  const moved = new Set(categories.kept.map(({ is }) => is.id))
  for (const id of inPlace(ids(after.policy), ids(before.policy))) moved.delete(id)
  return [
    ...departments.gone.map(({ name }) => ({ section: '部门', what: '删去部门', before: name, after: null })),
    ...departments.added.map(({ name }) => ({ section: '部门', what: '新增部门', before: null, after: name })),
    ...departments.kept.flatMap(({ was, is }) => changed('部门', '部门改名', was.name, is.name)),
    ...categories.gone.map(({ name }) => ({ section: '类别', what: '删去类别', before: name, after: null })),
    ...categories.added.map(({ name }) => ({ section: '类别', what: '新增类别', before: null, after: name })),
    ...categories.kept.flatMap(({ was, is }) => categoryEdits(was, is, before, after)),
    ...after.policy.categories
      .filter(({ id }) => moved.has(id))
      .map(({ name }) => ({ section: '类别', what: `“${name}”的顺序`, before: '原来的位置', after: '新的位置' })),
  ]
}

const days = (count: number): string => `${count} 天`
const quietText = ({ quietHours }: Policy): string => (quietHours ? `${quietHours.from}—${quietHours.to}` : '不设')

function figureChanges({ policy: was, names }: Named, { policy: is, names: newNames }: Named): readonly PolicyChange[] {
  const [survey, other] = ['评价与回访', '其他规则']
  return [
    ...changed(survey, '满意的最低分', `${was.survey.satisfiedFrom} 分`, `${is.survey.satisfiedFrom} 分`),
    ...changed(survey, '多久没有评价就提醒', days(was.survey.remindAfterDays), days(is.survey.remindAfterDays)),
    ...changed(
      survey,
      '几次联系不上算未能联系',
      `${was.survey.unreachedAfterAttempts} 次`,
      `${is.survey.unreachedAfterAttempts} 次`,
    ),
    ...changed(survey, '办结后多久内可重新处理', days(was.survey.reopenWithinDays), days(is.survey.reopenWithinDays)),
    ...changed(other, '挂起最长', days(was.holdMaxDays), days(is.holdMaxDays)),
    ...changed(other, '最多转单', `${was.maxTransfers} 次`, `${is.maxTransfers} 次`),
    ...changed(other, '免打扰时间', quietText(was), quietText(is)),
    ...(was.workingHours === is.workingHours
      ? []
      : [
          {
            section: other,
            what: '上班时间用的日历',
            before: `“${was.workingHours}”（${names.calendar(was.workingHours)}）`,
            after: `“${is.workingHours}”（${newNames.calendar(is.workingHours)}）`,
          },
        ]),
  ]
}

function faqChanges({ policy: was, names }: Named, { policy: is, names: newNames }: Named): readonly PolicyChange[] {
  const section = '常见问题'
  const { gone, added, kept } = pairs(was.faq, is.faq, ({ question }) => question)
  const category = (id: string | null, named: Named['names']) => (id === null ? '不限' : named.category(id))
  return [
    ...gone.map(({ question }) => ({ section, what: '删去', before: question, after: null })),
    ...added.map(({ question }) => ({ section, what: '新增', before: null, after: question })),
    ...kept.flatMap(pair => [
      ...changed(section, `“${pair.is.question}”的回答`, pair.was.answer, pair.is.answer),
      ...(pair.was.category === pair.is.category
        ? []
        : changed(
            section,
            `“${pair.is.question}”的类别`,
            category(pair.was.category, names),
            category(pair.is.category, newNames),
          )),
    ]),
  ]
}

/**
 * What changed from one policy to another, in words, section by section; [] when they do the same.
 * @param outside names of people, buildings, places and centers, where they are known
 */
export function policyChanges(before: Policy, after: Policy, outside: OutsideNames = {}): readonly PolicyChange[] {
  const was = { policy: before, names: namesOf(before, outside) }
  const is = { policy: after, names: namesOf(after, outside) }
  return [
    ...routingChanges(was, is),
    ...deadlineChanges(was, is),
    ...calendarChanges(was, is),
    ...holidayYearChanges(was, is),
    ...treeChanges(was, is),
    ...figureChanges(was, is),
    ...faqChanges(was, is),
  ]
}

/** Whether clocks count open time alike under both: then no running ticket has to be recomputed (D-SLA-17). */
export const sameCalendars = (before: Policy, after: Policy): boolean =>
  calendarChanges(named(before), named(after)).length === 0 &&
  holidayYearChanges(named(before), named(after)).length === 0

const named = (policy: Policy): Named => ({ policy, names: namesOf(policy) })
