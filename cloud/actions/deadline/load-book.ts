import type { Transaction } from 'kysely'
import { type Load, urgencyWeight } from '../../domain/routing/directory'
import type { CompiledPolicy } from '../../domain/policy/compile'
import { needsLoads } from '../../domain/deadline/settle'
import { type Ticket, assignedAtOf } from '../../domain/ticket/state'
import { loadsOf } from '../../store/center-store'
import type { Database } from '../../store/schema'
import type { Desk } from '../ticket/desk'

const none: ReadonlyMap<string, Load> = new Map()

/**
 * What the people of each center carry, for one batch: read once per center and only when somebody has to be chosen
 * (D-RT-3), then kept up with what the batch itself decides, so that the tickets of one batch spread over people as
 * they would one after the other.
 */
export class LoadBook {
  private readonly centers = new Map<string, Map<string, Load>>()

  constructor(private readonly trx: Transaction<Database>) {}

  async forTicket(ticket: Ticket, desk: Desk, policy: CompiledPolicy, now: number): Promise<ReadonlyMap<string, Load>> {
    if (!needsLoads(ticket, policy, now)) return none
    const known = this.centers.get(ticket.centerId)
    if (known) return known
    const staff = [...new Set(desk.directory.staff.map(member => member.id))]
    const loads = new Map(await loadsOf(this.trx, ticket.centerId, staff))
    this.centers.set(ticket.centerId, loads)
    return loads
  }

  /** A ticket of the batch has been decided on: it may have another owner now. */
  note(before: Ticket, after: Ticket): void {
    const loads = this.centers.get(after.centerId)
    const [from, to] = [before.assignment?.personId, after.assignment?.personId]
    // Given to the same once more: it weighs what it did, and whoever has it has just been given something.
    if (!loads || (from === to && assignedAtOf(before) === assignedAtOf(after))) return
    const weight = urgencyWeight[after.urgency]
    const left = from === undefined ? undefined : loads.get(from)
    if (from !== undefined && left) loads.set(from, { ...left, weight: Math.max(0, left.weight - weight) })
    if (to === undefined) return
    const has = loads.get(to) ?? { weight: 0, lastAssignedAt: 0 }
    loads.set(to, {
      weight: has.weight + weight,
      lastAssignedAt: Math.max(has.lastAssignedAt, assignedAtOf(after) ?? 0),
    })
  }
}
