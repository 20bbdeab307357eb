import type { Ticket } from '../ticket/state'
import { type WorkItem, type Workload, type Workloads, workItemOf } from './workload'

const nothing: Workload = { weight: 0, lastAssignedAt: 0 }

/** Everything one person has or has finished, as far as it is known item by item, on top of what is known in sum. */
class Share {
  private readonly items = new Map<string, WorkItem>()
  private weight: number
  private latest: number

  constructor(private readonly rest: Workload) {
    this.weight = rest.weight
    this.latest = rest.lastAssignedAt
  }

  put(item: WorkItem): void {
    this.weight += item.weight - (this.items.get(item.ticketId)?.weight ?? 0)
    this.items.set(item.ticketId, item)
    this.latest = Math.max(this.latest, item.assignedAt)
  }

  /** What has gone to somebody else counts no more, as if it had never been assigned. */
  drop(ticketId: string): void {
    const item = this.items.get(ticketId)
    if (!item) return
    this.weight -= item.weight
    this.items.delete(ticketId)
    if (item.assignedAt >= this.latest) this.latest = this.latestWithout(null)
  }

  without(ticketId: string | null): Workload | undefined {
    const item = ticketId === null ? undefined : this.items.get(ticketId)
    const weight = this.weight - (item?.weight ?? 0)
    const latest = item && item.assignedAt >= this.latest ? this.latestWithout(item.ticketId) : this.latest
    return weight === 0 && latest === 0 ? undefined : { weight, lastAssignedAt: latest }
  }

  private latestWithout(ticketId: string | null): number {
    let latest = this.rest.lastAssignedAt
    for (const item of this.items.values()) if (item.ticketId !== ticketId) latest = Math.max(latest, item.assignedAt)
    return latest
  }
}

/**
 * What everybody carries while decisions are made one after the other: in a rehearsal, or in one transaction of the timers.
 * Tickets that may change hands in it are put one by one; all others are in `rest`, in sum (D-RT-2).
 */
export class WorkloadBook {
  private readonly shares = new Map<string, Share>()
  private readonly holders = new Map<string, string>()

  /** `rest`: of the tickets that are not put here, by person. */
  constructor(rest: ReadonlyMap<string, Workload> = new Map()) {
    for (const [personId, workload] of rest) this.shares.set(personId, new Share(workload))
  }

  /** A ticket lies with this person from now on; null: with nobody. */
  put(item: WorkItem, personId: string | null): void {
    const { ticketId } = item
    const had = this.holders.get(ticketId)
    if (had !== undefined && had !== personId) {
      this.shares.get(had)?.drop(ticketId)
      this.holders.delete(ticketId)
    }
    if (personId === null) return
    const share = this.shares.get(personId) ?? new Share(nothing)
    share.put(item)
    this.shares.set(personId, share)
    this.holders.set(ticketId, personId)
  }

  /** A ticket is as given now. */
  note(ticket: Ticket): void {
    this.put(workItemOf(ticket), ticket.assignment?.personId ?? null)
  }

  /**
   * What everybody carries when somebody is chosen for this ticket: its own weight does not count against its holder
   * (D-HD-9). null: for a ticket that is only being filed.
   */
  without(ticketId: string | null): Workloads {
    return { get: personId => this.shares.get(personId)?.without(ticketId) }
  }
}
