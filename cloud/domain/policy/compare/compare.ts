import type { CalendarConfig } from '../../../../types/contract/policy-document'
import { urgencyLabels } from '../../../../types/vocabulary'
import { usualDetailsDays } from '../../../../types/words/policy'
import { usualRecourse } from '../../../../types/words/recourse'
import { type OutsideNames, namesOf, policyPartLabels as part, timeSpanText } from '../../../../types/words/policy'
import { type Calendar, compileCalendar } from '../../calendar/calendar'
import { holidaysOf } from '../../calendar/holidays'
import { calendarChanges, holidayYearChanges } from './calendars'
import { type PolicyChange, changed, changedData, inPlace } from './change'
import { pairs } from './pairs'
import { questionnaireChanges } from './questionnaires'
import { type Named, deadlineChanges, routingChanges } from './rules'
import { specialOf } from '../model/special'
import type { Category, Policy } from '../model/policy'

export type { PolicyChange } from './change'

const yesNo = (value: boolean | undefined): string => (value ? '是' : '否')
const orNone = (text: string | undefined): string => text ?? '无'
const wordsText = (words: readonly string[] | undefined): string =>
  words && words.length > 0 ? words.join('、') : '无'

function categoryEdits(was: Category, is: Category, before: Named, after: Named): readonly PolicyChange[] {
  const section = part.categories
  const parent = ({ parentId }: Category, { names }: Named) => (parentId === null ? '最上级' : names.category(parentId))
  const department = (category: Category, { names }: Named) =>
    category.department === undefined ? '随上级' : names.department(category.department)
  const urgency = (category: Category) => (category.urgency === undefined ? '不建议' : urgencyLabels[category.urgency])
  const of = `“${is.name}”`
  return [
    ...changed(section, '类别改名', was.name, is.name),
    // A parent or department that only got another name is told once, where it is renamed.
    ...changedData(section, `${of}的上级`, [was.parentId, is.parentId], [parent(was, before), parent(is, after)]),
    ...changedData(
      section,
      `${of}的主责部门`,
      [was.department, is.department],
      [department(was, before), department(is, after)],
    ),
    ...changed(section, `${of}建议的紧急程度`, urgency(was), urgency(is)),
    ...changedData(section, `${of}的提示`, [was.hint, is.hint], [orNone(was.hint), orNone(is.hint)]),
    ...changed(section, `${of}按邻里纠纷保护身份`, yesNo(was.neighbourDispute), yesNo(is.neighbourDispute)),
    ...changedData(
      section,
      `${of}的关键词`,
      [was.words ?? [], is.words ?? []],
      [wordsText(was.words), wordsText(is.words)],
    ),
    ...changedData(section, `${of}的图标`, [was.icon, is.icon], [orNone(was.icon), orNone(is.icon)]),
  ]
}

function treeChanges(before: Named, after: Named): readonly PolicyChange[] {
  const categories = pairs(before.policy.categories, after.policy.categories, category => category.id)
  const departments = pairs(before.policy.departments, after.policy.departments, department => department.id)
  const ids = (policy: Policy) => policy.categories.map(category => category.id)
  const moved = new Set(categories.kept.map(({ is }) => is.id))
  for (const id of inPlace(ids(after.policy), ids(before.policy))) moved.delete(id)
  return [
    ...departments.gone.map(({ name }) => ({ section: part.departments, what: '删去部门', before: name, after: null })),
    ...departments.added.map(({ name }) => ({
      section: part.departments,
      what: '新增部门',
      before: null,
      after: name,
    })),
    ...departments.kept.flatMap(({ was, is }) => changed(part.departments, '部门改名', was.name, is.name)),
    ...categories.gone.map(({ name }) => ({ section: part.categories, what: '删去类别', before: name, after: null })),
    ...categories.added.map(({ name }) => ({ section: part.categories, what: '新增类别', before: null, after: name })),
    ...categories.kept.flatMap(({ was, is }) => categoryEdits(was, is, before, after)),
    ...after.policy.categories
      .filter(({ id }) => moved.has(id))
      .map(({ name }) => ({
        section: part.categories,
        what: `“${name}”的顺序`,
        before: '原来的位置',
        after: '新的位置',
      })),
  ]
}

const specialText = (policy: Policy): string => {
  const { hotPeople, hotDays, likeness, majorSum, wideReach } = specialOf(policy)
  return `${hotDays} 天内 ${hotPeople} 人算热点（文字相近 ${likeness}），索赔 ${majorSum} 元算重大，网上 ${wideReach} 人看过算影响大`
}

const days = (count: number): string => `${count} 天`
const detailsText = ({ survey }: Policy): string => days(survey.detailsWithinDays ?? usualDetailsDays)
const mostAskedText = ({ survey: { mostPerHouseholdAMonth: most } }: Policy): string =>
  most === undefined ? '不限' : `${most} 次`
const quietText = ({ quietHours }: Policy): string => (quietHours ? timeSpanText(quietHours) : '不设')

function figureChanges({ policy: was, names }: Named, { policy: is, names: newNames }: Named): readonly PolicyChange[] {
  const { survey, others: other } = part
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
    ...changed(survey, '一键评价后多久内可补充', detailsText(was), detailsText(is)),
    ...changed(survey, '每户每月最多问', mostAskedText(was), mostAskedText(is)),
    ...changed(other, '挂起最长', days(was.holdMaxDays), days(is.holdMaxDays)),
    ...changed(other, '不用审批的补偿', `${was.compensationLimit ?? 0} 元以内`, `${is.compensationLimit ?? 0} 元以内`),
    ...changed(other, '最多转单', `${was.maxTransfers} 次`, `${is.maxTransfers} 次`),
    ...changed(other, '免打扰时间', quietText(was), quietText(is)),
    ...changed(other, '热点和重大', specialText(was), specialText(is)),
    ...changed(other, '还可以找谁', was.recourse ?? usualRecourse, is.recourse ?? usualRecourse),
    ...changedData(
      other,
      '表示危险的词',
      [was.emergencyWords ?? [], is.emergencyWords ?? []],
      [wordsText(was.emergencyWords), wordsText(is.emergencyWords)],
    ),
    ...changedData(
      other,
      '上班时间用的日历',
      [was.workingHours, is.workingHours],
      // Each as the other policy calls it: under its own, both would be called by this very role.
      [newNames.calendar(was.workingHours), names.calendar(is.workingHours)],
    ),
  ]
}

function faqChanges({ policy: was, names }: Named, { policy: is, names: newNames }: Named): readonly PolicyChange[] {
  const section = part.faq
  const { gone, added, kept } = pairs(was.faq, is.faq, ({ question }) => question)
  const category = (id: string | null, named: Named['names']) => (id === null ? '不限' : named.category(id))
  return [
    ...gone.map(({ question }) => ({ section, what: '删去', before: question, after: null })),
    ...added.map(({ question }) => ({ section, what: '新增', before: null, after: question })),
    ...kept.flatMap(pair => [
      ...changed(section, `“${pair.is.question}”的回答`, pair.was.answer, pair.is.answer),
      ...changedData(
        section,
        `“${pair.is.question}”的类别`,
        [pair.was.category, pair.is.category],
        [category(pair.was.category, names), category(pair.is.category, newNames)],
      ),
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
    ...questionnaireChanges(was, is),
    ...faqChanges(was, is),
  ]
}

/**
 * Whether every due time is the same on the calendars of both policies: then no running ticket has to be recomputed
 * (D-SLA-17). The days decide, as the calendars compile them, and not how they are written. A calendar that only one of
 * them has is a difference: rules of older versions may name it.
 */
export const sameCalendars = (before: Policy, after: Policy): boolean => {
  const ids = Object.keys(after.calendars)
  return (
    ids.length === Object.keys(before.calendars).length &&
    ids.every(id => {
      const [was, is] = [before.calendars[id], after.calendars[id]]
      return was !== undefined && is !== undefined && compiled(was, before).equals(compiled(is, after))
    })
  )
}

const compiled = (config: CalendarConfig, { holidayYears }: Policy): Calendar =>
  compileCalendar(config, holidaysOf(holidayYears))
