import { listOf } from '../../../../types/list-of'
import { type Urgency, deadlineKindLabels, urgencyLabels } from '../../../../types/vocabulary'
import { deadlineTargetText, escalationText, warningsText } from '../../../../types/words/deadline'
import {
  type Names,
  conditionText,
  deadlineConditionText,
  policyPartLabels,
  targetText,
} from '../../../../types/words/policy'
import { canonicalJson } from '../../ticket/hash-chain'
import type { DeadlineRule, OneOrMany, Policy, RoutingRule } from '../model/policy'
import { type PolicyChange, changedData, inPlace, same } from './change'

/** A policy with what its ids are called. */
export interface Named {
  readonly policy: Policy
  readonly names: Names
}

const ruleText = (rule: RoutingRule, names: Names): string =>
  `${conditionText(rule.when, names)}，${targetText(rule.to, names)}`

/** A rule is known by its name; one that only got another name is told as such. */
function renamed(before: Policy, after: Policy): ReadonlyMap<string, string> {
  const [old, fresh] = [new Set(before.routing.map(rule => rule.name)), new Set(after.routing.map(rule => rule.name))]
  const gone = before.routing.filter(rule => !fresh.has(rule.name))
  const pairs = new Map<string, string>()
  for (const rule of after.routing) {
    if (old.has(rule.name)) continue
    const was = gone.findIndex(one => same([one.when ?? {}, one.to], [rule.when ?? {}, rule.to]))
    const [found] = was < 0 ? [] : gone.splice(was, 1)
    if (found) pairs.set(rule.name, found.name)
  }
  return pairs
}

/** Rules added, taken out, edited, renamed and moved. */
export function routingChanges(before: Named, after: Named): readonly PolicyChange[] {
  const section = policyPartLabels.routing
  const names = renamed(before.policy, after.policy)
  const oldName = (rule: RoutingRule): string => names.get(rule.name) ?? rule.name
  const old = new Map(before.policy.routing.map((rule, index) => [rule.name, { rule, index }]))
  const kept = new Set(after.policy.routing.map(oldName))
  const steady = inPlace(
    after.policy.routing.map(oldName),
    before.policy.routing.map(rule => rule.name),
  )
  const changes: PolicyChange[] = before.policy.routing
    .filter(rule => !kept.has(rule.name))
    .map(rule => ({ section, what: `删去“${rule.name}”`, before: ruleText(rule, before.names), after: null }))
  after.policy.routing.forEach((rule, index) => {
    const was = old.get(oldName(rule))
    if (!was) {
      const text = `第 ${index + 1} 条：${ruleText(rule, after.names)}`
      changes.push({ section, what: `新增“${rule.name}”`, before: null, after: text })
      return
    }
    if (was.rule.name !== rule.name)
      changes.push({ section, what: '规则改名', before: was.rule.name, after: rule.name })
    const [text, now] = [ruleText(was.rule, before.names), ruleText(rule, after.names)]
    // Two ids may share a name on screen; a difference is told even where the words are the same.
    if (!same([was.rule.when ?? {}, was.rule.to], [rule.when ?? {}, rule.to]))
      changes.push({ section, what: `修改“${rule.name}”`, before: text, after: now })
    if (!steady.has(oldName(rule)))
      changes.push({
        section,
        what: `移动“${rule.name}”`,
        before: `第 ${was.index + 1} 条`,
        after: `第 ${index + 1} 条`,
      })
  })
  return changes
}

const keyOf = ({ kind, when = {}, waitingFor = [] }: DeadlineRule): string =>
  `${kind} ${canonicalJson(when)} ${canonicalJson(listOf(waitingFor))}`

const urgencyText = (urgency: OneOrMany<Urgency>): string =>
  listOf(urgency)
    .map(one => urgencyLabels[one])
    .join('或')

const deadlineName = (rule: DeadlineRule, names: Names): string => {
  const label = deadlineKindLabels[rule.kind]
  const { urgency, ...others } = rule.when ?? {}
  if (rule.waitingFor === undefined && Object.values(others).every(part => part === undefined))
    return urgency === undefined ? label : `${label}（${urgencyText(urgency)}）`
  return `${label}（${deadlineConditionText(rule, names)}）`
}

const timeText = (rule: DeadlineRule, { policy }: Named): string =>
  deadlineTargetText(rule.target, policy.calendars[rule.calendar])

const wholeText = (rule: DeadlineRule, named: Named): string =>
  `${timeText(rule, named)}，${warningsText(rule.warn)}，${escalationText(rule.escalate)}`

/** A deadline is known by what it watches and its condition; its figures are told one by one. */
export function deadlineChanges(before: Named, after: Named): readonly PolicyChange[] {
  const section = policyPartLabels.deadlines
  const old = new Map(before.policy.deadlines.map(rule => [keyOf(rule), rule]))
  const fresh = new Set(after.policy.deadlines.map(keyOf))
  const steady = inPlace(after.policy.deadlines.map(keyOf), before.policy.deadlines.map(keyOf))
  const gone = before.policy.deadlines
    .filter(rule => !fresh.has(keyOf(rule)))
    .map(rule => ({
      section,
      what: `删去${deadlineName(rule, before.names)}`,
      before: wholeText(rule, before),
      after: null,
    }))
  const edited = after.policy.deadlines.flatMap((rule): readonly PolicyChange[] => {
    const was = old.get(keyOf(rule))
    const name = deadlineName(rule, after.names)
    if (!was) return [{ section, what: `新增${name}`, before: null, after: wholeText(rule, after) }]
    return [
      ...changedData(section, name, [was.target, rule.target], [timeText(was, before), timeText(rule, after)]),
      ...changedData(
        section,
        `${name}用的日历`,
        [was.calendar, rule.calendar],
        [before.names.calendar(was.calendar), after.names.calendar(rule.calendar)],
      ),
      ...changedData(
        section,
        `${name}的提醒`,
        [was.warn ?? [], rule.warn ?? []],
        [warningsText(was.warn), warningsText(rule.warn)],
      ),
      ...changedData(
        section,
        `${name}的上报`,
        [was.escalate ?? [], rule.escalate ?? []],
        [escalationText(was.escalate), escalationText(rule.escalate)],
      ),
      ...(steady.has(keyOf(rule)) ? [] : [{ section, what: `${name}的顺序`, before: '原来的位置', after: '新的位置' }]),
    ]
  })
  return [...gone, ...edited]
}
