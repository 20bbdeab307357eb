import type { DeadlineKind, Urgency } from '../../../types/vocabulary'
import { type Timer, isDeadline, timersOf } from '../deadline/timers'
import type { CompiledPolicy } from '../policy/compile/compile'
import type { Directory } from '../routing/directory'
import { type RouteReason, type RoutingInput, candidates, route } from '../routing/route'
import { factsOfFiling } from '../ticket/decide-filing'
import type { Filed, Recorded } from '../ticket/events'
import type { Ticket } from '../ticket/state'
import { WorkloadBook } from '../workload/book'
import { type Workload, urgencyWeight } from '../workload/workload'

/** A ticket of the past: what it has become, and the events that say who had it when. */
export interface PastTicket {
  readonly ticket: Ticket
  readonly filed: Filed
  /** Of the types in `replayedTypes`, in order. */
  readonly events: readonly Recorded[]
}

/** Events that move work between people, besides the filing. */
export const replayedTypes = [
  'assigned',
  'handedOver',
  'triaged',
  'reclassified',
  'closed',
  'reopened',
  'withdrawn',
  'declined',
  'merged',
  'mergeUndone',
] as const

/** Who a ticket went to when it was filed. */
export interface FirstAssignment {
  readonly personId: string | null
  readonly personName: string | null
  readonly route: RouteReason | null
}

/** One deadline before and after; null where there is none under that policy. Epoch ms. */
export interface DeadlineFate {
  readonly kind: DeadlineKind
  readonly cycle: number
  readonly dueBefore: number | null
  readonly dueAfter: number | null
  /** Years whose holidays are not announced yet and may still move `dueAfter` (D-SLA-21). */
  readonly unannouncedYears: readonly number[]
  readonly lateBefore: boolean
  readonly lateAfter: boolean
}

export interface TicketFate {
  readonly ticket: Ticket
  readonly before: FirstAssignment
  readonly after: FirstAssignment
  readonly deadlines: readonly DeadlineFate[]
}

export interface ReplayInput {
  /** In the order of filing; those filed before `from` only weigh on people, as they really did. */
  readonly past: readonly PastTicket[]
  /** Epoch ms. */
  readonly from: number
  /** The policy a ticket really ran under. */
  readonly recorded: (ticket: Ticket) => CompiledPolicy
  readonly changed: CompiledPolicy
  readonly directory: Directory
  /** When people were last given one of the tickets that are not among `past`, epoch ms by person. */
  readonly lastAssigned?: ReadonlyMap<string, number>
  /** Epoch ms: what is still open by then is as late as it is then. */
  readonly now: number
}

interface Moment {
  readonly at: number
  readonly index: number
  readonly recorded: Recorded | null
}

/** Filings and what moved work afterwards, over all tickets, in the order of time. */
function momentsOf(past: readonly PastTicket[]): readonly Moment[] {
  const moments: Moment[] = []
  for (const [index, { ticket, events }] of past.entries()) {
    moments.push({ at: ticket.filedAt, index, recorded: null })
    for (const recorded of events) {
      const routed = recorded.event.type === 'assigned' && recorded.event.cause === 'routed'
      if (!routed) moments.push({ at: recorded.at, index, recorded })
    }
  }
  return moments.sort(
    (one, other) =>
      one.at - other.at || one.index - other.index || (one.recorded?.seq ?? 0) - (other.recorded?.seq ?? 0),
  )
}

const nobody: FirstAssignment = { personId: null, personName: null, route: null }

const routedEvent = ({ events }: PastTicket): FirstAssignment => {
  for (const { event } of events)
    if (event.type === 'assigned' && event.cause === 'routed')
      return { personId: event.assignment.personId, personName: event.assignment.personName, route: event.route }
  return nobody
}

function routeAnew(input: Omit<RoutingInput, 'workloads'>, work: WorkloadBook): FirstAssignment {
  // As production does: with one to choose from, nobody asks what people carry.
  const workloads = candidates(input).length > 1 ? work.without(null) : nobodyCarries
  const { assignment, rule, why } = route({ ...input, workloads })
  return {
    personId: assignment?.personId ?? null,
    personName: assignment?.personName ?? null,
    route: { rule, why },
  }
}

const restOf = (lastAssigned: ReadonlyMap<string, number> = new Map()) =>
  new Map([...lastAssigned].map(([personId, at]) => [personId, { weight: 0, lastAssignedAt: at }] as const))

/** Who would have been given each ticket (D-RT-1, D-RT-2), people's later decisions staying as they were. */
function givenAnew({ past, from, changed: policy, directory, lastAssigned }: ReplayInput): readonly FirstAssignment[] {
  const work = new WorkloadBook(restOf(lastAssigned))
  const given = new Map<number, FirstAssignment>()
  const holders = new Map<number, { readonly personId: string | null; readonly since: number }>()
  const urgencies = new Map<number, Urgency>()
  for (const { at, index, recorded } of momentsOf(past)) {
    const one = past[index]
    if (!one) continue
    const { ticket, filed } = one
    if (recorded === null) {
      const facts = factsOfFiling(filed)
      const to = at < from ? routedEvent(one) : routeAnew({ policy, directory, facts, at }, work)
      given.set(index, to)
      holders.set(index, { personId: to.personId, since: at })
      urgencies.set(index, filed.urgency)
    } else {
      const { event } = recorded
      if (event.type === 'assigned' || event.type === 'handedOver')
        holders.set(index, { personId: event.assignment.personId, since: at })
      if (event.type === 'triaged' || event.type === 'reclassified') urgencies.set(index, event.urgency)
    }
    const open = recorded === null || !endings.has(recorded.event.type)
    const urgency = urgencies.get(index) ?? filed.urgency
    const { personId = null, since = at } = holders.get(index) ?? {}
    work.put({ ticketId: ticket.id, weight: open ? urgencyWeight[urgency] : 0, assignedAt: since }, personId)
  }
  return past.map((_, index) => given.get(index) ?? nobody)
}

const nobodyCarries: ReadonlyMap<string, Workload> = new Map()
const endings: ReadonlySet<string> = new Set(['closed', 'withdrawn', 'declined', 'merged'])

/** At the due instant itself the breach wins, as in production. */
const isLate = (timer: Timer, now: number): boolean => (timer.metAt ?? timer.endedAt ?? now) >= timer.dueAt

/** A quiet period is an end and no promise. */
const promisesOf = (ticket: Ticket, policy: CompiledPolicy): readonly (Timer & { kind: DeadlineKind })[] =>
  timersOf(ticket, policy).flatMap(timer => (isDeadline(timer) && timer.kind !== 'quiet' ? [timer] : []))

/** A rehearsal asks what the changed policy would have made of what is over, too. */
const anew = (ticket: Ticket): Ticket =>
  ticket.deadlineRuns.some(({ kept }) => kept !== undefined)
    ? { ...ticket, deadlineRuns: ticket.deadlineRuns.map(({ kept: _kept, ...run }) => run) }
    : ticket

function deadlineFates(ticket: Ticket, { recorded, changed, now }: ReplayInput): readonly DeadlineFate[] {
  const key = (timer: Timer): string => `${timer.kind}:${timer.cycle}`
  const after = new Map(promisesOf(anew(ticket), changed).map(timer => [key(timer), timer]))
  const fates: DeadlineFate[] = []
  const add = (
    before: (Timer & { kind: DeadlineKind }) | undefined,
    then: (Timer & { kind: DeadlineKind }) | undefined,
  ) => {
    const either = before ?? then
    if (!either) return
    fates.push({
      kind: either.kind,
      cycle: either.cycle,
      dueBefore: before?.dueAt ?? null,
      dueAfter: then?.dueAt ?? null,
      unannouncedYears: then?.unannouncedYears ?? [],
      lateBefore: before !== undefined && isLate(before, now),
      lateAfter: then !== undefined && isLate(then, now),
    })
  }
  for (const timer of promisesOf(ticket, recorded(ticket))) {
    add(timer, after.get(key(timer)))
    after.delete(key(timer))
  }
  for (const timer of after.values()) add(undefined, timer)
  return fates
}

/**
 * The past once more under another policy (D-RH-1): who would have been given each ticket, and which of the promises
 * kept or broken at the instants at which people really acted would have been late. Pure; the same input, the same answer.
 */
export function replayPast(input: ReplayInput): readonly TicketFate[] {
  const given = givenAnew(input)
  return input.past.flatMap((past, index) => {
    const { ticket } = past
    if (ticket.filedAt < input.from) return []
    const after = given[index] ?? nobody
    return [{ ticket, before: routedEvent(past), after, deadlines: deadlineFates(ticket, input) }]
  })
}

/** Whether a ticket would have fared differently. */
export const isDifferent = ({ before, after, deadlines }: TicketFate): boolean =>
  before.personId !== after.personId || deadlines.some(({ dueBefore, dueAfter }) => dueBefore !== dueAfter)

/** Sums over tickets, as they were and as they would have been. */
export interface FateTotals {
  readonly filed: number
  /** Tickets with at least one late deadline. */
  readonly late: number
  readonly lateCompletions: number
  /** Late deadlines. */
  readonly breaches: number
  readonly triaged: number
}

export function sumOf(fates: readonly TicketFate[], side: 'before' | 'after'): FateTotals {
  const sum = { filed: fates.length, late: 0, lateCompletions: 0, breaches: 0, triaged: 0 }
  for (const fate of fates) {
    const late = fate.deadlines.filter(deadline => (side === 'before' ? deadline.lateBefore : deadline.lateAfter))
    sum.late += late.length > 0 ? 1 : 0
    sum.lateCompletions += late.some(({ kind }) => kind === 'completion') ? 1 : 0
    sum.breaches += late.length
    sum.triaged += fate[side].personId === null ? 1 : 0
  }
  return sum
}
