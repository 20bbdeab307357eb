import { type Actor, clockActor } from '../../cloud/domain/access/actor'
import { allowedCommands } from '../../cloud/domain/access/permit'
import type { Directory } from '../../cloud/domain/routing/directory'
import type { TicketCommand } from '../../cloud/domain/ticket/commands'
import { type Decision, decide } from '../../cloud/domain/ticket/decide'
import { busyWith } from '../../cloud/domain/ticket/decide-assist'
import { followUpOf, targetOf } from '../../cloud/domain/ticket/decide-merge'
import { takersIn } from '../../cloud/domain/ticket/decide-routing'
import type { Target } from '../../cloud/domain/ticket/decision'
import type { Recorded } from '../../cloud/domain/ticket/events'
import { type Ticket, isOpen } from '../../cloud/domain/ticket/state'
import { WorkloadBook } from '../../cloud/domain/workload/book'
import { needsWorkloads } from '../../cloud/domain/workload/needed'
import type { Workload } from '../../cloud/domain/workload/workload'
import { type Chance, chance } from '../../cloud/host/demo/chance'
import type { Command, HoldReason, Severity, Urgency } from '../../types/vocabulary'
import { day, hour, minute, monday9 } from './clock'
import { aCommand, aThirdParty, dissatisfied, someAnswers } from './commands'
import { aFiling } from './filing'
import { aFittingCommand, buttonNames } from './least'
import { actorOf, people } from './people'
import { team } from './team'
import { standardPolicy } from './policy'
import { aContext, anAsker } from './ticket'

const actors = new Map<string, Actor>(team.map(one => [one.id, actorOf(one)]))
const residents: readonly Actor[] = [people.resident, people.neighbour]

/** One decision of a life, and all that it was made on. */
export interface Moment {
  readonly before: Ticket
  readonly command: TicketCommand
  readonly actor: Actor
  /** Epoch ms. */
  readonly now: number
  readonly directory: Directory
  readonly decision: Decision
  /** The other ticket, as it was. */
  readonly other: Ticket
  /** What the buttons say of the command; null: it has none. */
  readonly shown: boolean | null
}

type Button = (typeof buttonNames)[number]
const isButton = (name: Command): name is Button => buttonNames.some(one => one === name)

/** A command that somebody gave; now and then they give it once more, as a second order or assist (D-SLA-20). */
interface Given {
  readonly which: number
  readonly actor: Actor
  readonly name: Button
}

/** What carries a ticket on to its end, and back into work from there: otherwise few would ever get so far. */
const onward = new Set<Command>([
  'triage',
  'accept',
  'complete',
  'verify',
  'answerSurvey',
  'recordCallback',
  'reopen',
  'undoMerge',
  'split',
  'decideDraft',
  'endFollowing',
  'reportBack',
])

/** What would end a life early, or say the same over and over. */
const rarely = new Set<Command>([
  'withdraw',
  'decline',
  'archive',
  'note',
  'revealContact',
  'urge',
  'notePost',
  'relate',
])

const urgencies: readonly Urgency[] = ['emergency', 'urgent', 'normal', 'suggestion']
const severities: readonly Severity[] = ['ordinary', 'hot', 'major']
const categories = ['leak', 'noise', 'neighbour', 'fees'] as const
const holdReasons: readonly HoldReason[] = ['awaitingComplainant', 'awaitingPart', 'awaitingThirdParty', 'appointment']

/** Whom a hold waits for is named or left open (D-SP-6). */
const awaited = (reason: HoldReason, isNamed: boolean) =>
  reason === 'awaitingThirdParty' && isNamed ? { reason, thirdParty: aThirdParty } : { reason }

/** Random lives of two tickets in one center: whoever may do something does it, and the clock comes round. */
class Life {
  private readonly dice: Chance
  private readonly directory: Directory
  private readonly book = new WorkloadBook()
  private readonly tickets: Ticket[] = []
  private now = monday9
  private last: Given | null = null

  constructor(seed: number) {
    this.dice = chance(seed)
    const away = [{ from: '2026-01-01', to: '2027-12-31' }]
    this.directory = {
      staff: team.map(one => ({
        ...one,
        present: this.dice.happens(0.5),
        leave: this.dice.happens(0.2) ? away : [],
      })),
    }
    for (const [index, filer] of residents.entries()) this.file(index + 1, filer)
    for (const index of residents.keys()) this.carryOn(index)
  }

  *moments(steps: number): Generator<Moment> {
    for (let step = 0; step < steps; step += 1) {
      this.now += this.dice.happens(0.9) ? this.dice.between(1, 180) * minute : this.dice.between(1, 9) * day
      const again = this.dice.happens(0.2) ? this.last : null
      const which = again?.which ?? this.dice.between(0, 1)
      yield this.decided(which, { command: 'fireDue' }, clockActor, null)
      if (this.dice.happens(0.05)) {
        yield this.decided(which, aCommand('handOver'), people.manager, null)
        continue
      }
      if (this.dice.happens(0.03)) yield this.decided(which, aCommand('noteHotspot'), clockActor, null)
      yield* this.act(which, again)
    }
  }

  /** Somebody gives one command whose button they see, and tries one whose button they don't. */
  private *act(which: number, again: Given | null): Generator<Moment> {
    const ticket = this.at(which)
    const actor = again?.actor ?? this.somebody(ticket)
    const shown = allowedCommands(anAsker(ticket, actor, this.now, this.around(which)))
    const hidden = this.dice.pick(buttonNames.filter(name => !shown.includes(name)))
    yield this.tried(which, this.filled(hidden, which, actor), actor, false)
    const buttons = shown
      .filter(isButton)
      .filter(name => (rarely.has(name) ? this.dice.happens(0.1) : true))
      // Whatever it goes into has to be open: no button can know that.
      .filter(name => name !== 'merge' || isOpen(this.at(1 - which)))
    if (buttons.length === 0) return
    const further = buttons.filter(name => onward.has(name))
    const among = further.length > 0 && this.dice.happens(0.4) ? further : buttons
    const name = again && buttons.includes(again.name) ? again.name : this.dice.pick(among)
    this.last = { which, actor, name }
    const command = this.filled(name, which, actor)
    const moment = this.decided(which, command, actor, true)
    yield moment
    const followUp = moment.decision.ok ? followUpOf(command, ticket, moment.decision.ticket) : null
    if (followUp) yield this.decided(1 - which, followUp.command, clockActor, null)
  }

  private at(which: number): Ticket {
    const ticket = this.tickets[which]
    if (!ticket) throw new Error(`no ticket ${which}`)
    return ticket
  }

  private around(which: number): { readonly directory: Directory; readonly target: Target } {
    return { directory: this.directory, target: targetOf(this.at(1 - which)) }
  }

  private somebody(ticket: Ticket): Actor {
    const holder = actors.get(ticket.assignment?.personId ?? '')
    if (holder && this.dice.happens(0.5)) return holder
    return this.dice.happens(0.3) ? this.dice.pick(residents) : this.dice.pick([...actors.values()])
  }

  private tried(which: number, command: TicketCommand, actor: Actor, shown: boolean | null): Moment {
    const [before, other] = [this.at(which), this.at(1 - which)]
    const { now, directory } = this
    const workloads = this.book.without(before.id)
    const known = needsWorkloads(before, command, standardPolicy, now) ? workloads : new Map<string, Workload>()
    const context = aContext(actor, now, { ...this.around(which), workloads: known })
    const decision = decide(before, command, context)
    return { before, command, actor, now, directory, decision, other, shown }
  }

  private decided(which: number, command: TicketCommand, actor: Actor, shown: boolean | null): Moment {
    const moment = this.tried(which, command, actor, shown)
    if (moment.decision.ok) this.keep(which, moment.decision.ticket)
    return moment
  }

  private keep(which: number, ticket: Ticket): void {
    this.tickets[which] = ticket
    this.book.note(ticket)
  }

  private file(number: number, filer: Actor): void {
    const { dice } = this
    const anonymous = dice.happens(0.15)
    const byPhone = dice.happens(0.2)
    const filing = aFiling({
      ticketId: `ticket-${number}`,
      number: `T-000${number}`,
      kind: dice.happens(0.7) ? 'complaint' : dice.pick(['request', 'consultation'] as const),
      category: dice.pick(categories),
      urgency: dice.pick(urgencies),
      channel: byPhone ? dice.pick(['phone', 'online', 'online'] as const) : 'miniProgram',
      ...(dice.happens(0.2) ? { fromHeadOffice: true as const } : {}),
      buildingId: dice.pick(['b1', 'b2', null]),
      anonymous,
      hideIdentity: anonymous,
      filerId: byPhone ? null : filer.id,
      recordedBy: byPhone ? 'clerk-1' : null,
    })
    const actor = byPhone ? people.clerk : filer
    const around = { directory: this.directory, workloads: this.book.without(null) }
    const decision = decide(null, { command: 'file', filing }, aContext(actor, this.now, around))
    if (!decision.ok) throw new Error(decision.refusal.message)
    this.keep(number - 1, decision.ticket)
  }

  /** Some lives begin where the work is done, or few would ever be asked whether they are satisfied. */
  private carryOn(which: number): void {
    if (this.dice.happens(0.5)) return
    for (const name of ['accept', 'complete', 'verify'] as const) {
      const actor = name === 'verify' ? people.clerk : actors.get(this.at(which).assignment?.personId ?? '')
      this.now += minute
      if (!actor || !this.decided(which, this.filled(name, which, actor), actor, null).decision.ok) return
    }
  }

  /** As somebody fills it in who knows the ticket and the people: nothing in it is refused for its own sake. */
  private filled(name: Button, which: number, actor: Actor): TicketCommand {
    const { dice, now } = this
    const ticket = this.at(which)
    const takers = takersIn(this.directory).map(({ id }) => id)
    const other = (not: readonly string[]): string => dice.pick(takers.filter(id => !not.includes(id)))
    const answers = dice.happens(0.5) ? someAnswers() : dissatisfied
    switch (name) {
      case 'triage':
        return aCommand(name, { category: dice.pick(categories), urgency: dice.pick(urgencies), reason: '核对过' })
      case 'reclassify':
        return aCommand(name, {
          category: dice.pick(categories),
          urgency: dice.pick(urgencies),
          severity: dice.pick(severities),
        })
      case 'dispatch': {
        const again = ticket.assignment?.personId
        const assigneeId = again !== undefined && dice.happens(0.3) ? again : other([])
        return dice.happens(0.5) ? aCommand(name, { departmentId: undefined, assigneeId }) : aCommand(name)
      }
      case 'transfer':
        return aCommand(name, { assigneeId: other(ticket.assignment ? [ticket.assignment.personId] : []) })
      case 'assist':
        return dice.happens(0.5)
          ? aCommand(name)
          : aCommand(name, { departmentId: undefined, assigneeId: other(busyWith(ticket)) })
      case 'hold':
        return aCommand(name, {
          ...awaited(dice.pick(holdReasons), dice.happens(0.5)),
          ...(dice.happens(0.5) ? {} : { until: now + dice.between(1, 400) * hour }),
        })
      case 'merge':
        return aCommand(name, { into: this.at(1 - which).id })
      case 'relate':
        return aCommand(name, { relatedTo: this.at(1 - which).id })
      case 'decline':
        return dice.happens(0.5) ? aCommand(name, { reason: 'thirdParty', thirdParty: aThirdParty }) : aCommand(name)
      case 'answerSurvey':
        return aCommand(name, {
          answers: dice.happens(0.3) ? { ...answers, reception: null, measures: null } : answers,
        })
      case 'recordCallback': {
        const { reception, measures, result, solved } = answers
        return aCommand(name, {
          result: dice.pick(['answered', 'unreached', 'refused'] as const),
          answers: { reception, measures, result, solved },
        })
      }
      case 'report':
        return aCommand(name, { stage: dice.pick(['first', 'special'] as const) })
      default:
        return aFittingCommand(name, ticket, actor, now)
    }
  }
}

/** The same at every seed. */
export const lifeOf = (seed: number, steps: number): Generator<Moment> => new Life(seed).moments(steps)

/** The events of a decision, each with the ticket as it was before it. */
export const eventsOf = ({ decision }: Pick<Moment, 'decision'>): readonly Recorded[] =>
  decision.ok ? decision.events : []
