import type { TimelineEntry } from '../../../types/contract/ticket-views'

/** A pause after which the time is said again, ms. */
const pauseMs = 10 * 60_000

/** The entries; `withTime`: its time is shown above it, because the conversation paused before it. */
export function grouped(entries: readonly TimelineEntry[]): { entry: TimelineEntry; withTime: boolean }[] {
  return entries.map((entry, index) => {
    const before = entries[index - 1]
    return { entry, withTime: !before || entry.at - before.at >= pauseMs }
  })
}

/** Events in which a person speaks; all else is a line of the system. */
const spokenTypes: readonly string[] = [
  'filed',
  'replied',
  'remedyChosen',
  'remedyDecided',
  'noted',
  'declined',
  'proposed',
  'siteChecked',
  'proposalCountered',
  'completed',
  'verified',
  'urged',
  'supplemented',
  'withdrawn',
  'reopened',
  'surveyAnswered',
  'supervised',
  'supervisionAnswered',
]

/** Plain talk, where a heading such as 「回复」 would only say what one sees. */
const plainTypes: readonly string[] = ['filed', 'replied', 'noted', 'supplemented']

export const isMessage = ({ type, text, media, actor }: TimelineEntry): boolean =>
  actor !== null && spokenTypes.includes(type) && ((text !== null && text !== '') || media.length > 0)

/** The line above the text of a bubble; empty where none is needed. */
export const headingOf = ({ type, title }: TimelineEntry): string => (plainTypes.includes(type) ? '' : title)
