import type { Role } from '../../types/vocabulary'
import { parseIso } from '../domain/calendar/zone'
import type { Actor } from '../domain/access/actor'
import type { Directory, StaffMember } from '../domain/routing/directory'
import { complainantIdsOf } from '../domain/ticket/complainants'
import type { Ticket } from '../domain/ticket/state'
import type { ScenarioStaff } from './scenario'

/** The one center a scenario plays in, unless a filing names another. */
export const center = 'center'

const membersOf = (one: ScenarioStaff): readonly StaffMember[] =>
  one.posts.map(role => ({
    id: one.id,
    name: one.name ?? one.id,
    role,
    departmentId: one.department ?? null,
    buildingIds: one.buildings ?? [],
    skills: one.skills ?? [],
    present: one.present ?? true,
    leave: (one.leave ?? []).map(([from, to]) => ({ from, to })),
    rosterShifts: (one.duty ?? []).map(([from, to]) => ({ from: parseIso(from) ?? 0, to: parseIso(to) ?? 0 })),
  }))

/** Staff in the order of their ids, as production reads them: routing must not depend on the order of a file. */
export const directoryOf = (staff: readonly ScenarioStaff[]): Directory => ({
  staff: staff
    .flatMap(membersOf)
    .sort((one, other) =>
      one.id < other.id ? -1 : one.id > other.id ? 1 : one.role < other.role ? -1 : one.role > other.role ? 1 : 0,
    ),
})

const anActor = (id: string, name: string, posts: Actor['posts']): Actor => ({ id, name, posts, rooms: [] })

/**
 * Those who can be named, and those who do what nobody named: a center always has somebody at the desk, a manager and a
 * quality department, also where a scenario tells only of stewards.
 */
export class Cast {
  private readonly members: ReadonlyMap<string, readonly StaffMember[]>
  /** By center, then by id. */
  private readonly actors = new Map<string, Map<string, Actor>>()
  /** By center. */
  private readonly staff = new Map<string, readonly Actor[]>()

  constructor(directory: Directory) {
    const byId = new Map<string, StaffMember[]>()
    for (const member of directory.staff) byId.set(member.id, [...(byId.get(member.id) ?? []), member])
    this.members = byId
  }

  isStaff(id: string): boolean {
    return this.members.has(id)
  }

  /** Whoever has the id, at work in the center that the matter is of; a stranger's is a resident's. */
  named(id: string, centerId: string): Actor {
    const there = this.actors.get(centerId) ?? new Map<string, Actor>()
    const known = there.get(id)
    if (known) return known
    const members = this.members.get(id) ?? []
    const posts = members.map(({ role, departmentId, buildingIds }) => ({ role, centerId, departmentId, buildingIds }))
    const actor = anActor(id, members[0]?.name ?? id, posts)
    this.actors.set(centerId, there.set(id, actor))
    return actor
  }

  private staffOf(centerId: string): readonly Actor[] {
    const known = this.staff.get(centerId)
    if (known) return known
    const actors = [...this.members.keys()].map(id => this.named(id, centerId))
    this.staff.set(centerId, actors)
    return actors
  }

  /** Who may have something to do with a ticket, those it concerns first. */
  *around(ticket: Ticket): Generator<Actor> {
    const ids = [
      ticket.assignment?.personId,
      ...(ticket.assists ?? []).map(({ assignment }) => assignment.personId),
      ...complainantIdsOf(ticket),
      ticket.recordedBy,
    ]
    for (const id of ids) if (id) yield this.named(id, ticket.centerId)
    yield* this.staffOf(ticket.centerId)
    const departmentId = ticket.assignment?.departmentId ?? null
    const unnamed: readonly Role[] = ['clerk', 'departmentHead', 'serviceManager', 'quality']
    for (const role of unnamed) {
      const post = { role, centerId: ticket.centerId, departmentId, buildingIds: [] }
      yield anActor(`the ${role}`, role, [post])
    }
  }

  /** Somebody who picks up the phone. */
  recorder(): string {
    const order: readonly Role[] = ['clerk', 'assistant', 'serviceManager', 'departmentHead', 'handler', 'steward']
    for (const role of order)
      for (const [id, members] of this.members) if (members.some(member => member.role === role)) return id
    return 'the clerk'
  }
}
