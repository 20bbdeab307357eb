import type { Urgency } from '../../../types/vocabulary'
import { type Load, urgencyWeight } from '../routing/directory'
import { type Ticket, closedAtOf } from '../ticket/state'

interface Piece {
  readonly urgency: Urgency
  readonly filedAt: number
}

/**
 * What everybody carries while tickets live through a rehearsal, counted as the store counts it for production (D-RT-2):
 * tickets somebody has that are not closed.
 */
export class OpenWork {
  private readonly byPerson = new Map<string, Map<string, Piece>>()

  /** A ticket is as `after` says now; `before` is what it was, null for a new one. */
  note(before: Pick<Ticket, 'id' | 'assignment'> | null, after: Ticket): void {
    const had = before?.assignment?.personId
    if (had !== undefined) this.byPerson.get(had)?.delete(after.id)
    const has = after.assignment?.personId
    if (has === undefined || closedAtOf(after) !== null) return
    const pieces = this.byPerson.get(has) ?? new Map<string, Piece>()
    pieces.set(after.id, { urgency: after.urgency, filedAt: after.filedAt })
    this.byPerson.set(has, pieces)
  }

  /** Loads of everybody who has something, each computed when asked for. */
  loads(): ReadonlyMap<string, Load> {
    return new LazyLoads(this.byPerson)
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
