import { filerIdOf, filerOf, participantIdsOf } from '../ticket/complainants'
import { type Recorded, type TicketEvent, byFamily } from '../ticket/events'
import type { Ticket } from '../ticket/state'

/** Words of one event that a search may look through, and for whom (as the timeline shows them). */
export interface Said {
  readonly text: string
  /** `complainant`: words of one of those who complained, read by that one and by staff (D-IN-6); `staff`: internal (D-HD-5). */
  readonly audience: 'everybody' | 'complainant' | 'staff'
  /** Of a complainant's words, whose they are, whoever wrote them down; null: somebody without an account, or staff. */
  readonly authorId: string | null
}

/**
 * Whose words staff have written down: of whoever urged by telephone, of a filer who is spoken for, and why they reopen,
 * which the filer reads. null: of somebody without an account.
 */
function writtenDownFor(event: TicketEvent, ticket: Ticket): string | null {
  if (event.type === 'urged' && event.complainant !== undefined)
    return participantIdsOf(ticket).find(id => id === event.complainant) ?? null
  return event.type === 'reopened' || filerOf(ticket).byStaff ? filerIdOf(ticket) : null
}

/**
 * null: nothing was said, or nothing that may be found: answers to a survey may be withheld from whoever did the work
 * (D-CB-5). `ticket` is the state after the event.
 */
export function saidIn({ event, actorId }: Recorded, ticket: Ticket): Said | null {
  const said = (audience: Said['audience'], ...texts: readonly (string | null)[]): Said | null => {
    const text = texts.filter(part => part !== null && part !== '').join('\n')
    if (text === '') return null
    const spoken = actorId !== null && participantIdsOf(ticket).includes(actorId) ? actorId : null
    const author = spoken ?? (byFamily(event) ? filerIdOf(ticket) : writtenDownFor(event, ticket))
    return { text, audience, authorId: audience === 'complainant' ? author : null }
  }
  switch (event.type) {
    case 'filed':
      return said('complainant', event.text, event.expectation)
    case 'urged':
    case 'supplemented':
    case 'proposalCountered':
      return said('complainant', event.text)
    case 'withdrawn':
    case 'complainantWithdrew':
      return said('complainant', event.reason)
    case 'mergeUndone':
      return said('everybody', event.reason)
    case 'reopened':
      return event.dissatisfied ? null : said('complainant', event.reason)
    case 'declined':
    case 'followingEnded':
    case 'replied':
    case 'verified':
      return said('everybody', event.text)
    case 'remedyChosen':
      return said(event.approver === null ? 'everybody' : 'staff', event.text)
    case 'proposed':
      return said('everybody', event.measures, event.responsible)
    case 'completed':
      return said('everybody', event.summary)
    case 'draftSubmitted':
      return said('staff', event.about.text)
    case 'postNoted':
      return said('staff', event.link, event.platform)
    case 'noted':
    case 'draftDecided':
    case 'reportedBack':
    case 'supervised':
    case 'supervisionAnswered':
    case 'reportJudged':
    case 'assistFinished':
    case 'exempted':
    case 'callbackAttempted':
      return said('staff', event.text)
    case 'severityJudged':
    case 'reclassified':
    case 'assistHandedOver':
    case 'callHandedOver':
    case 'assistCancelled':
      return said('staff', event.reason)
    case 'reported':
      return said('staff', event.text, ...Object.values(event.parts ?? {}))
    case 'assistAsked':
      return said('staff', event.task)
    default:
      return null
  }
}
