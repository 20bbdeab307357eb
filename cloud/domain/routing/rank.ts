import { dateString } from '../calendar/zone'
import type { Workload, Workloads } from '../workload/workload'
import { type StaffMember, isPresent, onLeave } from './directory'

export interface Wanted {
  readonly buildingId: string | null
  /** Categories from the ticket's own upwards; a skill names one of them. */
  readonly lineage: ReadonlySet<string>
  /** Epoch ms. */
  readonly at: number
}

const noLoad: Workload = { weight: 0, lastAssignedAt: 0 }

/**
 * D-RT-2, the order of candidates: building, then skill, then presence, then the lightest load, then the longest
 * idle; the id breaks what is still equal, so the same state always gives the same choice. People on leave come
 * last and not never: a ticket must not belong to nobody (D-RT-3).
 */
export function rank(candidates: readonly StaffMember[], wanted: Wanted, workloads: Workloads): readonly StaffMember[] {
  const day = dateString(wanted.at)
  const keyed = candidates.map(member => {
    const load = workloads.get(member.id) ?? noLoad
    const key = [
      onLeave(member, day) ? 1 : 0,
      wanted.buildingId !== null && member.buildingIds.includes(wanted.buildingId) ? 0 : 1,
      member.skills.some(skill => wanted.lineage.has(skill)) ? 0 : 1,
      isPresent(member, wanted.at) ? 0 : 1,
      load.weight,
      load.lastAssignedAt,
    ]
    return { member, key }
  })
  keyed.sort((one, other) => {
    for (const [index, value] of one.key.entries()) {
      const difference = value - (other.key[index] ?? 0)
      if (difference !== 0) return difference
    }
    return one.member.id < other.member.id ? -1 : one.member.id > other.member.id ? 1 : 0
  })
  return keyed.map(({ member }) => member)
}
