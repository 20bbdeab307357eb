import { type Actor, clockActor } from '../../cloud/domain/access/actor'
import { type Asker, allowedCommands } from '../../cloud/domain/access/permit'
import type { TicketCommand } from '../../cloud/domain/ticket/commands'
import { type Decision, decide } from '../../cloud/domain/ticket/decide'
import type { DecideContext } from '../../cloud/domain/ticket/decision'
import type { Recorded, TicketEvent } from '../../cloud/domain/ticket/events'
import type { Ticket, TicketIn } from '../../cloud/domain/ticket/state'
import type { ErrorCode } from '../../types/errors'
import type { Command, State } from '../../types/vocabulary'
import { minute, monday9 } from './clock'
import { aCommand } from './commands'
import { type Filing, aFiling } from './filing'
import { aDirectory, people } from './people'
import { standardPolicy } from './policy'

export type Surroundings = Partial<Omit<DecideContext, 'now' | 'actor'>>

export const aContext = (actor: Actor, now: number, some: Surroundings = {}): DecideContext => ({
  policy: standardPolicy,
  directory: aDirectory(),
  workloads: new Map(),
  phoneKnown: true,
  ...some,
  now,
  actor,
})

/** The same surroundings, as buttons are drawn from them. */
export const anAsker = (ticket: Ticket, actor: Actor, now: number, some: Surroundings = {}): Asker => ({
  phoneKnown: true,
  ...aContext(actor, now, some),
  ticket,
})

/** Everything reachable from it becomes unchangeable, so that a test fails where something is written to. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}

const eventsOf = (decision: Decision): readonly Recorded[] => (decision.ok ? decision.events : [])

/**
 * A ticket driven by real commands. Each step takes a minute unless the test says when; a step the test takes for
 * granted throws when it is refused. Nothing here is shared between tests: every step gives a new story.
 */
export class Story {
  private constructor(
    readonly ticket: Ticket,
    readonly now: number,
    readonly history: readonly Recorded[],
    private readonly around: Surroundings,
  ) {}

  /** Given: filed at `monday9` by the resident, which the default routing gives to the steward of b1. */
  static filed(filing: Partial<Filing> = {}, around: Surroundings = {}, by: Actor = people.resident, at = monday9) {
    const decision = decide(null, { command: 'file', filing: aFiling(filing) }, aContext(by, at, around))
    if (!decision.ok) throw new Error(`filing refused: ${decision.refusal.message}`)
    return new Story(deepFreeze(decision.ticket), at, decision.events, around)
  }

  /** The same story with other configuration or people around it. */
  with(around: Surroundings): Story {
    return new Story(this.ticket, this.now, this.history, { ...this.around, ...around })
  }

  at(now: number): Story {
    return new Story(this.ticket, now, this.history, this.around)
  }

  later(ms: number): Story {
    return this.at(this.now + ms)
  }

  /** When somebody gives a command at this very instant. */
  try(actor: Actor, command: TicketCommand): Decision {
    return decide(this.ticket, command, aContext(actor, this.now, this.around))
  }

  /** As `try`, a minute later, and it has to be carried out. */
  do(actor: Actor, command: TicketCommand): Story {
    const then = this.later(minute)
    const decision = then.try(actor, command)
    if (!decision.ok) throw new Error(`${command.command} in ${this.ticket.state}: ${decision.refusal.message}`)
    return new Story(deepFreeze(decision.ticket), then.now, [...this.history, ...decision.events], this.around)
  }

  /** The clock's turn at this very instant. */
  settled(): Story {
    const decision = this.try(clockActor, { command: 'fireDue' })
    if (!decision.ok) throw new Error(decision.refusal.message)
    return new Story(deepFreeze(decision.ticket), this.now, [...this.history, ...eventsOf(decision)], this.around)
  }

  /** The code the command is refused with; null when it is carried out. */
  refusal(actor: Actor, command: TicketCommand): ErrorCode | null {
    const decision = this.try(actor, command)
    return decision.ok ? null : decision.refusal.code
  }

  /** The commands whose buttons somebody sees at this very instant. */
  allowed(actor: Actor): readonly Command[] {
    return allowedCommands(anAsker(this.ticket, actor, this.now, this.around))
  }

  /** The events of one type so far, in order. */
  events<Type extends TicketEvent['type']>(type: Type): readonly Extract<TicketEvent, { type: Type }>[] {
    return this.history.flatMap(({ event }) => (isType(event, type) ? [event] : []))
  }

  /** The types of the events a command adds. */
  adds(actor: Actor, command: TicketCommand): readonly TicketEvent['type'][] {
    return eventsOf(this.try(actor, command)).map(({ event }) => event.type)
  }

  in<S extends State>(state: S): TicketIn<S> {
    if (!isIn(this.ticket, state)) throw new Error(`ticket is ${this.ticket.state}, not ${state}`)
    return this.ticket
  }
}

const isType = <Type extends TicketEvent['type']>(
  event: TicketEvent,
  type: Type,
): event is Extract<TicketEvent, { type: Type }> => event.type === type

const isIn = <S extends State>(ticket: Ticket, state: S): ticket is TicketIn<S> => ticket.state === state

/** A story that has come as far as the state named, on the straightest way: the steward of b1 handles, the clerk verifies. */
export function aTicket(state: State, filing: Partial<Filing> = {}, around: Surroundings = {}): Story {
  const { steward, clerk, resident, manager } = people
  const before = (earlier: State) => aTicket(earlier, filing, around)
  switch (state) {
    case 'submitted':
      return Story.filed({ category: 'neighbour', ...filing }, around)
    case 'accepted':
      return before('submitted').do(clerk, aCommand('triage'))
    case 'dispatched':
      return Story.filed(filing, around)
    case 'inProgress':
      return before('dispatched').do(steward, aCommand('accept'))
    case 'proposed':
      return before('inProgress').do(steward, aCommand('propose'))
    case 'agreed':
      return before('proposed').do(filing.filerId === null ? clerk : resident, aCommand('agree'))
    case 'onHold':
      return before('inProgress').do(steward, aCommand('hold'))
    case 'completed':
      return before('inProgress').do(steward, aCommand('complete'))
    case 'verified':
      throw new Error('a ticket is verified only between two events of one decision')
    case 'callback':
      return before('completed').do(clerk, aCommand('verify'))
    case 'quietPeriod':
      return before('callback').do(clerk, aCommand('exempt'))
    case 'closed':
      return before('callback').do(resident, aCommand('answerSurvey'))
    case 'archived':
      return before('closed').do(clerk, aCommand('archive'))
    case 'withdrawn':
      return before('dispatched').do(resident, aCommand('withdraw'))
    case 'declined':
      return before('dispatched').do(clerk, aCommand('decline'))
    case 'disputed':
      return before('declined').do(resident, aCommand('dispute'))
    case 'merged':
      return before('dispatched')
        .with({ ...around, target: { id: 'ticket-2', number: 'T-0002', open: true } })
        .do(manager, aCommand('merge'))
  }
}
