import type { Exemption } from '../../../types/vocabulary'
import type { CompiledPolicy } from '../policy/compile/compile'
import { type Complainant, activeComplainants, complainantKey } from '../ticket/complainants'
import type { Ticket, TicketFacts, TicketIn } from '../ticket/state'

/**
 * Who does not wish to be called (D-CB-9), by `complainantKey`, as it stands now. Left out where nobody keeps such wishes:
 * then what was known at the filing, and what was said on the ticket itself, counts.
 */
export type CallbackWishes = ReadonlySet<string> | undefined

type Exemptible = Pick<TicketFacts, 'exemption' | 'completion'>

/** D-CB-2c: this is said of the matter, the others of a person. */
export const exemptsMatter = (reason: Exemption): boolean => reason === 'sensitive'

/** D-CB-2d, D-CB-9: whether somebody has said that they do not wish to be called. */
export const declines = (person: Complainant, wishes: CallbackWishes): boolean =>
  wishes ? wishes.has(complainantKey(person)) : person.callbackDeclined

/** D-CB-2: why one complainant is not asked; null: is asked. */
export function exemptionFor(ticket: Exemptible, person: Complainant, wishes: CallbackWishes): Exemption | null {
  if (ticket.exemption !== null && exemptsMatter(ticket.exemption)) return ticket.exemption
  if (person.exemption !== null) return person.exemption
  if (declines(person, wishes)) return 'declinedCallbacks'
  if (person.anonymous) return 'unreachable'
  // D-CB-6: that there is no way to reach somebody is not for whoever did the work to say: a colleague pays a visit.
  const saidByHandler = person.recordedBy !== undefined && person.recordedBy === ticket.completion?.byId
  return person.reachable || saidByHandler ? null : 'unreachable'
}

/** Who of these people can be asked about the matter, by `complainantKey`. */
export const askedAmong = (
  ticket: Exemptible,
  people: readonly Complainant[],
  wishes: CallbackWishes,
): readonly string[] => people.filter(person => exemptionFor(ticket, person, wishes) === null).map(complainantKey)

/** D-CB-2: why nobody at all is asked about this ticket, by what is true of the first; null: somebody is. */
export function exemptionOf(ticket: Ticket, wishes: CallbackWishes): Exemption | null {
  const reasons = activeComplainants(ticket).map(person => exemptionFor(ticket, person, wishes))
  return reasons.includes(null) ? null : (reasons[0] ?? 'unreachable')
}

/** Where somebody who is asked in a round stands. Whoever is not satisfied has already had the matter reopened. */
export interface Standing {
  readonly complainant: string
  readonly stands: 'open' | 'satisfied' | 'unreached' | 'exempt'
  /** Has no account, so only a call can ask. */
  readonly byPhoneOnly: boolean
}

/** Everybody asked in the round that is open, in the order in which they came. Whoever has withdrawn is left out. */
export function standingsOf(
  ticket: TicketIn<'callback'>,
  policy: CompiledPolicy,
  wishes: CallbackWishes,
): readonly Standing[] {
  const { asked, answers, unreached } = ticket.round
  const standing = (person: Complainant): Standing['stands'] => {
    const key = complainantKey(person)
    if (answers.some(answer => answer.complainant === key)) return 'satisfied'
    if (exemptionFor(ticket, person, wishes) !== null) return 'exempt'
    const days = unreached.filter(({ complainant }) => complainant === key).length
    return days >= policy.policy.survey.unreachedAfterAttempts ? 'unreached' : 'open'
  }
  return activeComplainants(ticket)
    .filter(person => asked.includes(complainantKey(person)))
    .map(person => ({
      complainant: complainantKey(person),
      stands: standing(person),
      byPhoneOnly: person.personId === null,
    }))
}

/** What becomes of a round. */
export type RoundOutcome =
  | { readonly goesOn: true }
  | { readonly goesOn: false; readonly ending: 'satisfied' | 'unreached' | 'exempt' }

/**
 * D-CB-3, D-CB-4, D-HD-8. The first of those asked who can still be heard speaks for the matter: the filer, or whoever came
 * next where the filer could not be reached or is not to be called. Whoever can only be asked by phone is called first,
 * for nothing else asks them. Nobody to be heard, and somebody who was not reached: `unreached`, never as satisfied.
 */
export function outcomeOf(standings: readonly Standing[]): RoundOutcome {
  if (standings.some(({ stands, byPhoneOnly }) => stands === 'open' && byPhoneOnly)) return { goesOn: true }
  const speaks = standings.find(({ stands }) => stands === 'open' || stands === 'satisfied')
  if (speaks) return speaks.stands === 'open' ? { goesOn: true } : { goesOn: false, ending: 'satisfied' }
  return { goesOn: false, ending: standings.some(({ stands }) => stands === 'unreached') ? 'unreached' : 'exempt' }
}
