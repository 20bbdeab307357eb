import type { Transaction } from 'kysely'
import { type Workload, urgencyWeight } from '../../domain/routing/directory'
import type { CompiledPolicy } from '../../domain/policy/compile/compile'
import { needsWorkloads } from '../../domain/deadline/settle'
import { type Ticket, assignedAtOf, closedAtOf } from '../../domain/ticket/state'
import { lastAssignedTo, workloadsOf } from '../../store/place/center'
import type { Database } from '../../store/schema'
import type { CenterContext } from '../ticket/desk'

const none: ReadonlyMap<string, Workload> = new Map()
const nothing: Workload = { weight: 0, lastAssignedAt: 0 }

interface Change {
  readonly before: Ticket
  readonly after: Ticket
}

const weightOf = (ticket: Ticket): number => (closedAtOf(ticket) === null ? urgencyWeight[ticket.urgency] : 0)

/**
 * What the people of each center carry, for one batch: read once per center and only when somebody has to be chosen
 * (D-RT-3), and kept as it would be if each decision of the batch had been written before the next was made, so that the
 * choice is the same whatever the batches are.
 */
export class LoadBook {
  private readonly centers = new Map<string, Map<string, Workload>>()
  private readonly changes: Change[] = []

  constructor(private readonly trx: Transaction<Database>) {}

  async forTicket(
    ticket: Ticket,
    desk: CenterContext,
    policy: CompiledPolicy,
    now: number,
  ): Promise<ReadonlyMap<string, Workload>> {
    if (!needsWorkloads(ticket, policy, now)) return none
    const known = this.centers.get(ticket.centerId)
    if (known) return known
    const staff = [...new Set(desk.directory.staff.map(member => member.id))]
    const workloads = new Map(await workloadsOf(this.trx, ticket.centerId, staff))
    this.centers.set(ticket.centerId, workloads)
    for (const change of this.changes)
      if (change.after.centerId === ticket.centerId) await this.apply(change, workloads)
    return workloads
  }

  /** A ticket of the batch has been decided on: it may have another owner now, or be closed. */
  async note(before: Ticket, after: Ticket): Promise<void> {
    const change = { before, after }
    this.changes.push(change)
    const workloads = this.centers.get(after.centerId)
    if (workloads) await this.apply(change, workloads)
  }

  private async apply({ before, after }: Change, workloads: Map<string, Workload>): Promise<void> {
    const [from, to] = [before.assignment?.personId, after.assignment?.personId]
    if (from !== undefined) {
      const had = workloads.get(from) ?? nothing
      const gone = from !== to && had.lastAssignedAt === assignedAtOf(before)
      workloads.set(from, {
        weight: Math.max(0, had.weight - weightOf(before)),
        lastAssignedAt: gone ? await this.lastKept(from, before.centerId) : had.lastAssignedAt,
      })
    }
    if (to === undefined) return
    const has = workloads.get(to) ?? nothing
    workloads.set(to, {
      weight: has.weight + weightOf(after),
      lastAssignedAt: Math.max(has.lastAssignedAt, assignedAtOf(after) ?? 0),
    })
  }

  /** Of what the person still has, by the database and without what the batch has taken away. */
  private lastKept(personId: string, centerId: string): Promise<number> {
    const taken = this.changes.flatMap(({ before, after }) =>
      before.assignment?.personId === personId && after.assignment?.personId !== personId ? [before.id] : [],
    )
    return lastAssignedTo(this.trx, centerId, personId, taken)
  }
}
