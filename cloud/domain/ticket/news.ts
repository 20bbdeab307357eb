import type { Recorded } from './events'
import { type Ticket, isOpen } from './state'

/** Words, and when they were said, epoch ms. */
export interface Words {
  readonly text: string
  readonly at: number
}

/** What whoever opens a ticket has to know before anything else; each part goes when it has been dealt with (L-WRK-2). */
export interface News {
  /** How often a complainant has urged since anybody last spoke to them. */
  readonly urges: number
  /** The newest words of a complainant that nobody has answered yet. */
  readonly words: Words | null
  /** What a complainant has against the proposal; until there is another one. */
  readonly objection: Words | null
  /** Why the work did not pass verification; until it is reported as done again. */
  readonly rejected: Words | null
  /** Why the present round began; null: it is the first. */
  readonly reopened: Words | null
}

const nothing: News = { urges: 0, words: null, objection: null, rejected: null, reopened: null }

const saidNew = (text: string | null, at: number): Pick<News, 'words'> | null =>
  text === null || text.trim() === '' ? null : { words: { text, at } }

/** Somebody has spoken to the complainants. */
const answered = (news: News): News =>
  news.urges === 0 && news.words === null ? news : { ...news, urges: 0, words: null }

/** The news after one more event; undefined: there has never been any. */
export function newsAfter(before: News | undefined, { event, at }: Recorded): News | undefined {
  switch (event.type) {
    case 'urged': {
      const news = before ?? nothing
      return { ...news, urges: news.urges + 1, ...saidNew(event.text, at) }
    }
    case 'supplemented':
      return { ...(before ?? nothing), ...saidNew(event.text, at) }
    case 'proposalCountered':
      return { ...(before ?? nothing), objection: { text: event.text, at } }
    case 'verificationRejected':
      return { ...(before ?? nothing), rejected: { text: event.text, at } }
    case 'reopened':
      return { ...nothing, reopened: { text: event.reason, at } }
    case 'replied':
    case 'siteChecked':
      return before && answered(before)
    case 'callbackAttempted':
      return before && event.result === 'answered' ? answered(before) : before
    case 'proposed':
      return before && { ...answered(before), objection: null }
    case 'completed':
      return before && { ...answered(before), objection: null, rejected: null }
    default:
      return before
  }
}

/** The news while somebody still owes the complainant something; null: there is none. */
export function newsOf(ticket: Ticket): News | null {
  const { news } = ticket
  if (!news || !isOpen(ticket)) return null
  return news.urges > 0 || news.words || news.objection || news.rejected || news.reopened ? news : null
}
