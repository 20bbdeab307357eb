import type { Kysely } from 'kysely'
import type { DeadlineKind } from '../../types/vocabulary'
import type { TicketEvent } from '../../cloud/domain/ticket/events'
import type { Database } from '../../cloud/store/schema'

/** A warning, a breach or an escalation that has been carried out. Epoch ms. */
export interface Firing {
  readonly ticketId: string
  readonly kind: DeadlineKind
  readonly cycle: number
  /** `warn:0.5`, `breach`, `escalate:1`. */
  readonly step: string
  readonly dueAt: number
  readonly noticedAt: number
}

/** The firing that an event records; null for every other event. */
export function firingOf(ticketId: string, at: number, event: TicketEvent): Firing | null {
  if (event.type !== 'warned' && event.type !== 'breached' && event.type !== 'deadlineEscalated') return null
  const step =
    event.type === 'warned' ? `warn:${event.share}` : event.type === 'breached' ? 'breach' : `escalate:${event.level}`
  return { ticketId, kind: event.deadline, cycle: event.cycle, step, dueAt: event.dueAt, noticedAt: at }
}

/** Everything that has fired, by due time; of one ticket or of all. */
export async function firingsOf(db: Kysely<Database>, ticketId?: string): Promise<readonly Firing[]> {
  const rows = await db
    .selectFrom('event')
    .where('type', 'in', ['warned', 'breached', 'deadlineEscalated'])
    .$if(ticketId !== undefined, query => query.where('ticket_id', '=', ticketId ?? ''))
    .select(['ticket_id', 'at', 'body'])
    .execute()
  return rows
    .flatMap(row => firingOf(row.ticket_id, row.at, row.body) ?? [])
    .sort((one, other) => one.dueAt - other.dueAt || (one.step < other.step ? -1 : 1))
}
