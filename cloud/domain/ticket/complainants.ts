import type { Exemption, Mood, Relation, Severity, Urgency } from '../../../types/vocabulary'
import type { Filed } from './events'

/**
 * One complainant of a matter (D-HD-8): the filer, or somebody who joined or whose own ticket was merged into this one.
 * What belongs to a person stands here and not on the ticket, so that joining and merging lose nothing. Times in epoch ms.
 */
export interface Complainant {
  /** The account; null: known by a contact only, as recorded by staff. */
  readonly personId: string | null
  /** The ticket on which they told it: this one, or the one that was merged into it. */
  readonly ticketId: string
  readonly number: string
  readonly anonymous: boolean
  /** D-IN-3: the identity is hidden from the steward. */
  readonly hideIdentity: boolean
  /** D-CB-2b. */
  readonly reachable: boolean
  /** D-CB-2d. */
  readonly callbackDeclined: boolean
  /** As they told it, and as their own ticket was classified when it was merged. */
  readonly urgency: Urgency
  readonly severity: Severity
  readonly mood: Mood | null
  readonly relation: Relation | null
  readonly since: number
  readonly withdrawnAt: number | null
  /** D-CB-2, for this person in this cycle: said by staff, or by the person at a callback. */
  readonly exemption: Exemption | null
  /** The member of staff who recorded it, and so calls nobody about it (D-CB-6); left out: nobody did. */
  readonly recordedBy?: string
  /** Told it to a member of staff, who recorded it under the account that the number belongs to; left out: by their own hand. */
  readonly byStaff?: true
  /** The household that may follow what they told (D-AC-2); left out: none. Who shares one is counted once. */
  readonly household?: string
  /** Has said something about this matter since, so that undoing a merge leaves them here (D-HD-8). */
  readonly acted: boolean
}

interface WithComplainants {
  readonly complainants: readonly Complainant[]
}

/** The record of whoever files a ticket. */
export const complainantOfFiling = (filed: Filed, at: number): Complainant => ({
  personId: filed.filerId,
  ticketId: filed.ticketId,
  number: filed.number,
  anonymous: filed.anonymous,
  hideIdentity: filed.hideIdentity,
  reachable: filed.reachable,
  callbackDeclined: filed.callbackDeclined,
  urgency: filed.urgency,
  severity: 'ordinary',
  mood: filed.mood,
  relation: filed.relation,
  since: at,
  withdrawnAt: null,
  exemption: null,
  ...(filed.recordedBy === null ? {} : { recordedBy: filed.recordedBy }),
  ...(filed.filerId !== null && filed.recordedBy !== null ? { byStaff: true as const } : {}),
  ...(filed.household === undefined ? {} : { household: filed.household }),
  acted: false,
})

/** Whether the desk may say for them what they say on the telephone (D-IN-1): without an account, or reported that way. */
export const isSpokenFor = ({ personId, byStaff }: Pick<Complainant, 'personId' | 'byStaff'>): boolean =>
  personId === null || byStaff === true

/** What tells complainants of one matter apart: the account, or the ticket on which somebody without one was recorded. */
export const complainantKey = ({ personId, ticketId }: Pick<Complainant, 'personId' | 'ticketId'>): string =>
  personId ?? ticketId

/**
 * The filer: the first record. Every ticket has one.
 * @throws Error for a ticket without records, which no history leads to
 */
export function filerOf({ complainants }: WithComplainants): Complainant {
  const [filer] = complainants
  if (!filer) throw new Error('a ticket without complainants')
  return filer
}

/** The filer's account; null: somebody without one. */
export const filerIdOf = (ticket: WithComplainants): string | null => filerOf(ticket).personId

/** Everybody who still complains, in the order in which they came. */
export const activeComplainants = ({ complainants }: WithComplainants): readonly Complainant[] =>
  complainants.filter(({ withdrawnAt }) => withdrawnAt === null)

/** Asked of every ticket with every event, so without lists in between. */
function accountsOf(complainants: readonly Complainant[], withWithdrawn: boolean): readonly string[] {
  const ids: string[] = []
  for (const { personId, withdrawnAt } of complainants)
    if (personId !== null && (withWithdrawn || withdrawnAt === null)) ids.push(personId)
  return ids
}

/** Accounts of everybody who still complains. */
export const complainantIdsOf = (ticket: WithComplainants): readonly string[] => accountsOf(ticket.complainants, false)

/** Accounts of everybody who ever complained and has not been taken off the matter: they may go on reading it. */
export const participantIdsOf = ({ complainants }: WithComplainants): readonly string[] =>
  accountsOf(complainants, true)

/** Whether staff may not know who it is (D-IN-3). `trusted`: a post that needs the name in a neighbour dispute. */
export const isIdentityHidden = (
  { anonymous, hideIdentity }: Pick<Complainant, 'anonymous' | 'hideIdentity'>,
  trusted: boolean,
): boolean => anonymous || (hideIdentity && !trusted)

/** Both lists, everybody once. Whoever is there already stays as they are; whoever had withdrawn is back. */
export const withComplainants = (
  known: readonly Complainant[],
  coming: readonly Complainant[],
): readonly Complainant[] => {
  const all = new Map(known.map(one => [complainantKey(one), one]))
  for (const one of coming) {
    const there = all.get(complainantKey(one))
    if (!there || there.withdrawnAt !== null) all.set(complainantKey(one), one)
  }
  return [...all.values()]
}

/** The same people, one of them (or all that a test picks) changed. */
export const changeComplainants = (
  complainants: readonly Complainant[],
  picks: (one: Complainant) => boolean,
  change: Partial<Complainant>,
): readonly Complainant[] => complainants.map(one => (picks(one) ? { ...one, ...change } : one))

/**
 * Who is meant by the ticket on which they told it: the name that goes over the wire, because an account's id would tell
 * who somebody hidden is (D-IN-3). undefined: nobody who still complains.
 */
export const toldOn = (ticket: WithComplainants, ticketId: string): Complainant | undefined =>
  activeComplainants(ticket).find(one => one.ticketId === ticketId)

/**
 * Whom a member of staff speaks for (D-IN-1): whoever told it on the ticket named, or the first of those who are spoken
 * for. undefined: nobody told it there, or everybody speaks for themselves.
 */
export const spokenFor = (ticket: WithComplainants, ticketId: string | undefined): Complainant | undefined =>
  ticketId === undefined ? activeComplainants(ticket).find(isSpokenFor) : toldOn(ticket, ticketId)
