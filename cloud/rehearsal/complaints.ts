import { type HotspotFigures, type Complaint, hotspotAt } from '../domain/special/hotspot'
import { filerIdOf } from '../domain/ticket/complainants'
import type { Ticket } from '../domain/ticket/state'

const dayMs = 86_400_000
/** Of more than this in a month in one building, the latest: as the store reads them. */
const most = 200

/** Where complaints are looked for together: a category in a building, or at the very place outside of all. */
const whereOf = ({ centerId, category, buildingId, placeId, placeName }: Ticket): string =>
  [centerId, category, buildingId ?? `at ${placeId ?? placeName}`].join(' ')

const complaintOf = (ticket: Ticket): Complaint => ({
  id: ticket.id,
  number: ticket.number,
  text: ticket.text,
  complainant: filerIdOf(ticket) ?? ticket.id,
  raised: ticket.severityProposal !== undefined,
  severity: ticket.severity,
})

/** The complaints of a scenario, by where they are looked for when another comes (D-SP-2). */
export class Complaints {
  private readonly byWhere = new Map<string, string[]>()

  constructor(private readonly tickets: ReadonlyMap<string, Ticket>) {}

  /** What the complaint just filed completes, itself among them; null: nothing. */
  completedBy(filed: Ticket, figures: HotspotFigures & { readonly hotDays: number }): readonly Complaint[] | null {
    if (filed.kind !== 'complaint') return null
    const where = whereOf(filed)
    const before = this.byWhere.get(where) ?? []
    this.byWhere.set(where, [...before, filed.id].slice(-most))
    const since = filed.filedAt - figures.hotDays * dayMs
    const known = before.flatMap(id => this.tickets.get(id) ?? [])
    const counted = known.filter(({ state, filedAt }) => state !== 'withdrawn' && filedAt >= since)
    return hotspotAt(complaintOf(filed), counted.reverse().map(complaintOf), figures)
  }
}
