import type { TicketView } from '../../../types/contract/ticket-views'
import { relationLabels } from '../../../types/vocabulary'
import { knowsHiddenFilers } from '../../domain/access/capacities'
import { type Viewer, maskPhone } from '../../domain/access/viewer'
import { type Complainant, complainantKey, filerOf, isIdentityHidden } from '../../domain/ticket/complainants'
import type { Ticket } from '../../domain/ticket/state'

/** What somebody left to be reached by. */
export interface Contact {
  readonly name: string | null
  readonly phone: string | null
  readonly forName: string | null
}

export interface People {
  /** Names of everybody who complained and has an account, by id. */
  readonly names: ReadonlyMap<string, string>
  /** By the ticket on which it was left. */
  readonly contacts: ReadonlyMap<string, Contact>
}

/** More people than this are not listed in one answer. */
const mostListed = 50

const nameOf = ({ personId, ticketId }: Complainant, { names, contacts }: People): string =>
  contacts.get(ticketId)?.name ?? (personId === null ? undefined : names.get(personId)) ?? '业主'

/** The filer as the viewer may know them; null: not at all (D-IN-3). */
export function complainantOf(ticket: Ticket, viewer: Viewer, people: People): TicketView['complainant'] {
  if (!viewer.seesIdentity) return null
  const filer = filerOf(ticket)
  const phone = people.contacts.get(filer.ticketId)?.phone ?? null
  return {
    name: nameOf(filer, people),
    relation: filer.relation === null ? null : relationLabels[filer.relation],
    phone: phone === null ? null : viewer.filer ? phone : maskPhone(phone),
    mine: viewer.filer,
  }
}

/** For whom of the family it was filed, as far as the viewer may know who filed it (D-AC-2, D-IN-3); null: for oneself. */
export function forFamilyOf(ticket: Ticket, viewer: Viewer, { names, contacts }: People): TicketView['forFamily'] {
  const { forFamily } = ticket
  if (!forFamily || !viewer.seesIdentity) return null
  const named = forFamily.personId === null ? contacts.get(ticket.id)?.forName : names.get(forFamily.personId)
  return { name: named ?? null, relation: forFamily.relation, me: forFamily.personId === viewer.personId }
}

const surveyOf = (ticket: Ticket, key: string): TicketView['complainants'][number]['survey'] => {
  const round = ticket.rounds.at(-1)
  if (!round?.asked.includes(key)) return 'notAsked'
  return round.answers.some(({ complainant }) => complainant === key) ? 'answered' : 'open'
}

/** Everybody on the matter, for staff, each as far as they may be known (D-HD-8, D-IN-3); for residents nobody. */
export function complainantsOf(ticket: Ticket, viewer: Viewer, people: People): TicketView['complainants'] {
  if (!viewer.staff) return []
  const trusted = knowsHiddenFilers(viewer.capacities)
  return ticket.complainants.slice(0, mostListed).map(one => {
    const hidden = isIdentityHidden(one, trusted)
    const phone = hidden ? null : (people.contacts.get(one.ticketId)?.phone ?? null)
    return {
      complainant: one.ticketId,
      number: one.number,
      name: hidden ? null : nameOf(one, people),
      phone: phone === null ? null : maskPhone(phone),
      hasAccount: one.personId !== null,
      anonymous: one.anonymous,
      mood: one.mood,
      since: one.since,
      withdrawn: one.withdrawnAt !== null,
      survey: surveyOf(ticket, complainantKey(one)),
    }
  })
}
