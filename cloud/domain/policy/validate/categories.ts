import type { Category, Policy } from '../model/policy'
import { type KnownCenter, type PolicyProblem, blocking, notable } from './problems'

/** Levels of the category tree, roots included: more can't be picked on a phone. */
const maxDepth = 4

/** Repeated ids, told at the second one. */
const duplicates = (items: readonly { readonly id: string }[], path: string, what: string): PolicyProblem[] => {
  const seen = new Set<string>()
  return items.flatMap(({ id }, index) => {
    if (seen.has(id)) return [blocking(`${path}.${index}.id`, `第 ${index + 1} 个${what}的编号“${id}”已经用过`)]
    seen.add(id)
    return []
  })
}

function treeFault(category: Category, byId: ReadonlyMap<string, Category>): string | null {
  if (category.parentId === null) return null
  if (!byId.has(category.parentId)) return '的上级类别不存在，请重新选择'
  const above = new Set([category.id])
  let depth = 1
  for (let at = byId.get(category.parentId); at; at = at.parentId === null ? undefined : byId.get(at.parentId)) {
    if (above.has(at.id)) return '的上级绕了一圈又回到自己，请重新选择'
    above.add(at.id)
    depth += 1
  }
  return depth > maxDepth ? `层级太深，最多 ${maxDepth} 级` : null
}

function categoryProblems(policy: Policy, known: KnownCenter | null): PolicyProblem[] {
  const byId = new Map(policy.categories.map(category => [category.id, category]))
  const departments = new Set(policy.departments.map(department => department.id))
  return policy.categories.flatMap((category, index) => {
    const path = `categories.${index}`
    const fault = treeFault(category, byId)
    const unknown = known !== null && category.department !== undefined && !departments.has(category.department)
    return [
      ...(fault === null ? [] : [blocking(`${path}.parentId`, `类别“${category.name}”${fault}`)]),
      ...(unknown ? [blocking(`${path}.department`, `类别“${category.name}”的主责部门不存在，请重新选择`)] : []),
    ]
  })
}

/** The category tree, departments, and the answers that hang on a category (D-CL-1). */
export function treeProblems(policy: Policy, known: KnownCenter | null): readonly PolicyProblem[] {
  const categories = new Set(policy.categories.map(category => category.id))
  const staffed = new Set(known?.staff.map(member => member.departmentId))
  return [
    ...duplicates(policy.departments, 'departments', '部门'),
    ...duplicates(policy.categories, 'categories', '类别'),
    ...categoryProblems(policy, known),
    ...policy.faq.flatMap(({ category, question }, index) =>
      known === null || category === null || categories.has(category)
        ? []
        : [blocking(`faq.${index}.category`, `常见问题“${question}”的类别不存在，请重新选择`)],
    ),
    ...policy.departments.flatMap(({ id, name }, index) =>
      known === null || staffed.has(id) ? [] : [notable(`departments.${index}`, `${name}现在还没有人员`)],
    ),
  ]
}
