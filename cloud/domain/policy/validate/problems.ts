import type { DeadlineRule, RoutingRule } from '../model/policy'
import { deadlineKindLabels, type Role } from '../../../../types/vocabulary'

/** What is wrong with a policy, or worth knowing. `path` as in `routing.3.to.person`; blocking ones refuse the save. */
export interface PolicyProblem {
  readonly path: string
  readonly message: string
  readonly blocking: boolean
}

/** What a policy may speak of without defining it. Sets of ids need hold no more than the policy mentions. */
export interface KnownCenter {
  readonly staff: readonly {
    readonly id: string
    readonly name: string
    readonly role: Role
    readonly departmentId: string | null
  }[]
  readonly buildingIds: ReadonlySet<string>
  readonly placeIds: ReadonlySet<string>
  readonly centerIds: ReadonlySet<string>
  /** Whether anybody stands on the duty roster from now on. */
  readonly hasDuty: boolean
  /** Epoch ms. */
  readonly now: number
}

export const blocking = (path: string, message: string): PolicyProblem => ({ path, message, blocking: true })
export const notable = (path: string, message: string): PolicyProblem => ({ path, message, blocking: false })

/** A rule as a manager finds it: 「第 4 条派单规则“楼内事项派楼栋管家”」 */
export const routingPlace = (rule: RoutingRule, index: number): string => `第 ${index + 1} 条派单规则“${rule.name}”`
export const deadlinePlace = (rule: DeadlineRule, index: number): string =>
  `第 ${index + 1} 条时限“${deadlineKindLabels[rule.kind]}”`
