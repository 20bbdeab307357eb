import type { Actor, Post } from '../../cloud/domain/access/actor'
import type { Directory, StaffMember } from '../../cloud/domain/routing/directory'
import type { Role } from '../../types/vocabulary'

/** The service center all tests play in, and another one. */
export const center = 'center-1'
export const otherCenter = 'center-2'

/** A member of staff as routing sees them; a handler of the engineering department unless said otherwise. */
export const aStaffMember = (id: string, some: Partial<Omit<StaffMember, 'id'>> = {}): StaffMember => ({
  id,
  name: id,
  role: 'handler',
  departmentId: 'engineering',
  buildingIds: [],
  skills: [],
  present: false,
  leave: [],
  rosterShifts: [],
  ...some,
})

/** A small center with every post: one steward for building b1, two engineers, and everybody above them. */
export const staff = {
  steward: aStaffMember('steward-1', { role: 'steward', departmentId: 'service', buildingIds: ['b1'] }),
  otherSteward: aStaffMember('steward-2', { role: 'steward', departmentId: 'service', buildingIds: ['b2'] }),
  engineer: aStaffMember('engineer-1'),
  otherEngineer: aStaffMember('engineer-2'),
  guard: aStaffMember('guard-1', { departmentId: 'security', present: true }),
  engineeringHead: aStaffMember('engineering-head', { role: 'departmentHead' }),
  serviceHead: aStaffMember('service-head', { role: 'departmentHead', departmentId: 'service' }),
  clerk: aStaffMember('clerk-1', { role: 'clerk', departmentId: 'service' }),
  assistant: aStaffMember('assistant-1', { role: 'assistant', departmentId: 'service' }),
  manager: aStaffMember('manager-1', { role: 'serviceManager', departmentId: null }),
  quality: aStaffMember('quality-1', { role: 'quality', departmentId: null }),
} as const

export const aDirectory = (members: readonly StaffMember[] = Object.values(staff)): Directory => ({ staff: members })

/** The centers of the company that everybody here is of. */
const companyCenters = [center, 'center-2']

const post = (member: StaffMember, centerId: string): Post => ({
  role: member.role,
  centerId,
  departmentId: member.departmentId,
  buildingIds: member.buildingIds,
  ...(member.role === 'quality' || member.role === 'supervisor' ? { reach: companyCenters } : {}),
})

/** The person behind a member of staff, signed in. */
export const actorOf = (member: StaffMember, centerId = center): Actor => ({
  id: member.id,
  name: member.name,
  posts: [post(member, centerId)],
  rooms: [],
})

/** Somebody with one post, who need not stand in the directory. */
export const anActorWith = (role: Role, some: Partial<StaffMember> & { centerId?: string } = {}): Actor => {
  const { centerId = center, id = `${role}-x`, ...rest } = some
  return actorOf(aStaffMember(id, { role, departmentId: null, ...rest }), centerId)
}

export const aResident = (id: string): Actor => ({
  id,
  name: id,
  posts: [],
  rooms: [{ centerId: center, placeId: `room-of-${id}`, householdId: `household-of-${id}` }],
})

/** Everybody a test may need, by what they are. `resident` files unless the test says otherwise. */
export const people = {
  resident: aResident('resident-1'),
  neighbour: aResident('resident-2'),
  stranger: aResident('resident-9'),
  steward: actorOf(staff.steward),
  otherSteward: actorOf(staff.otherSteward),
  engineer: actorOf(staff.engineer),
  otherEngineer: actorOf(staff.otherEngineer),
  guard: actorOf(staff.guard),
  engineeringHead: actorOf(staff.engineeringHead),
  serviceHead: actorOf(staff.serviceHead),
  clerk: actorOf(staff.clerk),
  otherClerk: anActorWith('clerk', { id: 'clerk-2' }),
  assistant: actorOf(staff.assistant),
  manager: actorOf(staff.manager),
  quality: actorOf(staff.quality),
  supervisor: anActorWith('supervisor'),
  admin: anActorWith('admin'),
  clerkElsewhere: anActorWith('clerk', { centerId: otherCenter }),
} as const
