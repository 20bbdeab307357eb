import { complainantIdsOf, filerIdOf, filerOf, isIdentityHidden } from '../ticket/complainants'
import type { Ticket } from '../ticket/state'
import type { Person } from './actor'
import { type PlaceShown, placeForStaff } from './places'
import { type Capacity, capacities, knowsHiddenFilers, readsAsStaff } from './capacities'
import { cutText, partBetween } from '../../../types/words/text'

/** What somebody may see of one ticket. */
export interface Viewer {
  readonly personId: string
  readonly capacities: ReadonlySet<Capacity>
  /** Staff's side: internal notes, rule and reason, all deadlines. */
  readonly staff: boolean
  /** The person who filed it. */
  readonly filer: boolean
  /** Of the filer's household: reads what the filer reads, but for the telephone number (D-AC-2). */
  readonly family: boolean
  /** Somebody who complained, and reads only what is said to them all (the filer reads own words too). */
  readonly complainant: boolean
  /** Places that are the viewer's own. */
  readonly placeIds: readonly string[]
  /** Whether the complainant's name may be shown (D-IN-3). */
  readonly seesIdentity: boolean
}

/** null: a stranger, for whom the ticket does not exist. */
export function viewerOf(ticket: Ticket, person: Person): Viewer | null {
  const mine = capacities(person, ticket)
  if (mine.size === 0) return null
  // Not `mine`: a clerk acts for somebody without an account, but is not that person and sees no number unrecorded.
  const filer = person.id === filerIdOf(ticket)
  const staff = readsAsStaff(mine)
  const hidden = isIdentityHidden(filerOf(ticket), knowsHiddenFilers(mine))
  return {
    personId: person.id,
    capacities: mine,
    staff,
    filer,
    family: mine.has('family'),
    complainant: complainantIdsOf(ticket).includes(person.id),
    placeIds: person.rooms.map(room => room.placeId),
    seesIdentity: filer || mine.has('family') || (staff && !hidden),
  }
}

const othersMatter = '（邻居反映的同一件事）'
const othersPlace = '邻居反映的位置'

/** Whether somebody reads what the filer wrote: that one, their family, and staff. */
export const readsFilersWords = ({ filer, family, staff }: Viewer): boolean => filer || family || staff

/** Neighbours who joined read what is done about it, not what another resident wrote. */
export const textShownTo = (ticket: Ticket, viewer: Viewer): string =>
  readsFilersWords(viewer) ? ticket.text : othersMatter

/** Neighbours who joined do not learn where the other resident lives, nor does staff where that one is hidden (D-IN-3). */
export const placeShownTo = (ticket: Ticket, viewer: Viewer): PlaceShown => {
  const own = ticket.placeId !== null && viewer.placeIds.includes(ticket.placeId)
  if (viewer.filer || (viewer.family && !viewer.staff) || (own && !viewer.staff))
    return { placeId: ticket.placeId, name: ticket.placeName }
  return viewer.staff ? placeForStaff(ticket) : { placeId: null, name: othersPlace }
}

/**
 * What a matter is about, in a few words and no more of it than somebody may know: place and category, or how it begins where
 * the category is no longer known (null).
 */
export const matterShownTo = (ticket: Ticket, viewer: Viewer, categoryName: string | null): string =>
  categoryName === null
    ? cutText(textShownTo(ticket, viewer), 20, '…')
    : `${placeShownTo(ticket, viewer).name} · ${categoryName}`

/** 138****1234: enough to recognise, too little to dial (D-PO-4). */
export const maskPhone = (phone: string): string =>
  phone.length >= 8 ? `${partBetween(phone, 0, 3)}****${partBetween(phone, -4)}` : '****'
