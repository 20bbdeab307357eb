import { holdsRight } from '../../../../types/rights'
import { type Role, roleLabels } from '../../../../types/vocabulary'
import type { Policy, RoutingRule, RoutingTarget } from '../model/policy'
import { conditionProblems } from './conditions'
import { type Lineage, covers, isUnconditional } from './covers'
import { type KnownCenter, type PolicyProblem, blocking, notable, routingPlace } from './problems'

const workers: readonly Role[] = ['steward', 'handler']

function targetProblems(
  to: RoutingTarget,
  path: string,
  place: string,
  policy: Policy,
  known: KnownCenter | null,
): readonly PolicyProblem[] {
  if ('post' in to && !holdsRight(to.post, 'takeTickets'))
    return [blocking(`${path}.to.post`, `${place}不能派给${roleLabels[to.post] ?? '未知的岗位'}，这个岗位不接工单`)]
  if (!known) return []
  const { staff } = known
  if ('post' in to && !staff.some(member => member.role === to.post))
    return [blocking(`${path}.to.post`, `${place}派给${roleLabels[to.post]}，但现在没有人担任这个岗位`)]
  if ('department' in to) {
    if (!policy.departments.some(department => department.id === to.department))
      return [blocking(`${path}.to.department`, `${place}提到的部门“${to.department}”不存在，请重新选择`)]
    if (!staff.some(member => member.departmentId === to.department && workers.includes(member.role)))
      return [notable(`${path}.to.department`, `${place}派给的部门现在没有人可以接单，工单会由下一条规则处理`)]
  }
  if ('person' in to) {
    const posts = staff.filter(member => member.id === to.person)
    if (posts.length === 0) return [blocking(`${path}.to.person`, `${place}派给的同事已经离开本中心，请重新选择人员`)]
    if (!posts.some(member => holdsRight(member.role, 'takeTickets')))
      return [blocking(`${path}.to.person`, `${place}派给的${posts[0]?.name ?? ''}不能接工单，请重新选择人员`)]
  }
  if ('onDuty' in to && !known.hasDuty)
    return [notable(`${path}.to`, `${place}派给值班人员，但值班表里还没有今后的班次`)]
  return []
}

/**
 * Whether a fitting rule is certain to name somebody, or to hold the ticket for triage; any other lets the next rule
 * try when nobody is there (D-RT-1).
 */
function alwaysEnds({ to }: RoutingRule, known: KnownCenter | null): boolean {
  if ('triage' in to) return true
  if ('person' in to) return known === null || known.staff.some(member => member.id === to.person)
  if ('post' in to)
    // Heads answer for a department each: for another's matters the post may be empty.
    return to.post !== 'departmentHead' && (known === null || known.staff.some(member => member.role === to.post))
  if ('department' in to)
    return (
      known === null ||
      known.staff.some(member => member.departmentId === to.department && workers.includes(member.role))
    )
  return false
}

function orderProblems(policy: Policy, known: KnownCenter | null, lineage: Lineage): readonly PolicyProblem[] {
  const rules = policy.routing
  const tell = known ? blocking : notable
  const problems: PolicyProblem[] = []
  const ends = rules.map(rule => alwaysEnds(rule, known))
  const first = rules.findIndex((rule, index) => ends[index] === true && isUnconditional(rule.when))
  const seen = new Map<string, number>()
  rules.forEach((rule, index) => {
    const path = `routing.${index}`
    const place = routingPlace(rule, index)
    const twin = seen.get(rule.name.trim())
    if (twin !== undefined)
      problems.push(tell(`${path}.name`, `${place}和第 ${twin + 1} 条同名，请改个名字，工单上才分得清`))
    else seen.set(rule.name.trim(), index)
    if (first >= 0 && index > first) {
      problems.push(blocking(path, `${place}排在默认规则（第 ${first + 1} 条）之后，永远用不到`))
      return
    }
    const by = rules.findIndex(
      (earlier, at) => at < index && ends[at] === true && covers(earlier.when, rule.when, lineage),
    )
    if (by >= 0)
      problems.push(tell(path, `${place}永远用不到：第 ${by + 1} 条已经包含了它的全部情况，请调整顺序或删去`))
  })
  const last = rules.at(-1)
  if (!last || !isUnconditional(last.when))
    problems.push(tell('routing', '最后要有一条没有条件的默认规则，这样每张工单都有去处'))
  return problems
}

/** Targets, conditions and order of the routing rules (D-RT-1). */
export const routingProblems = (
  policy: Policy,
  known: KnownCenter | null,
  lineage: Lineage,
): readonly PolicyProblem[] => [
  ...policy.routing.flatMap((rule, index) => {
    const [path, place] = [`routing.${index}`, routingPlace(rule, index)]
    return [
      ...targetProblems(rule.to, path, place, policy, known),
      ...conditionProblems(rule.when, path, place, policy, known),
    ]
  }),
  ...orderProblems(policy, known, lineage),
]
