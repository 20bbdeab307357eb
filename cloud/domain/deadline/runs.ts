import type { DeadlineKind, HoldReason } from '../../../types/vocabulary'
import type { Classification, EventType } from '../ticket/events'
import { type RunInput, type RunRule, over, reportKinds, runRules } from './run-rules'
import type { Fired } from './steps'

export type { RunInput } from './run-rules'

/** One run of one deadline. Due times are not stored here: they follow from this, the holds and the policy (D-SLA-17). */
export interface DeadlineRun {
  readonly kind: DeadlineKind
  readonly cycle: number
  readonly startedAt: number
  readonly metAt: number | null
  /** Needed no longer, without having been met. */
  readonly endedAt: number | null
  readonly fired: readonly Fired[]
  /**
   * What the ticket was classified as when the run stopped; null while it runs. A later correction recomputes what
   * is still running and leaves the record of what is over alone (D-SLA-17).
   */
  readonly stoppedAs: Classification | null
  /** Had stopped when another policy was applied, and keeps the due time it had (D-SLA-17). */
  readonly kept?: { readonly dueAt: number; readonly heldSeconds: number }
  /** Open hours set for this very run in place of the policy's target (D-RT-5). */
  readonly hours?: number
  /** What the matter waits for though it is on no hold: it was declined and is followed on (D-SP-6). */
  readonly waitsFor?: HoldReason
}

type Runs = readonly DeadlineRun[]

export const isRunning = (run: DeadlineRun): boolean => run.metAt === null && run.endedAt === null

const started = (kind: DeadlineKind, cycle: number, startedAt: number): DeadlineRun => ({
  kind,
  cycle,
  startedAt,
  metAt: null,
  endedAt: null,
  fired: [],
  stoppedAs: null,
})

/** It had stopped for a reason that no longer holds: it runs on from its own start, as if it had never stopped. */
const runningOn = ({ kept: _kept, ...run }: DeadlineRun): DeadlineRun => ({
  ...run,
  metAt: null,
  endedAt: null,
  stoppedAs: null,
})

/** D-SP-6: each period of news about a third party is as long as the one before. */
const waiting = (run: DeadlineRun, { event }: RunInput, runs: Runs): DeadlineRun => {
  if (run.kind !== 'progress') return run
  // Taken up again it is our own matter, with the usual periods.
  const goesOn = event.type !== 'accepted' && lastOf('progress', runs)?.waitsFor !== undefined
  return event.type === 'declined' || goesOn ? { ...run, waitsFor: 'awaitingThirdParty' } : run
}

const lastOf = (kind: DeadlineKind, runs: Runs): DeadlineRun | undefined =>
  [...runs].reverse().find(run => run.kind === kind)

/**
 * Whether an event that starts a deadline does so now. The progress deadline runs only while somebody works on it, not
 * from the front desk's reply before that; and what has been accepted need not be accepted again by whom it is handed
 * over to.
 */
const mayStart = (kind: DeadlineKind, { event }: RunInput, runs: Runs): boolean => {
  const alreadyRuns = () => runs.some(run => run.kind === kind && isRunning(run))
  if (kind === 'accept') return event.type !== 'handedOver' || alreadyRuns()
  // Known to be one only afterwards, it owes its special report from then on; before the work is done, none yet.
  if (kind === 'majorSpecialReport' || kind === 'hotSpecialReport')
    return event.type === 'completed' || lastOf('completion', runs)?.metAt !== null
  return (
    kind !== 'progress' ||
    event.type === 'accepted' ||
    event.type === 'verificationRejected' ||
    event.type === 'declined' ||
    alreadyRuns()
  )
}

/** Kinds of which several run side by side, numbered as the orders they belong to (D-RT-5, D-SLA-14, D-SLA-20). */
function advanceNumbered(runs: Runs, input: RunInput): Runs {
  const { event, at, classification } = input
  /** Stops one of a kind by its number, or all of it that runs. */
  const stop = (
    kind: 'assist' | 'supervision',
    stopped: Pick<DeadlineRun, 'metAt'> | Pick<DeadlineRun, 'endedAt'>,
    which: number | null,
  ) =>
    runs.map(run =>
      run.kind === kind && isRunning(run) && (which === null || run.cycle === which)
        ? { ...run, ...stopped, stoppedAs: classification }
        : run,
    )
  switch (event.type) {
    case 'assistAsked': {
      const hours = event.hours === null ? {} : { hours: event.hours }
      return [...runs, { ...started('assist', event.assist, at), ...hours }]
    }
    case 'assistFinished':
      return stop('assist', { metAt: at }, event.assist)
    case 'assistCancelled':
      return stop('assist', { endedAt: at }, event.assist)
    case 'supervised':
      return [...runs, started('supervision', event.order, at)]
    case 'supervisionAnswered':
      return stop('supervision', { metAt: at }, event.order)
    default:
      if (!over.holds(input)) return runs
      return runs.map(run =>
        (run.kind === 'assist' || run.kind === 'supervision') && isRunning(run)
          ? { ...run, endedAt: at, stoppedAs: classification }
          : run,
      )
  }
}

/** What the clock itself has recorded: a step of one run that has been carried out (D-SLA-18). */
function firedBy({ event, at }: RunInput): { kind: DeadlineKind; cycle: number; fired: Fired } | null {
  switch (event.type) {
    case 'warned':
      return {
        kind: event.deadline,
        cycle: event.cycle,
        fired: { what: 'warn', share: event.share, dueAt: event.dueAt, at },
      }
    case 'breached':
      return { kind: event.deadline, cycle: event.cycle, fired: { what: 'breach', dueAt: event.dueAt, at } }
    case 'deadlineEscalated': {
      const { level, to, dueAt } = event
      return { kind: event.deadline, cycle: event.cycle, fired: { what: 'escalate', level, to, dueAt, at } }
    }
    case 'unaccepted':
      return { kind: 'accept', cycle: event.cycle, fired: { what: 'reassign', dueAt: event.dueAt, at } }
    default:
      return null
  }
}

const ruledKinds = Object.entries(runRules) as [DeadlineKind, RunRule][]
const noRules: typeof ruledKinds = []

/** By type of event, in the order of the table: the rules that it can do anything to. Most events are for one or two. */
const rulesOn = new Map<EventType, [DeadlineKind, RunRule][]>()
for (const ruled of ruledKinds) {
  const [, { starts, meets, ends }] = ruled
  for (const type of new Set([starts, meets, ends].flatMap(({ events }) => events)))
    rulesOn.set(type, [...(rulesOn.get(type) ?? noRules), ruled])
}

/** The runs after an event. Pure: same events, same runs (D-SLA-17). */
export function advanceRuns(runs: Runs, input: RunInput): Runs {
  const { at, event } = input
  const stoppedAs = input.classification
  const note = firedBy(input)
  if (note)
    return runs.map(run =>
      run.kind === note.kind && run.cycle === note.cycle ? { ...run, fired: [...run.fired, note.fired] } : run,
    )
  if (event.type === 'policyApplied')
    return runs.map(run => {
      const kept = event.kept.find(({ deadline, cycle }) => run.kind === deadline && run.cycle === cycle)
      return kept ? { ...run, kept: { dueAt: kept.dueAt, heldSeconds: kept.heldSeconds } } : run
    })
  let next = advanceNumbered(runs, input)
  if (event.type === 'verificationRejected') next = withoutCompletion(next)
  for (const [kind, rule] of rulesOn.get(event.type) ?? noRules) {
    const starting = rule.starts.holds(input) && mayStart(kind, input, next)
    const meets = rule.meets.holds(input)
    // Clocks that nothing happens to stay the very same, so that what was computed of them still holds.
    if ((meets || rule.ends.holds(input)) && next.some(run => run.kind === kind && isRunning(run)))
      next = next.map(run =>
        run.kind === kind && isRunning(run) ? { ...run, stoppedAs, ...(meets ? { metAt: at } : { endedAt: at }) } : run,
      )
    if (!starting || next.some(run => run.kind === kind && isRunning(run))) continue
    const before = reportKinds.includes(kind) ? lastOf(kind, next) : undefined
    if (before !== undefined && before.endedAt !== null) {
      next = next.map(run => (run === before ? runningOn(run) : run))
      continue
    }
    const fresh = waiting(started(kind, next.filter(run => run.kind === kind).length + 1, at), input, next)
    // Only a filing can meet what it starts: it was recorded by somebody of staff.
    next = [...next, meets && event.type === 'filed' ? { ...fresh, metAt: at, stoppedAs } : fresh]
  }
  return next
}

/**
 * D-CL-6, D-SLA-8: a completion that failed verification was none. Its deadline has never stopped, nor has that of
 * organising an investigation which the completion had made needless.
 */
function withoutCompletion(runs: Runs): Runs {
  const latest = lastOf('completion', runs)
  if (!latest) return runs
  return runs.map(run =>
    run === latest || (run.kind === 'organise' && run.endedAt !== null && run.endedAt === latest.metAt)
      ? runningOn(run)
      : run,
  )
}
