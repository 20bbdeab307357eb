import type { TimelineEntry } from '../../../types/contract/ticket-views'
import type { Viewer } from '../../domain/access/viewer'
import type { CompiledPolicy } from '../../domain/policy/compile/compile'
import type { Directory } from '../../domain/routing/directory'
import type { Ticket } from '../../domain/ticket/state'
import { nameOf } from '../../store/people/person'
import { eventsBefore } from '../../store/ticket/history'
import { mediaViews } from '../media/media-links'
import type { Runtime } from '../runtime'
import { timelineOf } from './timeline'

/** An answer has to fit a call of the platform, and what a screen takes at once: so many entries, so many bytes. */
const mostEntries = 50
const mostBytes = 100_000
/** Events read at once; those that the reader may not see, or that say nothing, do not fill a page. */
const readAtOnce = 100

export interface TimelineReading {
  readonly ticket: Ticket
  readonly viewer: Viewer
  readonly policy: CompiledPolicy
  readonly directory: Directory
}

export interface TimelinePage {
  /** Oldest first. */
  readonly entries: TimelineEntry[]
  /** Where the earlier ones go on; null: these are the earliest. */
  readonly cursor: string | null
}

/** The newest entries that somebody may read of a history, before the event numbered `before` (null: of all). */
export async function timelinePage(
  runtime: Runtime,
  reading: TimelineReading,
  before: number | null = null,
): Promise<TimelinePage> {
  const { ticket } = reading
  const entries: TimelineEntry[] = []
  let bytes = 0
  for (let from = before; ;) {
    const events = await eventsBefore(runtime.db, ticket, from, readAtOnce)
    const names = await nameOf(runtime.db, [...new Set(events.flatMap(({ actorId }) => actorId ?? []))])
    const mediaIds = events.flatMap(({ event }) => ('media' in event ? (event.media ?? []) : []))
    const media = await mediaViews(runtime, ticket.centerId, mediaIds)
    for (const entry of timelineOf({ ...reading, history: events, names, media })) {
      bytes += Buffer.byteLength(JSON.stringify(entry))
      if (entries.length > 0 && (entries.length === mostEntries || bytes > mostBytes))
        return { entries: entries.reverse(), cursor: String(entries[0]?.seq) }
      entries.push(entry)
    }
    const last = events.at(-1)
    if (!last || events.length < readAtOnce) return { entries: entries.reverse(), cursor: null }
    from = last.seq
  }
}
