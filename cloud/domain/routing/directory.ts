import type { Role } from '../../../types/vocabulary'
import { dateString } from '../calendar/zone'
import type { CompiledPolicy } from '../policy/compile/compile'

/** One post of a member of staff, as routing sees it. */
export interface StaffMember {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly departmentId: string | null
  readonly buildingIds: readonly string[]
  readonly skills: readonly string[]
  readonly present: boolean
  /** Days of leave, first and last included, `YYYY-MM-DD` in +08:00. */
  readonly leave: readonly { readonly from: string; readonly to: string }[]
  /** Shifts on the duty roster, [from, to) in epoch ms; those that ended a day ago and more are left out. */
  readonly rosterShifts: readonly { readonly from: number; readonly to: number }[]
}

/** All posts of one center, and the quality department's. */
export interface Directory {
  readonly staff: readonly StaffMember[]
}

export const onLeave = (member: StaffMember, day: string): boolean =>
  member.leave.some(leave => leave.from <= day && day <= leave.to)

/** On the duty roster at an instant (epoch ms). */
export const isOnRoster = (member: StaffMember, at: number): boolean =>
  member.rosterShifts.some(shift => shift.from <= at && at < shift.to)

/** There to take something on: on the roster, or at work. Whoever is on leave is not, whatever the roster says. */
export const isPresent = (member: StaffMember, at: number): boolean =>
  !onLeave(member, dateString(at)) && (member.present || isOnRoster(member, at))

/** Asked several times by each decision, of a directory that never changes. */
const byRole = new WeakMap<Directory, Map<Role, readonly StaffMember[]>>()

function membersWith(role: Role, directory: Directory): readonly StaffMember[] {
  const known = byRole.get(directory) ?? new Map<Role, readonly StaffMember[]>()
  byRole.set(directory, known)
  const members = known.get(role) ?? directory.staff.filter(member => member.role === role)
  known.set(role, members)
  return members
}

/** The post named, preferring the department asked for, in a fixed order. */
export function holdersOf(directory: Directory, role: Role, departmentId: string | null): readonly StaffMember[] {
  const holders = membersWith(role, directory)
  if (role !== 'departmentHead') return holders
  return holders.filter(member => departmentId !== null && member.departmentId === departmentId)
}

/** Who answers for what those below can't, lowest first (D-RT-3, D-SLA-15). */
export const ladder: readonly Role[] = ['departmentHead', 'serviceManager', 'quality']

/** Place of a post on the ladder; -1 below it. */
export const levelOf = (member: StaffMember): number => ladder.indexOf(member.role)

/** The department responsible for a category: its own, or the nearest above it (D-CL-1). */
export function departmentOf(categoryId: string, policy: CompiledPolicy): string | null {
  for (const id of policy.lineage(categoryId)) {
    const department = policy.category(id)?.department
    if (department) return department
  }
  return null
}
