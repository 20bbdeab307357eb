import { maySeeMedia } from '../../domain/access/media'
import { type MediaRow, findMedia } from '../../store/media/media'
import { loadTicket } from '../../store/ticket/read'
import { CallError } from '../call-error'
import type { Caller, Runtime } from '../runtime'

async function maySee(runtime: Runtime, caller: Caller, rows: readonly MediaRow[]): Promise<boolean> {
  const [first] = rows
  if (!first) return true
  const media = rows.map(row => ({ ownerId: row.owner_id, internal: row.internal }))
  if (first.ticket_id === null) return maySeeMedia(caller.actor, media, null)
  const stored = await loadTicket(runtime.db, [first.center_id], first.ticket_id)
  return stored !== null && maySeeMedia(caller.actor, media, stored.ticket)
}

/**
 * The media with these ids, each of which the caller may see: what hangs on a ticket is for whoever may see the ticket,
 * internal media for staff only, what hangs on nothing yet for its owner. One ticket is read once.
 * @throws CallError `notFound` when any is unknown or not for the caller, without telling which of the two
 */
export async function visibleMedia(runtime: Runtime, caller: Caller, ids: readonly string[]): Promise<MediaRow[]> {
  const rows = await findMedia(runtime.db, ids)
  const byTicket = new Map<string | null, MediaRow[]>()
  for (const row of rows) {
    const together = byTicket.get(row.ticket_id)
    if (together) together.push(row)
    else byTicket.set(row.ticket_id, [row])
  }
  const verdicts = await Promise.all([...byTicket.values()].map(group => maySee(runtime, caller, group)))
  const byId = new Map(rows.map(row => [row.id, row]))
  const asked = ids.flatMap(id => byId.get(id.toLowerCase()) ?? [])
  if (asked.length < ids.length || verdicts.includes(false)) throw new CallError('notFound')
  return asked
}
