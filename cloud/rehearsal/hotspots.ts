import { saysOf } from '../domain/incident/likeness'
import type { SpecialPolicy } from '../domain/policy/model/policy'
import { type Complaint, hotspotAt } from '../domain/special/hotspot'
import type { CommandOf } from '../domain/ticket/commands'
import { complainantKey, filerOf } from '../domain/ticket/complainants'
import type { Ticket } from '../domain/ticket/state'

const dayMs = 86_400_000

const spotOf = ({ centerId, category, buildingId, placeId, placeName }: Ticket): string =>
  JSON.stringify([centerId, category, buildingId ?? placeId ?? placeName])

/** The complaints of the last month by category and place, as the database answers for them in production (D-SP-2). */
export class Hotspots {
  private readonly bySpot = new Map<string, readonly string[]>()

  constructor(
    private readonly figures: SpecialPolicy,
    private readonly tickets: ReadonlyMap<string, Ticket>,
  ) {}

  /** What is to be noted, and on which ticket, once this one is filed; null: nothing. */
  after(name: string, filed: Ticket): { readonly name: string; readonly command: CommandOf<'noteHotspot'> } | null {
    if (filed.kind !== 'complaint' || saysOf(filed.text).clauses.length === 0) return null
    const spot = spotOf(filed)
    const since = filed.filedAt - this.figures.hotDays * dayMs
    const month = [...(this.bySpot.get(spot) ?? []).filter(one => (this.tickets.get(one)?.filedAt ?? 0) >= since), name]
    this.bySpot.set(spot, month)
    const complaints = month.flatMap(one => this.complaint(one))
    const own = complaints.find(({ id }) => id === name)
    const cluster = own ? hotspotAt(own, complaints, this.figures) : null
    if (!cluster) return null
    const people = new Set(cluster.map(({ complainant }) => complainant)).size
    const tickets = cluster.map(({ id, number }) => ({ id, number }))
    const command = { command: 'noteHotspot', tickets, people } as const
    return { name: filed.state === 'merged' ? filed.into.id : name, command }
  }

  private complaint(name: string): readonly Complaint[] {
    const ticket = this.tickets.get(name)
    if (!ticket || ticket.state === 'withdrawn') return []
    const { number, text, severity, severityProposal } = ticket
    const complainant = complainantKey(filerOf(ticket))
    return [{ id: name, number, text, severity, complainant, raised: severityProposal !== undefined }]
  }
}
