import type { TimelineEntry } from '../../../types/contract/ticket-views'

/** A stretch of a ticket's history that is on the screen, oldest first, and where the earlier ones go on. */
export interface Stretch {
  entries: readonly TimelineEntry[]
  cursor: string | null
}

/** What has been shown with what a fresh reading of the ticket brings: nothing that was loaded has to be loaded again. */
export function withNewer(shown: Stretch | null, fresh: Stretch): Stretch {
  const [first] = fresh.entries
  const last = shown?.entries.at(-1)
  // So much has happened meanwhile that something may lie between: what was loaded before is loaded anew when asked for.
  if (!shown || !first || !last || first.seq > last.seq) return fresh
  const added = new Set(fresh.entries.map(({ seq }) => seq))
  const earlier = shown.entries.filter(({ seq }) => seq < first.seq && !added.has(seq))
  return earlier.length === 0 ? fresh : { entries: [...earlier, ...fresh.entries], cursor: shown.cursor }
}

/** What has been shown with an earlier page of the history before it. */
export const withEarlier = (shown: Stretch, page: Stretch): Stretch => {
  const known = new Set(shown.entries.map(({ seq }) => seq))
  return { entries: [...page.entries.filter(({ seq }) => !known.has(seq)), ...shown.entries], cursor: page.cursor }
}
