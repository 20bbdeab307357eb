import { type Actor, clockActor } from '../domain/access/actor'
import { startOfMonth } from '../domain/calendar/zone'
import { classified } from '../domain/classification/propose'
import { effectsOf } from '../domain/effects/effects'
import type { Notice } from '../domain/effects/notices'
import { type CompiledPolicy, compilePolicy } from '../domain/policy/compile/compile'
import { DueQueue } from '../domain/rehearsal/due-queue'
import { specialOf } from '../domain/policy/model/special'
import { WorkloadBook } from '../domain/workload/book'
import type { Refusal } from '../domain/refusal'
import type { Directory } from '../domain/routing/directory'
import type { Settled, TicketCommand } from '../domain/ticket/commands'
import { decide, rowOf } from '../domain/ticket/decide'
import { activeComplainants, complainantKey } from '../domain/ticket/complainants'
import type { DecideContext } from '../domain/ticket/decision'
import type { Filed, Recorded } from '../domain/ticket/events'
import { permit, transitionOf } from '../domain/access/permit'
import { postOf } from '../domain/ticket/decide-outside'
import { followUpOf, partnerOf, targetOf } from '../domain/ticket/decide-merge'
import type { Ticket } from '../domain/ticket/state'
import { Cast, center, directoryOf } from './cast'
import { Hotspots } from './hotspots'
import { type Scenario, type ScenarioFiling, type ScenarioStep, isRecorded } from './scenario'

export interface Refused {
  /** Place in the file, from 0. */
  readonly step: number
  readonly refusal: Refusal
}

/** What came of a scenario. */
export interface Run {
  readonly policy: CompiledPolicy
  /** In the order of their filing. */
  readonly tickets: ReadonlyMap<string, Ticket>
  readonly refused: readonly Refused[]
  /** How many steps come after the end. */
  readonly notPlayed: number
  readonly log: readonly Logged[]
}

export interface Logged {
  readonly ticket: string
  readonly recorded: Recorded
  /** Whom production would write to of it. */
  readonly told: readonly string[]
}

/** What somebody says of a matter put right on the spot; no clock and no route depends on the words (D-IN-8). */
const settled: Settled = {
  summary: '演练',
  cause: { factor: 'method' },
  verdict: 'substantiated',
  responsibleParty: 'own',
  result: 5,
}

const never: Refusal = { code: 'notFound', message: '没有找到' }

/**
 * Lives a scenario through on the domain code of production: commands by `decide`, what follows from them by
 * `effectsOf`, and in between everything that happens by itself, each at its own instant (D-RH-1). Deterministic; knows
 * no clock and no database.
 */
export function run(scenario: Scenario): Run {
  return new Rehearsal(scenario).play()
}

function toldOf({ seq }: Recorded, notices: readonly Notice[]): readonly string[] {
  const told: string[] = []
  for (const notice of notices) if (notice.seq === seq) told.push(notice.personId)
  return told
}

const monthOf = (at: number, key: string): string => `${startOfMonth(at)} ${key}`

class Rehearsal {
  private readonly policy: CompiledPolicy
  private readonly directory: Directory
  private readonly cast: Cast
  private readonly work = new WorkloadBook()
  private readonly due = new DueQueue<string>()
  private readonly tickets = new Map<string, Ticket>()
  private readonly hotspots: Hotspots
  private readonly order = new Map<string, number>()
  /** By ticket, the one instant at which it is waited for (epoch ms). */
  private readonly comesUpAt = new Map<string, number>()
  /** How often each complainant has been asked in a month; a scenario knows no households (D-CB-12). */
  private readonly asked = new Map<string, number>()
  private readonly refused: Refused[] = []
  private readonly log: Logged[] = []

  constructor(private readonly scenario: Scenario) {
    this.policy = compilePolicy(scenario.policy, 1)
    this.directory = directoryOf(scenario.staff)
    this.cast = new Cast(this.directory)
    this.hotspots = new Hotspots(specialOf(scenario.policy), this.tickets)
  }

  play(): Run {
    for (const step of this.scenario.steps) {
      if (step.at > this.scenario.until) break
      this.passTime(step.at)
      const refusal =
        step.does.what === 'file' ? this.file(step, step.does.filing) : this.command(step, step.does.command)
      if (refusal) this.refused.push({ step: step.index, refusal })
    }
    this.passTime(this.scenario.until)
    const { policy, tickets, refused, log } = this
    const { steps, until } = this.scenario
    return { policy, tickets, refused, log, notPlayed: steps.filter(step => step.at > until).length }
  }

  /** Everything that happens by itself up to and at an instant. */
  private passTime(until: number): void {
    for (let next = this.due.peek(); next && next.at <= until; next = this.due.peek()) {
      this.due.pop()
      const ticket = this.tickets.get(next.item)
      // Where the ticket has moved on since, it comes up at another instant, at which it is queued as well.
      if (this.comesUpAt.get(next.item) !== next.at || !ticket) continue
      this.comesUpAt.delete(next.item)
      this.apply(next.item, ticket, { command: 'fireDue' }, clockActor, next.at)
    }
  }

  private askedEnough(ticket: Ticket | null, now: number): ReadonlySet<string> | undefined {
    const most = this.policy.policy.survey.mostPerHouseholdAMonth
    if (ticket === null || most === undefined) return undefined
    const keys = activeComplainants(ticket).map(complainantKey)
    return new Set(keys.filter(key => (this.asked.get(monthOf(now, key)) ?? 0) >= most))
  }

  private noteAsked({ event, at }: Recorded): void {
    if (event.type !== 'callbackStarted' && event.type !== 'joined') return
    for (const key of event.asked) this.asked.set(monthOf(at, key), (this.asked.get(monthOf(at, key)) ?? 0) + 1)
  }

  private context(before: Ticket | null, actor: Actor, now: number, target: DecideContext['target']): DecideContext {
    return {
      now,
      actor,
      policy: this.policy,
      directory: this.directory,
      workloads: this.work.without(before?.id ?? null),
      phoneKnown: true,
      target,
      askedEnough: this.askedEnough(before, now),
    }
  }

  private apply(
    name: string,
    before: Ticket | null,
    command: TicketCommand,
    actor: Actor,
    now: number,
    target: DecideContext['target'] = null,
  ): Refusal | null {
    const decision = decide(before, command, this.context(before, actor, now, target))
    if (!decision.ok) return decision.refusal
    const { ticket: after, events } = decision
    if (events.length === 0) return null
    const { policy, directory } = this
    const { timers, notices } = effectsOf({ before, events, after, directory, policy, policyBefore: policy })
    this.tickets.set(name, after)
    this.work.note(after)
    for (const recorded of events) {
      this.log.push({ ticket: name, recorded, told: toldOf(recorded, notices.notices) })
      this.noteAsked(recorded)
    }
    const order = this.order.get(name) ?? this.order.size
    this.order.set(name, order)
    const at = timers.comesUpAt
    if (at === null) this.comesUpAt.delete(name)
    else if (at !== this.comesUpAt.get(name)) {
      this.comesUpAt.set(name, at)
      this.due.push({ at, order, item: name })
    }
    return null
  }

  private file(step: ScenarioStep, filing: ScenarioFiling): Refusal | null {
    const { ticket, at } = step
    const filed = this.filed(step, filing)
    const actor = this.cast.named(filed.recordedBy ?? filed.filerId ?? 'anybody', filed.centerId)
    const joined = filing.joins === undefined ? undefined : this.tickets.get(filing.joins)
    const into = joined ? { into: targetOf(joined) } : {}
    const command = { command: 'file', filing: filed, settled: filing.settled ? settled : undefined, ...into } as const
    const refusal = this.carryOut(ticket, null, command, actor, at, null)
    if (!refusal) this.noteHotspot(ticket, at)
    return refusal
  }

  /** As production does once a filing stands: on the ticket, or on what it goes on with (D-SP-2). */
  private noteHotspot(name: string, at: number): void {
    const filed = this.tickets.get(name)
    const hot = filed ? this.hotspots.after(name, filed) : null
    const ticket = hot && this.tickets.get(hot.name)
    if (ticket) this.apply(hot.name, ticket, hot.command, clockActor, at)
  }

  private filed({ ticket, at, by }: ScenarioStep, given: ScenarioFiling): Omit<Filed, 'type'> {
    const category = given.category ?? 'other'
    const known = this.policy.category(category)
    const kind = given.kind ?? 'complaint'
    const channel = given.channel ?? 'miniProgram'
    const byStaff = by !== null && this.cast.isStaff(by)
    const recordedBy =
      given.recordedBy !== undefined
        ? given.recordedBy
        : byStaff
          ? by
          : isRecorded(channel)
            ? this.cast.recorder()
            : null
    const filer = recordedBy === null ? (by ?? `the resident of ${ticket}`) : null
    const anonymous = given.anonymous ?? false
    return {
      ticketId: ticket,
      centerId: given.center ?? center,
      number: ticket,
      kind,
      category,
      ...classified({ kind, category, urgency: given.urgency ?? null, text: given.text ?? '' }, this.policy),
      channel,
      placeId: given.place ?? null,
      placeName: given.place ?? given.building ?? '',
      buildingId: given.building ?? null,
      text: given.text ?? '',
      expectation: given.expectation ?? null,
      media: [],
      anonymous,
      hideIdentity: anonymous || known?.neighbourDispute === true,
      filerId: given.filer === undefined ? filer : given.filer,
      recordedBy,
      relation: null,
      mood: null,
      occurredAt: null,
      reachable: given.reachable ?? true,
      callbackDeclined: given.callbackDeclined ?? false,
      policyVersion: 1,
      ...(given.placePath === undefined ? {} : { placePath: given.placePath }),
      ...(given.keyCustomer === undefined ? {} : { keyCustomer: given.keyCustomer }),
      ...(given.post === undefined ? {} : { post: postOf(given.post, [], at) }),
      ...(given.fromHeadOffice ? { fromHeadOffice: true as const } : {}),
    }
  }

  private command({ ticket: name, at, by }: ScenarioStep, command: TicketCommand): Refusal | null {
    const ticket = this.tickets.get(name)
    if (!ticket) return never
    const target = this.target(command, ticket)
    if (by !== null) return this.carryOut(name, ticket, command, this.cast.named(by, ticket.centerId), at, target)
    // Whoever may do it does; when nobody may, the one who comes closest is told why.
    let closest: Refusal | null = null
    const row = rowOf(command)
    for (const actor of this.cast.around(ticket)) {
      // Time has passed up to this instant, so nothing is left to settle that could change what is allowed.
      const barred =
        row && permit(row, { ticket, actor, policy: this.policy, directory: this.directory, phoneKnown: true, now: at })
      const refusal = barred ?? this.carryOut(name, ticket, command, actor, at, target)
      if (!refusal) return null
      // Whoever is told of the state comes as close as anybody can: in this one nobody may.
      if (row && refusal.code === 'wrongState' && !transitionOf(row).from.includes(ticket.state)) return refusal
      if (closest === null || (closest.code === 'notFound' && refusal.code !== 'notFound')) closest = refusal
      else if (closest.code === 'forbidden' && refusal.code !== 'notFound') closest = refusal
    }
    return closest ?? never
  }

  private carryOut(
    name: string,
    ticket: Ticket | null,
    command: TicketCommand,
    actor: Actor,
    at: number,
    target: DecideContext['target'],
  ): Refusal | null {
    const refusal = this.apply(name, ticket, command, actor, at, target)
    const after = this.tickets.get(name)
    // D-IN-6: the other ticket is told in the same breath.
    const next = refusal || !after ? null : followUpOf(command, ticket, after)
    const other = next && this.tickets.get(next.ticketId)
    if (other) this.apply(next.ticketId, other, next.command, clockActor, at)
    return refusal
  }

  private target(command: TicketCommand, ticket: Ticket): DecideContext['target'] {
    const partner = this.tickets.get(partnerOf(command, ticket) ?? '')
    return partner ? targetOf(partner) : null
  }
}
