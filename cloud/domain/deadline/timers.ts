import { listOf } from '../../../types/list-of'
import type { DeadlineKind, HoldReason } from '../../../types/vocabulary'
import { type Pause, type Schedule, scheduleOf } from '../calendar/due'
import { type CompiledPolicy, type Facts, conditionHolds } from '../policy/compile/compile'
import type { DeadlineRule } from '../policy/model/policy'
import { filerOf } from '../ticket/complainants'
import type { Hold, Ticket } from '../ticket/state'
import { pausesOf, waitedFor } from './pauses'
import { type DeadlineRun, isRunning } from './runs'
import { type Step, isSameStep } from './steps'

/** Something that will happen by itself at an instant (epoch ms). */
export interface TimerStep {
  readonly at: number
  readonly does: Step
}

/** Timers beside the deadlines: the end of a hold and the reminder of a survey. */
export type TimerKind = DeadlineKind | 'holdEnd' | 'surveyReminder'

/** One run of a deadline with everything that follows from it; what the store keeps as a row. Times in epoch ms. */
export interface Timer {
  readonly kind: TimerKind
  readonly cycle: number
  readonly startedAt: number
  readonly dueAt: number
  readonly metAt: number | null
  readonly endedAt: number | null
  readonly heldSeconds: number
  readonly breachedAt: number | null
  /** Years between start and due time whose holidays are not announced yet: the due time may still move (D-SLA-21). */
  readonly unannouncedYears: readonly number[]
  /** Not yet carried out, earliest first; empty once met or ended. */
  readonly pending: readonly TimerStep[]
}

/** A place without its path: itself and its building. */
export const placesOf = (place: {
  readonly placeId: string | null
  readonly buildingId: string | null
}): readonly string[] => [place.placeId, place.buildingId].filter(id => id !== null)

export const factsOf = (ticket: Ticket): Facts => ({
  kind: ticket.kind,
  urgency: ticket.urgency,
  severity: ticket.severity,
  channel: ticket.channel,
  category: ticket.category,
  buildingId: ticket.buildingId,
  placeIds: ticket.placePath ?? placesOf(ticket),
  centerId: ticket.centerId,
  anonymous: filerOf(ticket).anonymous,
  keyCustomer: ticket.keyCustomer ?? false,
})

/** The first rule of a kind that fits, as things were when its run started (epoch ms), and for what it waited since. */
const ruleFor = (
  kind: DeadlineKind,
  facts: Facts,
  at: number,
  policy: CompiledPolicy,
  waited: readonly HoldReason[] = [],
): DeadlineRule | undefined =>
  policy
    .deadlineRules(kind)
    .find(
      rule =>
        (rule.waitingFor === undefined || listOf(rule.waitingFor).some(reason => waited.includes(reason))) &&
        conditionHolds(rule.when, facts, at, policy),
    )

/** What a run is counted by: the rule, with the hours of its own where it has some (D-RT-5). */
const countedBy = (rule: DeadlineRule, { hours }: DeadlineRun): DeadlineRule =>
  hours === undefined ? rule : { ...rule, target: { hours } }

const scheduleBy = (rule: DeadlineRule, run: DeadlineRun, pauses: readonly Pause[], policy: CompiledPolicy): Schedule =>
  scheduleOf(policy.calendar(rule.calendar), rule.target, run.startedAt, pauses)

/**
 * The rule that a run goes by, as the ticket was classified while it ran. Rules for a time of waiting (D-SLA-7) apply
 * to a run in which such a hold began before it was due: one that begins later moves nothing, the breach stands.
 */
export function ruleOf(run: DeadlineRun, ticket: Ticket, policy: CompiledPolicy): DeadlineRule | undefined {
  return ruleAmong(run, factsOf(ticket), ticket.holds, policy)
}

function ruleAmong(run: DeadlineRun, now: Facts, holds: readonly Hold[], policy: CompiledPolicy) {
  const { kind, startedAt } = run
  const stoppedAt = run.metAt ?? run.endedAt
  const facts = run.stoppedAs ? { ...now, ...run.stoppedAs } : now
  const usual = ruleFor(kind, facts, startedAt, policy)
  if (run.waitsFor !== undefined) return ruleFor(kind, facts, startedAt, policy, [run.waitsFor])
  if (holds.length === 0 || policy.deadlineRules(kind).every(rule => rule.waitingFor === undefined)) return usual
  const dueAt = usual
    ? scheduleBy(countedBy(usual, run), run, pausesOf(kind, holds, stoppedAt), policy).dueAt
    : Number.POSITIVE_INFINITY
  return ruleFor(kind, facts, startedAt, policy, waitedFor(holds, startedAt, Math.min(dueAt, stoppedAt ?? dueAt)))
}

/** What a rule makes happen, each at its share of the open time. */
interface RuleStep {
  readonly share: number
  readonly does: Step
}

const stepsByRule = new WeakMap<DeadlineRule, readonly RuleStep[]>()

function stepsOf(rule: DeadlineRule): readonly RuleStep[] {
  const steps = stepsByRule.get(rule) ?? listSteps(rule)
  stepsByRule.set(rule, steps)
  return steps
}

const listSteps = (rule: DeadlineRule): readonly RuleStep[] => {
  if (rule.kind === 'quiet') return [{ share: 1, does: { what: 'endQuietPeriod' } }]
  return [
    ...(rule.warn ?? []).map(share => ({ share, does: { what: 'warn', share } as const })),
    { share: 1, does: { what: 'breach' } },
    ...(rule.escalate ?? []).map(({ at, to }, index) => ({
      share: at,
      does: { what: 'escalate', level: index + 1, to } as const,
    })),
    // D-RT-3: last of what falls on that instant, so that whoever is told of the breach is told of it first.
    ...(rule.kind === 'accept' ? [{ share: 1, does: { what: 'reassign' } } as const] : []),
  ]
}

const hasFired = ({ fired }: DeadlineRun, does: Step): boolean => fired.some(step => isSameStep(step, does))

const breachOf = ({ fired }: DeadlineRun): number | null => fired.find(({ what }) => what === 'breach')?.dueAt ?? null

const computeTimer = (run: DeadlineRun, facts: Facts, holds: readonly Hold[], policy: CompiledPolicy): Timer | null => {
  const { kind, cycle, startedAt, metAt, endedAt } = run
  const breachedAt = breachOf(run)
  if (run.kept && !isRunning(run))
    return { kind, cycle, startedAt, metAt, endedAt, breachedAt, unannouncedYears: [], ...run.kept, pending: [] }
  const configured = ruleAmong(run, facts, holds, policy)
  if (!configured) return null
  const rule = countedBy(configured, run)
  const calendar = policy.calendar(rule.calendar)
  const schedule = scheduleBy(rule, run, pausesOf(kind, holds, metAt ?? endedAt), policy)
  const pending = isRunning(run)
    ? stepsOf(configured)
        .filter(({ does }) => !hasFired(run, does))
        // Only of what has still to happen: reckoning an instant on the calendar is what costs.
        .map(({ share, does }): TimerStep => ({ at: schedule.at(share), does }))
        // Stable: a breach stays before the level it alarms at the same instant.
        .sort((one, other) => one.at - other.at)
    : []
  return {
    kind,
    cycle,
    startedAt,
    dueAt: schedule.dueAt,
    metAt,
    endedAt,
    heldSeconds: schedule.heldSeconds,
    breachedAt,
    unannouncedYears: calendar.uncoveredYears(startedAt, schedule.dueAt),
    pending,
  }
}

/** What a run's timer follows from besides the run and the policy; all else never changes within a ticket. */
interface Basis {
  readonly category: string
  readonly urgency: Facts['urgency']
  readonly severity: Facts['severity']
}

const sameBasis = (one: Basis, other: Basis): boolean =>
  one.category === other.category && one.urgency === other.urgency && one.severity === other.severity

interface BasisAndHolds extends Basis {
  readonly holds: Ticket['holds']
}

/** What has stopped goes by how the ticket was classified then, and by the holds before: nothing changes it any more. */
const leavesAlone = (run: DeadlineRun, one: BasisAndHolds, other: BasisAndHolds): boolean =>
  run.stoppedAs !== null || (one.holds === other.holds && sameBasis(one, other))

/** A timer with what it was computed from. */
interface Reckoned extends BasisAndHolds {
  readonly run: DeadlineRun
  readonly policy: CompiledPolicy
  readonly timer: Timer | null
}

/** What was computed of a ticket's runs, by their place among them. */
type Memory = (Reckoned | undefined)[]
const memories = new WeakMap<readonly DeadlineRun[], Memory>()

/** Kept with the list of runs, which most events leave as it is, and not with each run: one look-up for all of them. */
function memoryOf({ deadlineRuns }: Ticket): Memory {
  const known = memories.get(deadlineRuns)
  if (known) return known
  const made: Memory = []
  memories.set(deadlineRuns, made)
  return made
}

/**
 * Most events only note a step of a run or stop it. Where all else is as it was, the timer follows from the one before
 * without asking the calendar again. undefined: it has to be computed.
 */
function timerAfter(was: Reckoned, run: DeadlineRun, ticket: Ticket) {
  const { timer, run: previous } = was
  const sameRun = previous.kind === run.kind && previous.cycle === run.cycle && previous.startedAt === run.startedAt
  if (timer === null || !sameRun || !isRunning(previous) || run.kept) return undefined
  const { metAt, endedAt, stoppedAs } = run
  if (stoppedAs === null) {
    if (!leavesAlone(run, was, ticket)) return undefined
    const pending = timer.pending.filter(({ does }) => !hasFired(run, does))
    return { ...timer, breachedAt: breachOf(run), pending }
  }
  // A hold that lasts counts to its planned end while the run goes on, and to the stop afterwards.
  if (ticket.holds.length > 0 || !sameBasis(was, stoppedAs)) return undefined
  return { ...timer, metAt, endedAt, breachedAt: breachOf(run), pending: [] }
}

const fits = (known: Reckoned | undefined, run: DeadlineRun, ticket: Ticket, policy: CompiledPolicy) =>
  known?.run === run && known.policy === policy && leavesAlone(run, known, ticket)

/**
 * The timer of the run at a place among the ticket's runs, computed once. Most events leave most runs of a ticket alone,
 * and one decision asks for all of them several times over.
 * @param memory of the ticket
 * @param earlier the memory of the state before, if known: saves the reckoning where little has changed
 */
function timerAt(
  index: number,
  run: DeadlineRun,
  ticket: Ticket,
  facts: () => Facts,
  policy: CompiledPolicy,
  memory: Memory,
  earlier: Memory | undefined,
): Timer | null {
  const known = memory[index]
  if (known && fits(known, run, ticket, policy)) return known.timer
  const was = earlier?.[index]
  if (was && fits(was, run, ticket, policy)) {
    memory[index] = was
    return was.timer
  }
  const { category, urgency, severity, holds } = ticket
  const timer =
    (was?.policy === policy ? timerAfter(was, run, ticket) : undefined) ?? computeTimer(run, facts(), holds, policy)
  memory[index] = { run, policy, holds, category, urgency, severity, timer }
  return timer
}

const single = (kind: TimerKind, cycle: number, startedAt: number, at: number, step: TimerStep): Timer => ({
  kind,
  cycle,
  startedAt,
  dueAt: at,
  metAt: null,
  endedAt: null,
  heldSeconds: 0,
  breachedAt: null,
  unannouncedYears: [],
  pending: [step],
})

const dayMs = 86_400_000

/** Everything of a ticket that has a due time, from its events alone: same events + same policy = same times (D-SLA-17). */
export const timersOf = (ticket: Ticket, policy: CompiledPolicy): readonly Timer[] =>
  timersAmong(ticket, policy, () => true)

/**
 * As `timersOf`, without the runs that have stopped: all that can still do something.
 * @param before the ticket as it was, if known: what was computed of it is used again
 */
export const runningTimersOf = (ticket: Ticket, policy: CompiledPolicy, before?: Ticket): readonly Timer[] =>
  timersAmong(ticket, policy, isRunning, before)

function timersAmong(
  ticket: Ticket,
  policy: CompiledPolicy,
  counts: (run: DeadlineRun) => boolean,
  before?: Ticket,
): readonly Timer[] {
  const facts = once(() => factsOf(ticket))
  const memory = memoryOf(ticket)
  const earlier = before && memoryOf(before)
  const timers: Timer[] = []
  for (const [index, run] of ticket.deadlineRuns.entries()) {
    const timer = counts(run) ? timerAt(index, run, ticket, facts, policy, memory, earlier) : null
    if (timer) timers.push(timer)
  }
  addSingle(timers, ticket, policy)
  return timers
}

/** Timers of two states of a ticket. */
export interface TimersOfTwo {
  /** Of the state before, and of the state after; without those that are surely the same in both. */
  readonly old: readonly Timer[]
  readonly timers: readonly Timer[]
  /** As `runningTimersOf` the state after. */
  readonly running: readonly Timer[]
}

/** Timers of two states under the same policy, each looked up once: what a decision has left alone is not compared. */
export function timersOfTwo(before: Ticket | null, after: Ticket, policy: CompiledPolicy): TimersOfTwo {
  const facts = once(() => factsOf(after))
  const factsBefore = once(() => factsOf(before ?? after))
  const old: Timer[] = []
  const timers: Timer[] = []
  const running: Timer[] = []
  const memory = memoryOf(after)
  const earlier = before ? memoryOf(before) : undefined
  const count = Math.max(before?.deadlineRuns.length ?? 0, after.deadlineRuns.length)
  for (let index = 0; index < count; index += 1) {
    const was = before?.deadlineRuns[index]
    const run = after.deadlineRuns[index]
    const alone = before !== null && run !== undefined && run === was && leavesAlone(run, before, after)
    if (before && earlier && was && !alone) {
      const timer = timerAt(index, was, before, factsBefore, policy, earlier, undefined)
      if (timer) old.push(timer)
    }
    if (!run || (alone && !isRunning(run))) continue
    const timer = timerAt(index, run, after, facts, policy, memory, earlier)
    if (!timer) continue
    if (!alone) timers.push(timer)
    if (isRunning(run)) running.push(timer)
  }
  if (before) addSingle(old, before, policy)
  addSingle(timers, after, policy)
  addSingle(running, after, policy)
  return { old, timers, running }
}

/** Made when it is first asked for: mostly every timer is known already. */
const once = <T extends object>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}

/** The end of a hold and the reminder of a survey, which no run stands for. */
function addSingle(timers: Timer[], ticket: Ticket, policy: CompiledPolicy): void {
  if (ticket.state === 'onHold') {
    const { from, until } = ticket.hold
    timers.push(single('holdEnd', ticket.holds.length, from, until, { at: until, does: { what: 'resume' } }))
  }
  if (ticket.state === 'callback' && !ticket.round.reminded) {
    const { startedAt, round } = ticket.round
    const at = startedAt + policy.policy.survey.remindAfterDays * dayMs // D-CB-1
    timers.push(single('surveyReminder', round, startedAt, at, { at, does: { what: 'remind' } }))
  }
}

/** The next instant at which something happens by itself; null when nothing will. */
export const nextFireAt = (timer: Timer): number | null => timer.pending[0]?.at ?? null

/** Whether a timer is a promise to somebody, and so shown, sorted by and counted as late. */
export const isDeadline = (timer: Timer): timer is Timer & { kind: DeadlineKind } =>
  timer.kind !== 'holdEnd' && timer.kind !== 'surveyReminder'

/** The running promise that runs out first: what a worklist sorts by. A quiet period is an end and no promise. */
export function nextDue(timers: readonly Timer[]): (Timer & { kind: DeadlineKind }) | null {
  let next: (Timer & { kind: DeadlineKind }) | null = null
  for (const timer of timers) {
    if (!isDeadline(timer) || timer.kind === 'quiet' || timer.metAt !== null || timer.endedAt !== null) continue
    if (next === null || timer.dueAt < next.dueAt) next = timer
  }
  return next
}
