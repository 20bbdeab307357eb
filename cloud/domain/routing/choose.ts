import type { CompiledPolicy, Facts } from '../policy/compile/compile'
import type { Workloads } from '../workload/workload'
import { type Directory, type StaffMember, holdersOf, ladder } from './directory'
import { rank } from './rank'

export interface RoutingInput {
  readonly policy: CompiledPolicy
  readonly directory: Directory
  readonly workloads: Workloads
  readonly facts: Facts
  /** Epoch ms. */
  readonly at: number
  /** People who must not get it: they returned it, or let it lie. */
  readonly except?: readonly string[]
}

/** People who stand equally high, and between whom D-RT-2 decides. */
export type Level = readonly StaffMember[]

export const eligible = (people: Level, input: Pick<RoutingInput, 'except'>): Level =>
  people.filter(member => !input.except?.includes(member.id))

/** D-RT-2: the one of them whom the rules choose; null: none of them may get it. */
export const chooseFrom = (people: Level, input: RoutingInput): StaffMember | null =>
  rank(
    eligible(people, input),
    { buildingId: input.facts.buildingId, lineage: input.policy.lineage(input.facts.category), at: input.at },
    input.workloads,
  )[0] ?? null

/** D-HD-9: within the first level that has anybody; the whole of it is asked before the next. null: nobody in any. */
export function chooseByLevel(levels: readonly Level[], input: RoutingInput): StaffMember | null {
  for (const level of levels) {
    const chosen = chooseFrom(level, input)
    if (chosen) return chosen
  }
  return null
}

/** Who answers for what those below can't, lowest first: the department's heads, the managers, quality (D-RT-3). */
export const levelsAbove = (directory: Directory, departmentId: string | null, height = -1): readonly Level[] =>
  ladder.slice(height + 1).map(role => holdersOf(directory, role, departmentId))
