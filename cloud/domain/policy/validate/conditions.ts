import { listOf } from '../../../../types/list-of'
import { parseTime } from '../../calendar/shifts'
import type { Condition, OneOrMany, Policy } from '../model/policy'
import { type KnownCenter, type PolicyProblem, blocking } from './problems'

/** Whether a place names one value or several tells the path: `when.building` or `when.building.2`. */
function unknownIds(
  values: OneOrMany<string> | undefined,
  path: string,
  isKnown: (id: string) => boolean,
  message: (id: string) => string,
): PolicyProblem[] {
  if (values === undefined) return []
  const several = typeof values !== 'string'
  return listOf(values).flatMap((id, index) =>
    isKnown(id) ? [] : [blocking(several ? `${path}.${index}` : path, message(id))],
  )
}

/** Whatever a condition names and nobody knows. With `known` null (a scenario) ids are free. */
export function conditionProblems(
  when: Condition | undefined,
  path: string,
  place: string,
  policy: Policy,
  known: KnownCenter | null,
): readonly PolicyProblem[] {
  if (!when) return []
  const at = `${path}.when`
  const problems: PolicyProblem[] = []
  const span = when.timeOfDay
  if (span) {
    const [from, to] = [parseTime(span.from), parseTime(span.to)]
    if (from === null || to === null) problems.push(blocking(`${at}.timeOfDay`, `${place}的时段应写成 08:30 的样子`))
    else if (from === to) problems.push(blocking(`${at}.timeOfDay`, `${place}的时段开始和结束相同，永远不会适用`))
  }
  if (!known) return problems
  const categories = new Set(policy.categories.map(category => category.id))
  problems.push(
    ...unknownIds(
      when.category,
      `${at}.category`,
      id => categories.has(id),
      id => `${place}提到的类别“${id}”不存在，请重新选择`,
    ),
    ...unknownIds(
      when.building,
      `${at}.building`,
      id => known.buildingIds.has(id),
      () => `${place}提到的楼栋不存在，请重新选择`,
    ),
    ...unknownIds(
      when.place,
      `${at}.place`,
      id => known.placeIds.has(id),
      () => `${place}提到的位置不存在，请重新选择`,
    ),
    ...unknownIds(
      when.center,
      `${at}.center`,
      id => known.centerIds.has(id),
      () => `${place}提到的服务中心不存在，请重新选择`,
    ),
  )
  return problems
}
