import type { StaffMember } from '../../cloud/domain/routing/directory'
import { aStaffMember } from './people'

const member = (id: string, some: Partial<StaffMember>): StaffMember => aStaffMember(id, some)

/** Two of everybody, so that there is always somebody to choose between. */
export const team: readonly StaffMember[] = [
  ...['steward-1', 'steward-2'].map(id =>
    member(id, { role: 'steward', departmentId: 'service', buildingIds: id === 'steward-1' ? ['b1', 'b2'] : ['b1'] }),
  ),
  member('engineer-1', { skills: ['leak'] }),
  member('engineer-2', {}),
  member('engineer-3', {}),
  ...['guard-1', 'guard-2'].map(id => member(id, { departmentId: 'security' })),
  ...['engineering', 'service'].flatMap(departmentId =>
    [1, 2].map(n => member(`${departmentId}-head-${n}`, { role: 'departmentHead', departmentId })),
  ),
  ...['clerk-1', 'clerk-2'].map(id => member(id, { role: 'clerk', departmentId: 'service' })),
  ...['manager-1', 'manager-2'].map(id => member(id, { role: 'serviceManager', departmentId: null })),
  ...['quality-1', 'quality-2', 'quality-3'].map(id => member(id, { role: 'quality', departmentId: null })),
]
