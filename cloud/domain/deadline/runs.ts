import type { DeadlineKind, Kind, ReportStage, Severity } from '../../../types/vocabulary'
import type { Classification, EventType, TicketEvent } from '../ticket/events'

/** A warning, a breach or an escalation that has been carried out, once (D-SLA-18). */
export interface Fired {
  /** `warn:0.5`, `breach`, `escalate:1`; unique within a run. */
  readonly step: string
  /** When it was due, epoch ms. */
  readonly dueAt: number
  /** When it was noticed, epoch ms. */
  readonly at: number
  /** Escalations only: whose notice it was. */
  readonly to?: string
}

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
}

/** What happened, as far as deadlines care. */
export interface RunInput {
  readonly event: TicketEvent
  readonly at: number
  readonly kind: Kind
  /** Before the event. */
  readonly classification: Classification
  /** A member of staff did it, not the complainant or the clock. */
  readonly byStaff: boolean
}

/** The step at which a ticket that nobody accepted goes on to the next (D-RT-3). */
export const reassignStep = 'reassign'

type Test = (input: RunInput) => boolean
const on =
  (...types: EventType[]): Test =>
  ({ event }) =>
    types.includes(event.type)
const byStaffOn =
  (...types: EventType[]): Test =>
  input =>
    input.byStaff && types.includes(input.event.type)
const either =
  (...tests: Test[]): Test =>
  input =>
    tests.some(test => test(input))
const filedAs =
  (kind: Kind): Test =>
  input =>
    input.event.type === 'filed' && input.kind === kind

/** Ends whatever still runs: nobody owes anything any more. */
const over = on('withdrawn', 'declined', 'merged', 'closed')

/** As `over`, but closing ends nothing. */
const gone = on('withdrawn', 'declined', 'merged')

const severityAfter = ({ event }: RunInput): Severity | null =>
  event.type === 'triaged' || event.type === 'reclassified' ? event.severity : null
const becomes =
  (severity: Severity): Test =>
  input =>
    severityAfter(input) === severity && input.classification.severity !== severity
const isNoLonger =
  (severity: Severity): Test =>
  input => {
    const after = severityAfter(input)
    return after !== null && after !== severity
  }
const completedAs =
  (severity: Severity): Test =>
  input =>
    input.event.type === 'completed' && input.classification.severity === severity
const reported =
  (stage: ReportStage): Test =>
  ({ event }) =>
    event.type === 'reported' && event.stage === stage

interface RunRule {
  readonly starts: Test
  readonly meets: Test
  readonly ends: Test
}

/** Which events start, meet and end each deadline (docs/rules.md, Deadlines). A start while one runs ends that one first. */
export const runRules: Partial<Record<DeadlineKind, RunRule>> = {
  // D-SLA-0: a person has acknowledged it; a filing recorded by staff is acknowledged by that very act.
  acknowledge: {
    starts: on('filed'),
    meets: byStaffOn('filed', 'triaged', 'assigned', 'accepted', 'declined', 'replied', 'proposed', 'merged'),
    ends: over,
  },
  // D-SLA-1, 2, 3: the first words the complainant gets about the matter itself.
  firstReply: { starts: on('filed'), meets: on('replied', 'proposed', 'declined', 'completed'), ends: over },
  // D-SLA-4, anew for each person it is given to.
  // D-RT-7: handed over while it waits, it waits anew; the time of the one who is gone says nothing about the next.
  accept: { starts: on('assigned', 'handedOver'), meets: on('accepted'), ends: either(over, on('completed')) },
  // D-SLA-5: somebody answerable has taken the investigation in hand.
  organise: {
    starts: filedAs('complaint'),
    // Handing it back organises nothing.
    meets: either(
      on('accepted', 'proposed', 'supervised'),
      input =>
        input.byStaff &&
        input.event.type === 'assigned' &&
        input.event.cause !== 'returned' &&
        input.event.cause !== 'unaccepted',
    ),
    ends: over,
  },
  // D-SLA-6, D-SLA-16: reopening starts a new one and keeps the old one's record.
  completion: { starts: on('filed', 'reopened'), meets: on('completed'), ends: over },
  // D-SLA-7: each word to the complainant starts the next period.
  progress: {
    starts: on('accepted', 'replied', 'proposed', 'verificationRejected'),
    meets: on('replied', 'proposed'),
    ends: either(over, on('completed', 'assigned')),
  },
  // D-SLA-8
  verification: {
    starts: on('completed'),
    meets: on('verified', 'verificationRejected'),
    ends: either(over, on('reopened')),
  },
  // D-SLA-9, D-SLA-19: a call that reached nobody gives the next one its time, and a neighbour's answer that settles
  // nothing stops nothing.
  callback: {
    starts: either(
      on('callbackStarted'),
      ({ event }) => event.type === 'callbackAttempted' && event.result === 'unreached',
    ),
    // D-HD-8: a call to one of several settles nothing while others have still to be heard.
    meets: either(
      on('closed'),
      ({ event }) => event.type === 'callbackAttempted' && (event.result === 'unreached' || !event.goesOn),
      ({ event }) => event.type === 'reopened' && event.dissatisfied,
    ),
    ends: either(over, on('reopened', 'quietPeriodStarted')),
  },
  // D-SLA-10
  quiet: {
    starts: on('quietPeriodStarted'),
    meets: on('closed'),
    ends: either(over, on('reopened', 'callbackStarted')),
  },
  // D-SLA-11
  followUp: { starts: filedAs('consultation'), meets: on('replied', 'completed', 'declined'), ends: over },
  // D-SLA-12, D-SLA-13: from the moment it is known to be one; what is closed still owes its special report.
  majorReport: { starts: becomes('major'), meets: reported('first'), ends: either(gone, isNoLonger('major')) },
  majorSpecialReport: {
    starts: either(completedAs('major'), becomes('major')),
    meets: reported('special'),
    ends: either(gone, on('reopened'), isNoLonger('major')),
  },
  hotReport: { starts: becomes('hot'), meets: reported('first'), ends: either(gone, isNoLonger('hot')) },
  hotSpecialReport: {
    starts: either(completedAs('hot'), becomes('hot')),
    meets: reported('special'),
    ends: either(gone, on('reopened'), isNoLonger('hot')),
  },
  // D-SLA-14
  supervision: { starts: on('supervised'), meets: on('supervisionAnswered'), ends: over },
}

const ruledKinds = Object.entries(runRules) as [DeadlineKind, RunRule][]

const isRunning = (run: DeadlineRun): boolean => run.metAt === null && run.endedAt === null

/**
 * The progress deadline runs only while somebody works on it, not from the front desk's reply before that; and what has
 * been accepted need not be accepted again by whom it is handed over to.
 */
const mayStart = (kind: DeadlineKind, { event }: RunInput, runs: readonly DeadlineRun[]): boolean => {
  const alreadyRuns = () => runs.some(run => run.kind === kind && isRunning(run))
  if (kind === 'accept') return event.type !== 'handedOver' || alreadyRuns()
  // Known to be one only afterwards, it owes its special report from then on; before the work is done, none yet.
  if (kind === 'majorSpecialReport' || kind === 'hotSpecialReport')
    return event.type === 'completed' || lastCompletion(runs)?.metAt !== null
  return kind !== 'progress' || event.type === 'accepted' || event.type === 'verificationRejected' || alreadyRuns()
}

/** D-RT-5: several assists run side by side, each with its own deadline, numbered as they are. */
function advanceAssists(runs: readonly DeadlineRun[], { event, at, classification }: RunInput): readonly DeadlineRun[] {
  const stop = (stopped: Pick<DeadlineRun, 'metAt'> | Pick<DeadlineRun, 'endedAt'>, which?: number) =>
    runs.map(run =>
      run.kind === 'assist' && isRunning(run) && (which === undefined || run.cycle === which)
        ? { ...run, ...stopped, stoppedAs: classification }
        : run,
    )
  switch (event.type) {
    case 'assistAsked': {
      const hours = event.hours === null ? {} : { hours: event.hours }
      const started = { startedAt: at, metAt: null, endedAt: null, fired: [], stoppedAs: null, ...hours }
      return [...runs, { kind: 'assist', cycle: event.assist, ...started }]
    }
    case 'assistFinished':
      return stop({ metAt: at }, event.assist)
    case 'assistCancelled':
      return stop({ endedAt: at }, event.assist)
    case 'withdrawn':
    case 'declined':
    case 'merged':
    case 'closed':
      return stop({ endedAt: at })
    default:
      return runs
  }
}

/** The runs after an event. Pure: same events, same runs (D-SLA-17). */
export function advanceRuns(runs: readonly DeadlineRun[], input: RunInput): readonly DeadlineRun[] {
  const { at, event } = input
  const stoppedAs = input.classification
  if (event.type === 'warned' || event.type === 'breached' || event.type === 'deadlineEscalated') {
    const fired: Fired =
      event.type === 'warned'
        ? { step: `warn:${event.share}`, dueAt: event.dueAt, at }
        : event.type === 'breached'
          ? { step: 'breach', dueAt: event.dueAt, at }
          : { step: `escalate:${event.level}`, dueAt: event.dueAt, at, to: event.to }
    return runs.map(run =>
      run.kind === event.deadline && run.cycle === event.cycle ? { ...run, fired: [...run.fired, fired] } : run,
    )
  }
  if (event.type === 'unaccepted') {
    const fired: Fired = { step: reassignStep, dueAt: event.dueAt, at }
    return runs.map(run =>
      run.kind === 'accept' && run.cycle === event.cycle ? { ...run, fired: [...run.fired, fired] } : run,
    )
  }
  if (event.type === 'policyApplied')
    return runs.map(run => {
      const kept = event.kept.find(({ deadline, cycle }) => run.kind === deadline && run.cycle === cycle)
      return kept ? { ...run, kept: { dueAt: kept.dueAt, heldSeconds: kept.heldSeconds } } : run
    })
  let next = advanceAssists(runs, input)
  if (event.type === 'verificationRejected') next = unmeetCompletion(next)
  for (const [kind, rule] of ruledKinds) {
    const starting = rule.starts(input) && mayStart(kind, input, next)
    const meets = rule.meets(input)
    // Clocks that nothing happens to stay the very same, so that what was computed of them still holds.
    if ((meets || starting || rule.ends(input)) && next.some(run => run.kind === kind && isRunning(run)))
      next = next.map(run =>
        run.kind === kind && isRunning(run) ? { ...run, stoppedAs, ...(meets ? { metAt: at } : { endedAt: at }) } : run,
      )
    if (starting) {
      const cycle = next.filter(run => run.kind === kind).length + 1
      // Only a filing can meet what it starts: it was recorded by somebody of staff.
      const met = meets && event.type === 'filed'
      const stopped = met ? { metAt: at, stoppedAs } : { metAt: null, stoppedAs: null }
      next = [...next, { kind, cycle, startedAt: at, endedAt: null, fired: [], ...stopped }]
    }
  }
  return next
}

const lastCompletion = (runs: readonly DeadlineRun[]): DeadlineRun | undefined =>
  [...runs].reverse().find(run => run.kind === 'completion')

/** D-CL-6, D-SLA-8: a completion that failed verification was none; its deadline has never stopped. */
function unmeetCompletion(runs: readonly DeadlineRun[]): readonly DeadlineRun[] {
  const latest = lastCompletion(runs)
  if (!latest) return runs
  const { kept: _kept, ...running } = latest
  return runs.map(run => (run === latest ? { ...running, metAt: null, stoppedAs: null } : run))
}

export { isRunning }
