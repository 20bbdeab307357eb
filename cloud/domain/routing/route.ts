import { roleLabels } from '../../../types/vocabulary'
import { conditionHolds } from '../policy/compile/compile'
import type { RoutingRule } from '../policy/model/policy'
import { type RoutingInput, chooseByLevel, chooseFrom, eligible, levelsAbove } from './choose'
import { type Directory, type StaffMember, departmentOf, holdersOf, isOnRoster, isPresent, levelOf } from './directory'

/** Who answers for a ticket, and why, in words (D-RT-1). */
export interface Assignment {
  readonly personId: string
  readonly personName: string
  readonly departmentId: string | null
}
export interface RouteReason {
  readonly rule: string
  readonly why: string
}
export type { RoutingInput } from './choose'
export type Route = RouteReason & { readonly assignment: Assignment | null }

const workers = ['steward', 'handler'] as const

const candidatesFor = (rule: RoutingRule, { policy, directory, facts, at }: RoutingInput): readonly StaffMember[] => {
  // A category that no department answers for must not match the people who belong to none.
  const inDepartment = (id: string | null) =>
    directory.staff.filter(
      member => id !== null && member.departmentId === id && workers.some(role => role === member.role),
    )
  const to = rule.to
  if ('steward' in to)
    return directory.staff.filter(
      member => member.role === 'steward' && facts.buildingId !== null && member.buildingIds.includes(facts.buildingId),
    )
  if ('department' in to) return inDepartment(to.department)
  if ('categoryDepartment' in to) return inDepartment(departmentOf(facts.category, policy))
  if ('person' in to) return directory.staff.filter(member => member.id === to.person)
  if ('post' in to) return holdersOf(directory, to.post, departmentOf(facts.category, policy))
  if ('onDuty' in to) {
    // The roster says who has the night; where it names nobody for this hour, whoever is at work.
    const able = directory.staff.filter(member => workers.some(role => role === member.role))
    const rostered = able.filter(member => isOnRoster(member, at) && isPresent(member, at))
    const onDuty = rostered.length > 0 ? rostered : able.filter(member => isPresent(member, at))
    const department = departmentOf(facts.category, policy)
    const responsible = onDuty.filter(member => department !== null && member.departmentId === department)
    return responsible.length > 0 ? responsible : onDuty
  }
  return []
}

const assignmentOf = (member: StaffMember, input: RoutingInput): Assignment => ({
  personId: member.id,
  personName: member.name,
  departmentId: member.departmentId ?? departmentOf(input.facts.category, input.policy),
})

const because = (rule: RoutingRule, chosen: StaffMember, among: number): string => {
  const post = roleLabels[chosen.role]
  if (among === 1) return `按规则“${rule.name}”，由${post}${chosen.name}负责`
  return `按规则“${rule.name}”，在 ${among} 位人员中按楼栋、技能、在岗和当前工作量选出${post}${chosen.name}`
}

/**
 * People between whom the first applicable rule would have to choose. The caller workloads their workloads; with one
 * candidate or none no load is needed, which keeps filing independent of how many tickets are open.
 */
export function candidates(input: Omit<RoutingInput, 'workloads'>): readonly StaffMember[] {
  const all: RoutingInput = { ...input, workloads: new Map() }
  for (const rule of input.policy.policy.routing) {
    if (!conditionHolds(rule.when, input.facts, input.at, input.policy)) continue
    if ('triage' in rule.to) return []
    const people = eligible(candidatesFor(rule, all), all)
    if (people.length > 0) return people
  }
  return []
}

/**
 * D-RT-1: rules in order; the first that fits and has somebody to name wins. A rule that fits but names nobody (no
 * steward for this building) lets the next one try. No rule, or one that says so: the clerk's triage queue.
 */
export function route(input: RoutingInput): Route {
  for (const rule of input.policy.policy.routing) {
    if (!conditionHolds(rule.when, input.facts, input.at, input.policy)) continue
    if ('triage' in rule.to) return { rule: rule.name, why: `按规则“${rule.name}”，等客服受理后安排`, assignment: null }
    const people = eligible(candidatesFor(rule, input), input)
    const chosen = chooseFrom(people, input)
    if (chosen)
      return { rule: rule.name, why: because(rule, chosen, people.length), assignment: assignmentOf(chosen, input) }
  }
  return { rule: '默认', why: '没有规则适用，等客服受理后安排', assignment: null }
}

/** One person of a department, by D-RT-2; its head if it has nobody else, then the next level up (D-RT-3). */
export function routeToDepartment(departmentId: string, input: RoutingInput): Assignment | null {
  const people = input.directory.staff.filter(
    member => member.departmentId === departmentId && workers.some(role => role === member.role),
  )
  const chosen = chooseByLevel([people, ...levelsAbove(input.directory, departmentId)], input)
  return chosen ? { ...assignmentOf(chosen, input), departmentId } : null
}

/** How high a person stands; -1 below the ladder. */
export const heightOf = (personId: string, directory: Directory): number =>
  Math.max(-1, ...directory.staff.filter(member => member.id === personId).map(levelOf))

/**
 * Who takes over from somebody (D-RT-3): the next candidate of the department, then its head, the manager, quality.
 * From somebody on that ladder it never goes back down, or a matter taken up because those below had failed would
 * return to them (D-CB-3, D-HD-4). `level`: colleagues of the same height will do.
 */
export function takeOver(
  holder: Assignment,
  input: RoutingInput,
  { level = false }: { readonly level?: boolean } = {},
): Assignment | null {
  const height = heightOf(holder.personId, input.directory)
  if (height < 0) return nextCandidate(holder.departmentId, input)
  const next = chooseByLevel(levelsAbove(input.directory, holder.departmentId, level ? height - 1 : height), input)
  return next ? { ...assignmentOf(next, input), departmentId: holder.departmentId } : null
}

/** D-RT-3: after a return, the next candidate in the same department, then its head, the manager, quality. */
export function nextCandidate(departmentId: string | null, input: RoutingInput): Assignment | null {
  if (departmentId !== null) return routeToDepartment(departmentId, input)
  const above = chooseByLevel(levelsAbove(input.directory, null), input)
  return above ? { ...assignmentOf(above, input), departmentId } : null
}
