import { type Kysely, sql } from 'kysely'
import { type PastTicket, replayedTypes } from '../../domain/rehearsal/replay'
import type { Filed, Recorded } from '../../domain/ticket/events'
import type { Database } from '../schema'

/** Tickets read at once: their bodies and events are the bulk of what a rehearsal keeps in memory. */
const batch = 2_000

/**
 * A center's tickets filed in [from, to) (epoch ms), and those filed before that were still open at `from` and so weighed
 * on somebody; in the order of filing, with the events that moved work about.
 */
export async function pastTickets(
  db: Kysely<Database>,
  centerId: string,
  from: number,
  to: number,
): Promise<readonly PastTicket[]> {
  const past: PastTicket[] = []
  let after: { filedAt: number; id: string } | null = null
  for (;;) {
    let page = db
      .selectFrom('ticket')
      .where('center_id', '=', centerId)
      .where(eb => eb.or([eb('filed_at', '>=', from), eb('closed_at', 'is', null), eb('closed_at', '>=', from)]))
      .where('filed_at', '<', to)
    if (after) {
      const last: { filedAt: number; id: string } = after
      page = page.where(eb =>
        eb.or([eb('filed_at', '>', last.filedAt), eb.and([eb('filed_at', '=', last.filedAt), eb('id', '>', last.id)])]),
      )
    }
    const rows = await page.orderBy('filed_at').orderBy('id').limit(batch).select(['id', 'filed_at', 'body']).execute()
    const last = rows.at(-1)
    if (!last) return past
    after = { filedAt: last.filed_at, id: last.id }
    const events = await db
      .selectFrom('event')
      .where('center_id', '=', centerId)
      .where(
        'ticket_id',
        'in',
        rows.map(row => row.id),
      )
      .where('type', 'in', ['filed', ...replayedTypes])
      .orderBy('ticket_id')
      .orderBy('seq')
      .select(['ticket_id', 'seq', 'at', 'actor_id', 'body'])
      .execute()
    const byTicket = new Map<string, { filed: Filed | null; events: Recorded[] }>()
    for (const { ticket_id: id, seq, at, actor_id: actorId, body: event } of events) {
      const known = byTicket.get(id) ?? { filed: null, events: [] }
      byTicket.set(id, known)
      if (event.type === 'filed') known.filed = event
      else known.events.push({ seq, at, actorId, event })
    }
    for (const row of rows) {
      const known = byTicket.get(row.id)
      if (known?.filed) past.push({ ticket: row.body, filed: known.filed, events: known.events })
    }
  }
}

/**
 * When each of the people was last given one of the tickets that were over before `from` (epoch ms), and so are not among
 * `pastTickets`; by person, epoch ms. Read backwards for each, as far as the first that fits.
 */
export async function lastAssignedBefore(
  db: Kysely<Database>,
  centerId: string,
  personIds: readonly string[],
  from: number,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; at: number | null }>`
    select person.id, (select max(assigned_at) from ticket
      where center_id = ${centerId} and assignee_id = person.id and closed_at < ${from}::bigint) as at
    from unnest(${personIds}::uuid[]) as person(id)`.execute(db)
  return new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, at] as const])))
}
