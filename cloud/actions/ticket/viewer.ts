import { type Capacity, capacities, staffCapacities } from '../../domain/access/actor'
import { complainantIdsOf, filerOf, isIdentityHidden } from '../../domain/ticket/complainants'
import type { Ticket } from '../../domain/ticket/state'
import { CallError } from '../call-error'
import type { Caller } from '../runtime'

/** What somebody may see of one ticket. */
export interface Viewer {
  readonly personId: string
  readonly capacities: ReadonlySet<Capacity>
  /** Staff's side: internal notes, rule and reason, all clocks. */
  readonly staff: boolean
  /** The person who filed it. */
  readonly filer: boolean
  /** Somebody who complained, and reads only what is said to them all (the filer reads own words too). */
  readonly complainant: boolean
  /** Places that are the viewer's own. */
  readonly placeIds: readonly string[]
  /** Whether the complainant's name may be shown (D-IN-3). */
  readonly seesIdentity: boolean
}

/** Posts that need the name in a neighbour dispute; the steward does not. */
const trusted: readonly Capacity[] = ['clerk', 'serviceManager', 'quality']

/** @throws CallError `notFound` for strangers: for them the ticket does not exist */
export function viewerOf(ticket: Ticket, caller: Caller): Viewer {
  const mine = capacities(caller.actor, ticket)
  if (mine.size === 0) throw new CallError('notFound')
  // Not `mine`: a clerk acts for somebody without an account, but is not that person and sees no number unrecorded.
  const person = filerOf(ticket)
  const filer = caller.actor.id === person.personId
  const staff = staffCapacities.some(capacity => mine.has(capacity))
  const hidden = isIdentityHidden(
    person,
    trusted.some(capacity => mine.has(capacity)),
  )
  return {
    personId: caller.actor.id,
    capacities: mine,
    staff,
    filer,
    complainant: complainantIdsOf(ticket).includes(caller.actor.id),
    placeIds: caller.person.rooms.map(room => room.placeId),
    seesIdentity: filer || (staff && !hidden),
  }
}

const othersMatter = '（邻居反映的同一件事）'
const othersPlace = '邻居反映的位置'

/** Neighbours who joined read what is done about it, not what another resident wrote. */
export const textFor = (ticket: Ticket, viewer: Viewer): string =>
  viewer.filer || viewer.staff ? ticket.text : othersMatter

/** Nor where that one lives. */
export const placeFor = (ticket: Ticket, viewer: Viewer): { readonly placeId: string | null; readonly name: string } =>
  viewer.filer || viewer.staff || (ticket.placeId !== null && viewer.placeIds.includes(ticket.placeId))
    ? { placeId: ticket.placeId, name: ticket.placeName }
    : { placeId: null, name: othersPlace }

/** 138****1234: enough to recognise, too little to dial (D-PO-4). */
export const maskPhone = (phone: string): string =>
  phone.length >= 8 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '****'
