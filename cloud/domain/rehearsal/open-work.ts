import type { Urgency } from '../../../types/vocabulary'
import { type Load, urgencyWeight } from '../routing/directory'
import { type Ticket, closedAtOf } from '../ticket/state'

/** One ticket as far as it weighs on somebody. */
export interface Piece {
  readonly ticketId: string
  readonly urgency: Urgency
  /** Epoch ms. */
  readonly filedAt: number
}

/**
 * What everybody carries while tickets live through a rehearsal, counted as the store counts it for production (D-RT-2):
 * tickets somebody has that are not closed.
 */
export class OpenWork {
  private readonly byPerson = new Map<string, Map<string, Piece>>()
  private readonly holders = new Map<string, string>()
  /** Of everybody who has something, each computed when asked for. */
  readonly loads: ReadonlyMap<string, Load> = new LazyLoads(this.byPerson)

  /** A ticket lies with this person from now on; null: with nobody, or it is over. */
  put(piece: Piece, personId: string | null): void {
    const { ticketId } = piece
    const had = this.holders.get(ticketId)
    if (had !== undefined) this.byPerson.get(had)?.delete(ticketId)
    this.holders.delete(ticketId)
    if (personId === null) return
    const pieces = this.byPerson.get(personId) ?? new Map<string, Piece>()
    pieces.set(ticketId, piece)
    this.byPerson.set(personId, pieces)
    this.holders.set(ticketId, personId)
  }

  /** A ticket is as given now. */
  note(ticket: Ticket): void {
    const { id: ticketId, urgency, filedAt, assignment } = ticket
    this.put({ ticketId, urgency, filedAt }, closedAtOf(ticket) === null ? (assignment?.personId ?? null) : null)
  }
}

const loadOf = (pieces: ReadonlyMap<string, Piece>): Load => {
  let weight = 0
  let lastAssignedAt = 0
  for (const { urgency, filedAt } of pieces.values()) {
    weight += urgencyWeight[urgency]
    lastAssignedAt = Math.max(lastAssignedAt, filedAt)
  }
  return { weight, lastAssignedAt }
}

/** Only the few candidates of one choice are ever asked about. */
class LazyLoads extends Map<string, Load> {
  constructor(private readonly pieces: ReadonlyMap<string, ReadonlyMap<string, Piece>>) {
    super()
  }
  override get(personId: string): Load | undefined {
    const pieces = this.pieces.get(personId)
    return pieces && pieces.size > 0 ? loadOf(pieces) : undefined
  }
  override has(personId: string): boolean {
    return (this.pieces.get(personId)?.size ?? 0) > 0
  }
}
