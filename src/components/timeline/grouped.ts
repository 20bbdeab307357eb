import type { TimelineEntry } from '../../../types/contract/ticket-views'

/** A pause after which the time is said again, ms. */
const pauseMs = 10 * 60_000

/** A time stands over an entry only when the conversation paused before it. */
export function grouped(entries: readonly TimelineEntry[]): { entry: TimelineEntry; withTime: boolean }[] {
  return entries.map((entry, index) => {
    const before = entries[index - 1]
    return { entry, withTime: !before || entry.at - before.at >= pauseMs }
  })
}

/** Somebody said or showed something; all else is a line of the system. */
export const isMessage = ({ text, media, actor }: TimelineEntry): boolean =>
  actor !== null && ((text !== null && text !== '') || media.length > 0)
