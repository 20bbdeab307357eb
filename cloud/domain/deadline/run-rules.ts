import type { DeadlineKind, Kind, ReportStage, Severity } from '../../../types/vocabulary'
import type { Classification, EventType, TicketEvent } from '../ticket/events'

/** What happened, as far as deadlines care. */
export interface RunInput {
  readonly event: TicketEvent
  /** Epoch ms. */
  readonly at: number
  readonly kind: Kind
  /** Before the event. */
  readonly classification: Classification
  /** A member of staff did it, not the complainant or the clock. */
  readonly byStaff: boolean
  /** Who had the ticket before the event; null: nobody. */
  readonly holderId: string | null
  /** It has been handed up because the center cannot solve it (D-HD-4). */
  readonly escalated: boolean
  /** It reached head office first (D-HD-4). */
  readonly fromHeadOffice: boolean
  /** Nobody owed the complainant an end before the event: it had been declined or closed. */
  readonly wasOver: boolean
  /** After the event a third party is still followed (D-SP-6). */
  readonly followed: boolean
}

/** Whether an event does something to a deadline: only of the types named, and then if it holds. */
export interface Test {
  readonly events: readonly EventType[]
  readonly holds: (input: RunInput) => boolean
}

const when = (events: readonly EventType[], holds: Test['holds']): Test => ({
  events,
  holds: input => events.includes(input.event.type) && holds(input),
})
const on = (...events: EventType[]): Test => when(events, () => true)
const byStaffOn = (...events: EventType[]): Test => when(events, ({ byStaff }) => byStaff)
const either = (...tests: Test[]): Test => ({
  events: tests.flatMap(({ events }) => events),
  holds: input => tests.some(({ holds }) => holds(input)),
})
const filedAs = (kind: Kind): Test => when(['filed'], input => input.kind === kind)

/** Ends whatever still runs: nobody owes anything any more. */
export const over = on('withdrawn', 'declined', 'merged', 'closed')

/** As `over`, but closing ends nothing. */
const gone = on('withdrawn', 'declined', 'merged')

/** D-SLA-4: the ticket is somebody else's from now on. Given once more to whoever has it, nothing begins anew (D-SLA-20). */
const toAnother = when(
  ['assigned', 'handedOver'],
  ({ event, holderId }) =>
    (event.type === 'assigned' || event.type === 'handedOver') && event.assignment.personId !== holderId,
)

const classifying: readonly EventType[] = ['triaged', 'reclassified']
const severityAfter = ({ event }: RunInput): Severity | null =>
  event.type === 'triaged' || event.type === 'reclassified' ? event.severity : null
const becomes = (severity: Severity): Test =>
  when(classifying, input => severityAfter(input) === severity && input.classification.severity !== severity)
const isNoLonger = (severity: Severity): Test => when(classifying, input => severityAfter(input) !== severity)
const completedAs = (severity: Severity): Test =>
  when(['completed'], ({ classification }) => classification.severity === severity)
const reported = (stage: ReportStage): Test =>
  when(['reported'], ({ event }) => event.type === 'reported' && event.stage === stage)

/** D-SP-3: quality did not approve it, so it is owed anew, with a clock of its own (D-SLA-20). */
const returned = (stage: ReportStage, severity: Severity): Test =>
  when(
    ['reportJudged'],
    ({ event, classification }) =>
      event.type === 'reportJudged' && event.stage === stage && !event.approved && classification.severity === severity,
  )

/** D-SLA-5: a hot, major or escalated matter is organised by the plan of the service manager or of quality only. */
export const needsManagersPlan = (severity: Severity, escalated: boolean): boolean =>
  severity !== 'ordinary' || escalated

const organised = when(
  ['proposed', 'siteChecked'],
  ({ event, classification, escalated }) =>
    (event.type === 'proposed' && event.byManager) || !needsManagersPlan(classification.severity, escalated),
)

/** D-IN-10: it is no matter of ours, and a third party is named whom somebody follows all the same. */
const followedOn = when(['declined'], ({ event }) => event.type === 'declined' && event.thirdParty !== undefined)

/** Nobody was reached, or the person will say the rest another time: the next call has its own time. */
const isToBeCalledAgain = (event: TicketEvent): boolean =>
  event.type === 'callbackAttempted' &&
  (event.result === 'unreached' || (event.goesOn && (event.outcome === 'later' || event.outcome === 'partial')))

export interface RunRule {
  readonly starts: Test
  readonly meets: Test
  readonly ends: Test
}

/**
 * Which events start, meet and end each deadline (docs/rules.md, Deadlines). What still runs goes on: an event that would start it
 * again starts nothing (D-SLA-20), unless the same event has met or ended it. Assists and supervise orders run side by
 * side and stand in `runs.ts`.
 */
export const runRules: Partial<Record<DeadlineKind, RunRule>> = {
  // D-SLA-0: a person has acknowledged it; a filing recorded by staff is acknowledged by that very act.
  acknowledge: {
    starts: on('filed'),
    meets: byStaffOn(
      'filed',
      'triaged',
      'assigned',
      'accepted',
      'declined',
      'replied',
      'proposed',
      'siteChecked',
      'merged',
    ),
    ends: over,
  },
  // D-SLA-1, 2, 3: the first words the complainant gets about the matter itself.
  firstReply: { starts: on('filed'), meets: on('replied', 'proposed', 'declined', 'completed'), ends: over },
  // D-SLA-4, anew for each person it is given to.
  // D-RT-7: handed over while it waits, it waits anew; the time of the one who is gone says nothing about the next.
  accept: {
    starts: on('assigned', 'handedOver'),
    meets: on('accepted'),
    ends: either(over, on('completed'), toAnother),
  },
  // D-SLA-5: the work being done, there is nothing left to organise.
  organise: { starts: filedAs('complaint'), meets: organised, ends: either(over, on('completed')) },
  // D-SLA-6, D-SLA-16: reopening starts a new one and keeps the old one's record.
  completion: { starts: on('filed', 'reopened'), meets: on('completed'), ends: over },
  // D-SLA-7: each word to the complainant ends a period and starts the next; what staff do among themselves does neither.
  progress: {
    // D-SP-6: of what was declined for a third party the complainant goes on hearing, until it is followed no longer.
    starts: either(on('accepted', 'replied', 'proposed', 'verificationRejected'), followedOn),
    meets: either(on('replied', 'proposed'), followedOn),
    ends: either(
      on('withdrawn', 'declined', 'merged', 'completed', 'reopened'),
      when(['closed'], ({ followed }) => !followed),
      when(['followingEnded'], ({ wasOver }) => wasOver),
    ),
  },
  // D-SLA-8
  verification: {
    starts: on('completed'),
    meets: on('verified', 'verificationRejected'),
    // What was put right on the spot is confirmed by the complainant (D-IN-8), and not by a colleague.
    ends: either(over, on('reopened', 'settledOnSpot')),
  },
  // D-SLA-9, D-SLA-19: a call that reached nobody gives the next one its time, and a neighbour's answer that settles
  // nothing stops nothing.
  callback: {
    starts: either(
      on('callbackStarted'),
      when(['callbackAttempted'], ({ event }) => isToBeCalledAgain(event)),
    ),
    // D-HD-8: a call to one of several settles nothing while others have still to be heard.
    meets: either(
      on('closed'),
      when(
        ['callbackAttempted'],
        ({ event }) => event.type === 'callbackAttempted' && (isToBeCalledAgain(event) || !event.goesOn),
      ),
      when(['reopened'], ({ event }) => event.type === 'reopened' && event.dissatisfied),
    ),
    ends: either(over, on('reopened', 'quietPeriodStarted')),
  },
  // D-SLA-10
  quiet: {
    starts: on('quietPeriodStarted', 'complainedAgain'),
    meets: on('closed'),
    ends: either(over, on('reopened', 'callbackStarted', 'complainedAgain')),
  },
  // D-CB-11: quality decides; what it decides ends the matter or begins it anew.
  dispute: { starts: on('disputed'), meets: on('disputeDecided'), ends: over },
  // D-HD-2, D-HD-6, D-HD-7: one thing waits at a time.
  approval: {
    starts: either(
      when(['remedyChosen'], ({ event }) => event.type === 'remedyChosen' && event.approver !== null),
      on('draftSubmitted'),
    ),
    meets: on('remedyDecided', 'draftDecided'),
    ends: over,
  },
  // D-HD-4: what is closed still owes it.
  reportBack: {
    starts: when(['verified'], ({ fromHeadOffice }) => fromHeadOffice),
    meets: on('reportedBack'),
    ends: either(gone, on('reopened')),
  },
  // D-SLA-11
  followUp: { starts: filedAs('consultation'), meets: on('replied', 'completed', 'declined'), ends: over },
  // D-SLA-12, D-SLA-13: from the moment it is known to be one; what is closed still owes its special report, and so does
  // what is reopened before it was given (D-SLA-20).
  majorReport: {
    starts: either(becomes('major'), returned('first', 'major')),
    meets: reported('first'),
    ends: either(gone, isNoLonger('major')),
  },
  majorSpecialReport: {
    starts: either(completedAs('major'), becomes('major'), returned('special', 'major')),
    meets: reported('special'),
    ends: either(gone, isNoLonger('major')),
  },
  hotReport: {
    starts: either(becomes('hot'), returned('first', 'hot')),
    meets: reported('first'),
    ends: either(gone, isNoLonger('hot')),
  },
  hotSpecialReport: {
    starts: either(completedAs('hot'), becomes('hot'), returned('special', 'hot')),
    meets: reported('special'),
    ends: either(gone, isNoLonger('hot')),
  },
}

/** Reports are owed while a matter is as severe as that; lowered and raised again, the first clock runs on (D-CL-6). */
export const reportKinds: readonly DeadlineKind[] = [
  'majorReport',
  'majorSpecialReport',
  'hotReport',
  'hotSpecialReport',
]
