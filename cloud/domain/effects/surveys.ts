import { type Complainant, complainantKey } from '../ticket/complainants'
import type { Recorded, SurveyAnswers } from '../ticket/events'
import type { Ticket } from '../ticket/state'

/** Surveys that a decision opens, answers and ends; who has no account has none and is called. Times in epoch ms. */
export interface SurveyChanges {
  readonly opened: readonly { readonly round: number; readonly personId: string; readonly at: number }[]
  /** By their own hand or told on the phone: one answer per person and round (D-CB-5). */
  readonly answered: readonly {
    readonly round: number
    readonly personId: string
    readonly at: number
    readonly answers: SurveyAnswers
  }[]
  /** What is added to an answer of one tap: the answer as it is now. */
  readonly detailed: readonly { readonly round: number; readonly personId: string; readonly answers: SurveyAnswers }[]
  /** `personId` null: everybody of that round who is still asked. */
  readonly ended: readonly { readonly round: number; readonly personId: string | null; readonly at: number }[]
}

/** A wish not to be called, to be kept beyond the ticket (D-CB-9): of an account, or of the contact left on a ticket. */
export interface KeptWish {
  readonly personId: string | null
  readonly ticketId: string
}

type Decided = { readonly before: Ticket | null; readonly events: readonly Recorded[]; readonly after: Ticket }

/** Somebody of all who were ever on the matter while the decision was made. */
const personOf = ({ before, after }: Decided, key: string): Complainant | undefined => {
  const isThem = (one: Complainant) => complainantKey(one) === key
  return after.complainants.find(isThem) ?? before?.complainants.find(isThem)
}

/** D-CB-1, D-HD-8: who is asked in which round from when, who has answered, and for whom it is over. Pure. */
export function surveysOf(decided: Decided): SurveyChanges {
  const { before, events } = decided
  const accountOf = (key: string): string | null => personOf(decided, key)?.personId ?? null
  const opened: SurveyChanges['opened'][number][] = []
  const answered: SurveyChanges['answered'][number][] = []
  const detailed: SurveyChanges['detailed'][number][] = []
  const ended: SurveyChanges['ended'][number][] = []
  let open = before?.state === 'callback' ? before.round.round : null
  const ask = (keys: readonly string[], round: number, at: number): void => {
    for (const key of keys) {
      const personId = accountOf(key)
      if (personId !== null) opened.push({ round, personId, at })
    }
  }
  const end = (keys: readonly string[], at: number): void => {
    for (const key of keys) {
      const personId = accountOf(key)
      if (personId !== null && open !== null) ended.push({ round: open, personId, at })
    }
  }
  for (const { event, at } of events)
    switch (event.type) {
      case 'callbackStarted':
        open = event.round
        ask(event.asked, event.round, at)
        break
      case 'joined':
        // D-IN-6: whoever joins while the others are being asked is asked too.
        if (open !== null) ask(event.asked, open, at)
        break
      case 'surveyAnswered': {
        const personId = accountOf(event.complainant)
        if (personId !== null) answered.push({ round: event.round, personId, at, answers: event.answers })
        break
      }
      case 'surveyDetailed': {
        const { round, complainant } = event
        const personId = accountOf(complainant)
        const now = decided.after.rounds[round - 1]?.answers.find(one => one.complainant === complainant)
        if (personId !== null && now) detailed.push({ round, personId, answers: now.answers })
        break
      }
      case 'exempted':
        if (event.complainant !== null) end([event.complainant], at)
        break
      case 'separated':
        end(event.complainants, at)
        break
      case 'quietPeriodStarted':
      case 'closed':
      case 'reopened':
        if (open !== null) ended.push({ round: open, personId: null, at })
        open = null
    }
  return { opened, answered, detailed, ended }
}

/** Wishes not to be called that were said in a decision and must be obeyed from now on everywhere (D-CB-2d, D-CB-9). */
export const keptWishes = (decided: Decided): readonly KeptWish[] =>
  decided.events.flatMap(({ event }) => {
    if (event.type !== 'exempted' || event.reason !== 'declinedCallbacks' || event.complainant === null) return []
    const person = personOf(decided, event.complainant)
    return person ? [{ personId: person.personId, ticketId: person.ticketId }] : []
  })
