import type { Ending, Exemption } from '../../../types/vocabulary'
import type { CompiledPolicy } from '../policy/compile/compile'
import { isSatisfied } from '../survey/closure'
import { exemptionFor } from '../survey/round'
import { activeComplainants, complainantKey } from '../ticket/complainants'
import type { EventOf, EventType, Recorded } from '../ticket/events'
import { evolve } from '../ticket/evolve'
import { type Ticket, endingOf } from '../ticket/state'
import { type Asking, type CountedUnder, type Found, countedUnder, nothingFound, withFound } from './asking'

/** A matter that ended, and since when it is open again, if it is. Epoch ms. */
export interface CountedEnding extends CountedUnder {
  /** Of the event. */
  readonly seq: number
  readonly at: number
  readonly ending: Ending
  readonly undoneAt: number | null
}

/** What a decision adds to the counts (D-CT-2): nothing that was counted before is ever taken back or changed. */
export interface CountChanges {
  readonly opened: readonly Asking[]
  readonly found: readonly { readonly cycle: number; readonly complainant: string; readonly found: Partial<Found> }[]
  readonly ended: readonly CountedEnding[]
  /** Epoch ms at which what had ended before this decision was opened again; null: it was not. */
  readonly undoneAt: number | null
}

const unchanged: CountChanges = { opened: [], found: [], ended: [], undoneAt: null }

const counts: ReadonlySet<EventType> = new Set<EventType>([
  'callbackStarted',
  'joined',
  'separated',
  'complainantWithdrew',
  'exempted',
  'callbackAttempted',
  'surveyAnswered',
  'surveyDetailed',
  'quietPeriodStarted',
  'closed',
  'reopened',
  'disputed',
  'withdrawn',
  'declined',
  'merged',
  'mergeUndone',
])

class Counting {
  readonly opened: Asking[] = []
  readonly found: CountChanges['found'][number][] = []
  ended: readonly CountedEnding[] = []
  undoneAt: number | null = null

  constructor(private readonly policy: (of: Ticket) => CompiledPolicy) {}

  /** `previous`: the event before it of the same decision. */
  follow(before: Ticket, { event, at, actorId, seq }: Recorded, after: Ticket, previous: Recorded | undefined): void {
    switch (event.type) {
      case 'callbackStarted':
        return this.open(after, activeComplainants(after).map(complainantKey), event.asked, at)
      case 'joined':
        if (before.state !== 'callback') return
        return this.open(after, event.complainants.map(complainantKey), event.asked, at)
      case 'separated':
        return this.learn(before, event.complainants, { endedAt: at })
      case 'complainantWithdrew':
        return this.learn(before, [event.complainant], { endedAt: at })
      case 'exempted':
        return this.exempt(before, event, at)
      case 'callbackAttempted':
        return this.learn(before, [event.complainant], attempted(event, at))
      case 'surveyAnswered':
        return this.answered(before, event, at)
      case 'surveyDetailed': {
        const { cycle, complainant, details } = event
        const whole = details.reception !== null && details.measures !== null
        if (whole) this.found.push({ cycle, complainant, found: { detailedAt: at } })
        return
      }
      case 'quietPeriodStarted':
        if (before.state === 'callback') return this.endRound(before, at)
        return this.open(after, activeComplainants(after).map(complainantKey), [], at)
      case 'reopened':
        if (event.dissatisfied && previous?.event.type !== 'surveyAnswered')
          this.saidByReopening(before, actorId, at, previous)
        this.endRound(before, at)
        return this.undo(before, at)
      case 'disputed':
      case 'mergeUndone':
        this.endRound(before, at)
        return this.undo(before, at)
      case 'closed':
      case 'withdrawn':
      case 'declined':
      case 'merged': {
        this.endRound(before, at)
        const ending = endingOf(after)
        if (ending) this.ended = [...this.ended, { ...countedUnder(before), seq, at, ending, undoneAt: null }]
      }
    }
  }

  /** Those of them who are asked, and those who are exempt. */
  private open(ticket: Ticket, people: readonly string[], asked: readonly string[], at: number): void {
    const responded = ticket.deadlineRuns.some(
      ({ kind, metAt, fired }) =>
        kind === 'firstReply' && metAt !== null && !fired.some(({ what }) => what === 'breach'),
    )
    for (const complainant of people) {
      const isAsked = asked.includes(complainant)
      this.opened.push({
        ...countedUnder(ticket),
        ...nothingFound,
        ...(isAsked ? {} : { exemption: whyExempt(ticket, complainant), exemptAt: at, endedAt: at }),
        cycle: ticket.cycle,
        complainant,
        at,
        asked: isAsked,
        responded,
      })
    }
  }

  private learn({ cycle }: Ticket, people: readonly string[], found: Partial<Found>): void {
    for (const complainant of people) this.found.push({ cycle, complainant, found })
  }

  private endRound(before: Ticket, at: number): void {
    if (before.state === 'callback') this.learn(before, before.round.asked, { endedAt: at })
  }

  private undo(before: Ticket, at: number): void {
    if (endingOf(before) === null) return
    this.undoneAt = at
    this.ended = this.ended.map(one => ({ ...one, undoneAt: one.undoneAt ?? at }))
  }

  /** A wish not to be called, said while being asked, is a refusal; every other reason comes from staff. */
  private exempt(before: Ticket, { reason, complainant }: EventOf<'exempted'>, at: number): void {
    if (before.state !== 'callback') return
    const people = complainant === null ? unheard(before) : [complainant]
    this.learn(
      before,
      people,
      reason === 'declinedCallbacks' ? { refusedAt: at, endedAt: at } : { exemption: reason, exemptAt: at },
    )
  }

  private answered(before: Ticket, { answers, by, complainant }: EventOf<'surveyAnswered'>, at: number): void {
    const { reception, measures, solved, anonymous } = answers
    this.learn(before, [complainant], {
      answeredAt: at,
      byPhone: by === 'phone',
      complete: reception !== null && measures !== null,
      solved,
      satisfied: isSatisfied(answers, this.policy(before)),
      anonymous,
      contactedAt: at,
    })
  }

  /**
   * D-CB-10: whoever is being asked and has the matter reopened instead is dissatisfied, whichever button it was; or nobody's
   * displeasure would count whose answer was never written down.
   */
  private saidByReopening(before: Ticket, actorId: string | null, at: number, previous: Recorded | undefined): void {
    if (before.state !== 'callback') return
    const waiting = unheard(before)
    const call = previous?.event.type === 'callbackAttempted' ? previous.event.complainant : actorId
    const who = waiting.find(key => key === call) ?? waiting[0]
    if (who !== undefined)
      this.learn(before, [who], {
        answeredAt: at,
        byPhone: who !== actorId,
        complete: false,
        solved: false,
        satisfied: false,
        anonymous: false,
        contactedAt: at,
      })
  }
}

/** Who is being asked and has not answered, by `complainantKey`. */
const unheard = (ticket: Ticket): readonly string[] =>
  ticket.state === 'callback'
    ? ticket.round.asked.filter(key => !ticket.round.answers.some(({ complainant }) => complainant === key))
    : []

/** Whose reason stands nowhere on the ticket has a wish that is kept for the person (D-CB-9). */
const whyExempt = (ticket: Ticket, key: string): Exemption => {
  const person = ticket.complainants.find(one => complainantKey(one) === key)
  return (person && exemptionFor(ticket, person, undefined)) ?? 'declinedCallbacks'
}

const attempted = ({ outcome }: EventOf<'callbackAttempted'>, at: number): Partial<Found> => {
  switch (outcome) {
    case 'noAnswer':
    case 'wrongNumber':
      return { triedAt: at }
    case 'refused':
      return { contactedAt: at, refusedAt: at }
    case 'partial':
      return { contactedAt: at, partialAt: at }
    default:
      return { contactedAt: at }
  }
}

/** What a decision, or a whole history (`before` null), adds to the counts. `policy`: what a ticket in that state runs under. */
export function countChanges(
  before: Ticket | null,
  events: readonly Recorded[],
  policy: (of: Ticket) => CompiledPolicy,
): CountChanges {
  if (!events.some(({ event }) => counts.has(event.type))) return unchanged
  const counting = new Counting(policy)
  let ticket = before
  events.forEach((recorded, index) => {
    const was = ticket
    ticket = evolve(was, recorded)
    if (was !== null && counts.has(recorded.event.type)) counting.follow(was, recorded, ticket, events[index - 1])
  })
  return counting
}

/** The askings that changes lead to, in the order in which they began; who is asked twice about one completion counts once. */
export function askingsOf({ opened, found }: Pick<CountChanges, 'opened' | 'found'>): readonly Asking[] {
  const keyOf = ({ cycle, complainant }: Pick<Asking, 'cycle' | 'complainant'>) => `${cycle}:${complainant}`
  const askings = new Map<string, Asking>()
  for (const asking of opened) if (!askings.has(keyOf(asking))) askings.set(keyOf(asking), asking)
  for (const one of found) {
    const asking = askings.get(keyOf(one))
    if (asking) askings.set(keyOf(one), withFound(asking, one.found))
  }
  return [...askings.values()]
}
