import { usualDetailsDays } from '../../../../types/words/policy'
import { specialOf } from '../model/special'
import type { Policy } from '../model/policy'
import { calendarProblems } from './calendars'
import { treeProblems } from './categories'
import type { Lineage } from './covers'
import { deadlineProblems } from './deadlines'
import { type KnownCenter, type PolicyProblem, blocking } from './problems'
import { questionnaireProblems } from './questionnaires'
import { routingProblems } from './routing'

export type { KnownCenter, PolicyProblem } from './problems'

/** Lines of descent in a tree that may itself be broken. */
function lineageIn(policy: Policy): Lineage {
  const parents = new Map(policy.categories.map(category => [category.id, category.parentId]))
  const found = new Map<string, ReadonlySet<string>>()
  return id => {
    const before = found.get(id)
    if (before) return before
    const above = new Set([id])
    for (let at = parents.get(id); at && !above.has(at); at = parents.get(at)) above.add(at)
    found.set(id, above)
    return above
  }
}

const figures = [
  { path: 'survey.satisfiedFrom', name: '视为满意的最低分', from: 1, to: 5 },
  { path: 'survey.remindAfterDays', name: '提醒评价前等待的天数', from: 1, to: 60 },
  { path: 'survey.unreachedAfterAttempts', name: '判定联系不上前的回访次数', from: 1, to: 10 },
  { path: 'survey.reopenWithinDays', name: '办结后可以重新处理的天数', from: 1, to: 365 },
  { path: 'survey.detailsWithinDays', name: '一键评价后可以补充的天数', from: 1, to: 30 },
  { path: 'holdMaxDays', name: '挂起的最长天数', from: 1, to: 365 },
  { path: 'maxTransfers', name: '最多转单次数', from: 0, to: 20 },
  { path: 'compensationLimit', name: '不用审批的补偿上限', from: 0, to: 1_000_000 },
  { path: 'special.hotPeople', name: '几人反映算热点', from: 2, to: 100 },
  { path: 'special.hotDays', name: '热点看最近几天', from: 1, to: 365 },
  { path: 'special.wideReach', name: '多少人看过算影响大', from: 1, to: 1_000_000_000 },
  { path: 'special.majorSum', name: '索赔多少元算重大', from: 1, to: 100_000_000 },
] as const

function figureOf(policy: Policy, path: (typeof figures)[number]['path']): number {
  switch (path) {
    case 'survey.satisfiedFrom':
      return policy.survey.satisfiedFrom
    case 'survey.remindAfterDays':
      return policy.survey.remindAfterDays
    case 'survey.unreachedAfterAttempts':
      return policy.survey.unreachedAfterAttempts
    case 'survey.reopenWithinDays':
      return policy.survey.reopenWithinDays
    case 'survey.detailsWithinDays':
      return policy.survey.detailsWithinDays ?? usualDetailsDays
    case 'compensationLimit':
      return policy.compensationLimit ?? 0
    case 'special.hotPeople':
      return specialOf(policy).hotPeople
    case 'special.hotDays':
      return specialOf(policy).hotDays
    case 'special.wideReach':
      return specialOf(policy).wideReach
    case 'special.majorSum':
      return specialOf(policy).majorSum
    default:
      return policy[path]
  }
}

/** A share and no whole number: nothing in common would make one matter of everything. */
const likenessProblems = (policy: Policy): readonly PolicyProblem[] => {
  const { likeness } = specialOf(policy)
  return likeness >= 0.1 && likeness <= 1 ? [] : [blocking('special.likeness', '文字相近的程度要在 0.1 到 1 之间')]
}

const figureProblems = (policy: Policy): readonly PolicyProblem[] =>
  figures.flatMap(({ path, name, from, to }) => {
    const value = figureOf(policy, path)
    return Number.isInteger(value) && value >= from && value <= to
      ? []
      : [blocking(path, `${name}要在 ${from} 到 ${to} 之间`)]
  })

const mostAskedProblems = ({ survey: { mostPerHouseholdAMonth: most } }: Policy): readonly PolicyProblem[] =>
  most === undefined || (most >= 1 && most <= 30)
    ? []
    : [blocking('survey.mostPerHouseholdAMonth', '每户每月最多问的次数要在 1 到 30 之间')]

/**
 * Everything wrong with a policy or worth a manager's attention, with its place, in the order of the document. Nothing
 * blocking: the policy compiles, every clock ends and every ticket has somewhere to go.
 * @param known the center it is for; null for a scenario, where people, places, categories and departments are free and
 *   the order of rules is only remarked on
 */
export function validatePolicy(policy: Policy, known: KnownCenter | null): readonly PolicyProblem[] {
  const lineage = lineageIn(policy)
  return [
    ...calendarProblems(policy, known),
    ...deadlineProblems(policy, known, lineage),
    ...routingProblems(policy, known, lineage),
    ...treeProblems(policy, known),
    ...figureProblems(policy),
    ...mostAskedProblems(policy),
    ...questionnaireProblems(policy, known),
    ...likenessProblems(policy),
  ]
}

/** The blocking ones by path, as an answer tells them. */
export const refusalsOf = (problems: readonly PolicyProblem[]): Readonly<Record<string, string>> => {
  const fields: Record<string, string> = {}
  for (const { path, message, blocking: blocks } of problems) if (blocks) fields[path] ??= message
  return fields
}
