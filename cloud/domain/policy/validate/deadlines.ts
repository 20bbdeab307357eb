import { type DeadlineKind, type Role, deadlineKindLabels, roleLabels } from '../../../../types/vocabulary'
import type { DeadlineRule, EscalationStep, Policy } from '../model/policy'
import { conditionProblems } from './conditions'
import { type Lineage, covers, coversList } from './covers'
import { type KnownCenter, type PolicyProblem, blocking, deadlinePlace, notable } from './problems'

/** Five years, in hours and in working days. */
const maxHours = 5 * 366 * 24
const maxWorkingDays = 400
/** A hundred times the time allowed. */
const maxShare = 100

/** Rising: an escalation goes up it and never down. */
const height: Partial<Record<Role, number>> = {
  handler: 0,
  steward: 0,
  assistant: 0,
  clerk: 0,
  departmentHead: 1,
  serviceManager: 2,
  quality: 3,
}

function targetFaults({ target }: DeadlineRule, path: string, place: string): PolicyProblem[] {
  if (target === 'endOfDay') return []
  if ('hours' in target) {
    const { hours } = target
    const sound = Number.isFinite(hours) && Math.round(hours * 3_600) >= 1 && hours <= maxHours
    return sound ? [] : [blocking(`${path}.target.hours`, `${place}的小时数要大于 0，最多 5 年（${maxHours} 小时）`)]
  }
  const { workingDays } = target
  return Number.isInteger(workingDays) && workingDays >= 1 && workingDays <= maxWorkingDays
    ? []
    : [blocking(`${path}.target.workingDays`, `${place}的工作日数要在 1 到 ${maxWorkingDays} 之间`)]
}

const warningFaults = ({ warn = [] }: DeadlineRule, path: string, place: string): PolicyProblem[] =>
  warn.flatMap((share, index): PolicyProblem[] => {
    const before = warn[index - 1]
    if (!(share > 0 && share < 1))
      return [blocking(`${path}.warn.${index}`, `${place}的第 ${index + 1} 次提醒要在 0 到 100% 之间`)]
    if (before !== undefined && !(share > before))
      return [blocking(`${path}.warn.${index}`, `${place}的第 ${index + 1} 次提醒要晚于前一次`)]
    return []
  })

function stepFaults(
  step: EscalationStep,
  index: number,
  steps: readonly EscalationStep[],
  place: string,
): { readonly field: 'at' | 'to'; readonly message: string }[] {
  const level = `${place}的第 ${index + 1} 级上报`
  const before = steps.slice(0, index)
  const faults: { readonly field: 'at' | 'to'; readonly message: string }[] = []
  if (!(step.at >= 1 && step.at <= maxShare))
    faults.push({ field: 'at', message: `${level}要在到期（100%）之后，最多 ${maxShare} 倍时间` })
  else if (before.some(({ at }) => at > step.at)) faults.push({ field: 'at', message: `${level}不能早于前一级` })
  const reached = height[step.to]
  if (reached === undefined)
    faults.push({ field: 'to', message: `${level}不能给${roleLabels[step.to] ?? '未知的岗位'}，请选择处理或管理岗位` })
  else if (before.some(({ to }) => to === step.to))
    faults.push({ field: 'to', message: `${level}又回到了${roleLabels[step.to]}，每个岗位只能出现一次` })
  else if (before.some(({ to }) => (height[to] ?? 0) > reached))
    faults.push({ field: 'to', message: `${level}回到了更低的岗位，上报只能逐级向上` })
  return faults
}

const escalationFaults = ({ escalate = [] }: DeadlineRule, path: string, place: string): PolicyProblem[] =>
  escalate.flatMap((step, index) =>
    stepFaults(step, index, escalate, place).map(({ field, message }) =>
      blocking(`${path}.escalate.${index}.${field}`, message),
    ),
  )

/** The first rule of a kind that fits counts, so one that an earlier one covers never does. */
function unreachable(rules: readonly DeadlineRule[], index: number, lineage: Lineage): number {
  const rule = rules[index]
  if (!rule) return -1
  return rules.findIndex(
    (earlier, at) =>
      at < index &&
      earlier.kind === rule.kind &&
      coversList(earlier.waitingFor, rule.waitingFor) &&
      covers(earlier.when, rule.when, lineage),
  )
}

/** Every deadline's figures, order and conditions (D-SLA-15). */
export function deadlineProblems(
  policy: Policy,
  known: KnownCenter | null,
  lineage: Lineage,
): readonly PolicyProblem[] {
  const rules = policy.deadlines
  const kinds = new Set(rules.map(rule => rule.kind))
  return [
    ...rules.flatMap((rule, index) => {
      const [path, place] = [`deadlines.${index}`, deadlinePlace(rule, index)]
      const by = unreachable(rules, index, lineage)
      const hidden = `${place}永远用不到：第 ${by + 1} 条已经包含了它的全部情况，请调整顺序或删去`
      return [
        ...targetFaults(rule, path, place),
        ...warningFaults(rule, path, place),
        ...escalationFaults(rule, path, place),
        ...conditionProblems(rule.when, path, place, policy, known),
        ...(by >= 0 ? [known ? blocking(path, hidden) : notable(path, hidden)] : []),
      ]
    }),
    ...Object.entries(deadlineKindLabels).flatMap(([kind, label]) =>
      kinds.has(kind as DeadlineKind) ? [] : [notable('deadlines', `没有“${label}”的时限，这一项不会提醒也不会升级`)],
    ),
  ]
}
