import type { Urgency } from '../../../types/vocabulary'
import { type Workload, urgencyWeight } from '../routing/directory'
import { type Ticket, assignedAtOf, closedAtOf } from '../ticket/state'

/** One ticket as far as it counts for whoever has it. */
export interface Piece {
  readonly ticketId: string
  readonly urgency: Urgency
  /** Epoch ms. */
  readonly assignedAt: number
  /** Not closed: it weighs on them. */
  readonly open: boolean
}

const weightOf = (piece: Piece | undefined): number => (piece?.open ? urgencyWeight[piece.urgency] : 0)

/** Everything one person has or has finished. */
class Pile {
  private readonly pieces = new Map<string, Piece>()
  private weight = 0
  private latest: number

  /** `before`: epoch ms of the last thing given to the person that is not told here; 0: nothing. */
  constructor(private readonly before: number) {
    this.latest = before
  }

  put(piece: Piece): void {
    this.weight += weightOf(piece) - weightOf(this.pieces.get(piece.ticketId))
    this.pieces.set(piece.ticketId, piece)
    this.latest = Math.max(this.latest, piece.assignedAt)
  }

  /** What has gone to somebody else counts no more, as if it had never been given. */
  drop(ticketId: string): void {
    const piece = this.pieces.get(ticketId)
    if (!piece) return
    this.weight -= weightOf(piece)
    this.pieces.delete(ticketId)
    if (piece.assignedAt < this.latest) return
    this.latest = this.before
    for (const { assignedAt } of this.pieces.values()) this.latest = Math.max(this.latest, assignedAt)
  }

  load(): Workload | undefined {
    return this.latest === 0 ? undefined : { weight: this.weight, lastAssignedAt: this.latest }
  }
}

/**
 * What everybody carries while tickets live through a rehearsal, and when each was last given something, counted as the
 * store counts it for production (D-RT-2): of the tickets somebody has or has finished.
 */
export class WorkloadBook {
  private readonly piles = new Map<string, Pile>()
  private readonly holders = new Map<string, string>()
  /** Of everybody who ever had something. */
  readonly workloads: ReadonlyMap<string, Workload> = new LazyLoads(this.piles)

  /** `before`: when people were last given something that is not told here, epoch ms by person. */
  constructor(before: ReadonlyMap<string, number> = new Map()) {
    for (const [personId, at] of before) this.piles.set(personId, new Pile(at))
  }

  /** A ticket lies with this person from now on; null: with nobody. */
  put(piece: Piece, personId: string | null): void {
    const { ticketId } = piece
    const had = this.holders.get(ticketId)
    if (had !== undefined && had !== personId) {
      this.piles.get(had)?.drop(ticketId)
      this.holders.delete(ticketId)
    }
    if (personId === null) return
    const pile = this.piles.get(personId) ?? new Pile(0)
    pile.put(piece)
    this.piles.set(personId, pile)
    this.holders.set(ticketId, personId)
  }

  /** A ticket is as given now. */
  note(ticket: Ticket): void {
    const { id: ticketId, urgency, assignment } = ticket
    const piece = { ticketId, urgency, assignedAt: assignedAtOf(ticket) ?? 0, open: closedAtOf(ticket) === null }
    this.put(piece, assignment?.personId ?? null)
  }
}

/** Only the few candidates of one choice are ever asked about. */
class LazyLoads extends Map<string, Workload> {
  constructor(private readonly piles: ReadonlyMap<string, Pile>) {
    super()
  }
  override get(personId: string): Workload | undefined {
    return this.piles.get(personId)?.load()
  }
  override has(personId: string): boolean {
    return this.get(personId) !== undefined
  }
}
