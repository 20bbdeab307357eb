import {
  type CauseFactor,
  type Channel,
  type Closing,
  type Ending,
  type Exemption,
  type FollowingOutcome,
  type FindingKind,
  type HoldReason,
  type Kind,
  type RemedyKind,
  type ReportStage,
  type ResponsibleParty,
  type Role,
  type Severity,
  type SpecialSign,
  type State,
  type Urgency,
  type Verdict,
  openStates,
} from '../../../types/vocabulary'
import type { ForFamily } from '../access/household'
import type { PlaceShown } from '../access/places'
import type { DeadlineRun } from '../deadline/runs'
import type { Assignment, RouteReason } from '../routing/route'
import type { SentSurvey } from '../survey/questionnaire'
import type { Complainant } from './complainants'
import type { CallOwner, DraftAbout, NamedParty, Proposed, Reach, ReportParts, SurveyAnswers } from './events'
import type { News } from './news'

export interface Proposal {
  readonly round: number
  readonly measures: string
  readonly responsible: string
  readonly completeBy: number
  readonly status: 'open' | 'agreed' | 'countered' | 'dropped'
}

export interface Completion {
  readonly summary: string
  readonly factor: CauseFactor
  readonly detail: string | null
  readonly verdict: Verdict
  readonly responsibleParty: ResponsibleParty
  readonly cost: number | null
  readonly noPhotoReason: string | null
  readonly media: readonly string[]
  readonly at: number
  /** Who did the work, and so may neither verify it nor touch its callback (D-CB-6). */
  readonly byId: string | null
}

/** A stop of the clocks (D-SLA-16). `to` is null while it lasts; `until` is when it ends by itself. */
export interface Hold {
  readonly reason: HoldReason
  readonly from: number
  readonly until: number
  readonly to: number | null
}

/** A supervise order (D-SLA-14). Times in epoch ms. */
export interface Supervision {
  readonly order: number
  readonly text: string
  readonly at: number
  readonly answeredAt: number | null
}

/** Another department's part of the work (D-RT-5). Times in epoch ms. */
export interface Assist {
  readonly assist: number
  readonly assignment: Assignment
  readonly task: string
  readonly askedAt: number
  readonly doneAt: number | null
  readonly cancelledAt: number | null
  readonly text: string | null
}

/** Somebody to be called in a round (D-CB-1). Times in epoch ms. */
export interface CallTask {
  readonly task: number
  /** By `complainantKey`. */
  readonly complainant: string
  readonly owner: CallOwner | null
  readonly openedAt: number
  /** Not before: as the person asked, or as long as the reminder is given time. null: at once. */
  readonly callAt: number | null
  readonly attempts: number
}

/** `complainant`: by `complainantKey`. */
export interface HeardAnswer {
  readonly complainant: string
  readonly answers: SurveyAnswers
  /** Given with one tap, and nothing has been added yet: when (epoch ms), in which cycle. Left out: it is whole. */
  readonly tapped?: { readonly at: number; readonly cycle: number }
}

/** One round of asking (D-CB-1). */
export interface CallbackRound {
  readonly round: number
  readonly startedAt: number
  readonly reminded: boolean
  readonly endedAt: number | null
  /** Whom it asks, by `complainantKey`, in the order in which they came (D-HD-8). */
  readonly asked: readonly string[]
  readonly answers: readonly HeardAnswer[]
  /** Days (+08:00) on which somebody tried by phone and failed, each day once for each person (D-CB-4). */
  readonly unreached: readonly { readonly complainant: string; readonly day: string }[]
  /** Who is to be called; left out: nobody yet. Whether a task is still open is said by where its person stands. */
  readonly calls?: readonly CallTask[]
  /** With what it was sent, and who is rated; left out in histories of before. */
  readonly sent?: SentSurvey
}

/** Why somebody does not accept the outcome, and whose word it is, by `complainantKey` (D-CB-11). Epoch ms. */
export interface Dispute {
  readonly text: string
  readonly complainant: string
  readonly since: number
}

/** What is done for somebody who was not content (D-HD-7). Epoch ms, yuan. */
export interface Remedy {
  readonly remedy: number
  readonly kind: RemedyKind
  readonly text: string
  readonly sum: number | null
  /** `given`: nobody had to approve it. */
  readonly status: 'given' | 'waiting' | 'approved' | 'refused'
  readonly at: number
  readonly byId: string | null
  readonly approver: CallOwner | null
}

/** Who else has caused it, and what has become of following them (D-IN-10, D-SP-6). Epoch ms. */
export interface ThirdParty extends NamedParty {
  readonly since: number
  readonly ended: { readonly outcome: FollowingOutcome; readonly text: string; readonly at: number } | null
}

/** What was written for the complainant and has to be approved (D-HD-2, D-HD-6). Epoch ms. */
export interface Draft {
  readonly draft: number
  readonly about: DraftAbout
  readonly post: Role
  readonly approver: CallOwner
  /** `dropped`: the matter ended before anybody had decided. */
  readonly status: 'waiting' | 'approved' | 'refused' | 'dropped'
  readonly at: number
  readonly byId: string | null
  /** Why it was refused. */
  readonly remark: string | null
}

/** Something found online, with every time it was read, oldest first (D-SP-5). */
export interface Post {
  readonly post: number
  readonly link: string
  readonly platform: string | null
  readonly readings: readonly Reach[]
}

/** A try that the callback's rules refused (D-CB-6). */
export interface Finding {
  readonly finding: FindingKind
  readonly personId: string
  /** Epoch ms. */
  readonly at: number
}

/** How severe a matter may be by the rules, and what has become of that (D-CL-3). Epoch ms. */
export interface SeverityProposal {
  readonly severity: Severity
  readonly why: string
  readonly tickets: readonly { readonly id: string; readonly number: string }[]
  readonly at: number
  readonly judged: 'confirmed' | 'dismissed' | null
}

/** Somebody may do something drastic, or goes to the media (D-SP-4). Epoch ms. */
export interface Alarm {
  readonly signs: readonly SpecialSign[]
  readonly why: string
  readonly at: number
}

/** A report on a hot or major matter, and what quality made of it (D-SP-3). Epoch ms. */
export interface Report {
  readonly report: number
  readonly stage: ReportStage
  readonly text: string
  readonly parts: ReportParts
  readonly at: number
  readonly byId: string | null
  readonly judged: 'approved' | 'returned' | null
  /** What quality said of it. */
  readonly remark: string | null
}

/** A state in which the clocks may stand still, and to which a hold returns. */
export type Holdable = 'submitted' | 'accepted' | 'dispatched' | 'inProgress' | 'proposed' | 'agreed'

/** What every ticket has, whatever its state. */
export interface TicketFacts {
  readonly id: string
  readonly centerId: string
  readonly number: string
  /** Number of events. */
  readonly version: number
  readonly kind: Kind
  readonly category: string
  readonly urgency: Urgency
  readonly severity: Severity
  readonly channel: Channel
  readonly placeId: string | null
  readonly placeName: string
  readonly buildingId: string | null
  /** What staff may know in place of the room, where that would lead to somebody hidden (D-IN-3); left out: the place. */
  readonly placeInstead?: PlaceShown
  readonly text: string
  readonly expectation: string | null
  readonly media: readonly string[]
  /** How many photos the complainants have sent, with the filing and later (D-HD-3). */
  readonly photosBefore: number
  readonly occurredAt: number | null
  /** The filer first, then everybody who joined (D-IN-6, D-HD-8); never empty. */
  readonly complainants: readonly Complainant[]
  readonly recordedBy: string | null
  readonly filedAt: number
  readonly updatedAt: number
  readonly policyVersion: number
  /** The version whose calendars it runs on (D-SLA-17); left out: that of `policyVersion`. */
  readonly calendarVersion?: number
  readonly placePath?: readonly string[]
  readonly keyCustomer?: boolean
  /** Left out: none. */
  readonly remedies?: readonly Remedy[]
  /** What was tried against the callback's rules, by whom; left out: nothing. `at`: the last time, epoch ms. */
  readonly findings?: readonly Finding[]
  /** D-CL-4; left out: the rules agree with the filer. */
  readonly suggested?: Proposed
  /** The household that may follow it (D-AC-2); left out: nobody but the filer. */
  readonly household?: string
  /** Filed for somebody of the family; left out: for oneself. */
  readonly forFamily?: ForFamily
  /** D-RT-5; left out: none. */
  readonly assists?: readonly Assist[]
  /** 1 at first, one more with every reopening. */
  readonly cycle: number
  readonly dissatisfied: number
  readonly route: RouteReason | null
  readonly assignment: Assignment | null
  /** Since when whoever has it has it, epoch ms; left out: nobody ever had it. */
  readonly assignedAt?: number
  readonly requirement: string | null
  readonly transfers: number
  /** People who returned it or let it lie since it was last dispatched afresh: they are not asked again (D-RT-3). */
  readonly returnedBy: readonly string[]
  readonly proposals: readonly Proposal[]
  readonly completion: Completion | null
  /** Every supervise order, oldest first. */
  readonly supervisions: readonly Supervision[]
  /** It was handed up because the center could not solve it (D-HD-4); left out: it was not. */
  readonly escalated?: true
  /** Left out: nobody else is named as the cause. */
  readonly thirdParty?: ThirdParty
  /** Left out: none. */
  readonly drafts?: readonly Draft[]
  /** Found online; left out: nowhere. */
  readonly posts?: readonly Post[]
  /** Matters apart that belong to the same story; left out: none. */
  readonly related?: readonly { readonly id: string; readonly number: string }[]
  /** It reached head office first (D-HD-4); left out: it did not. */
  readonly fromHeadOffice?: true
  readonly exemption: Exemption | null
  readonly holds: readonly Hold[]
  readonly rounds: readonly CallbackRound[]
  readonly deadlineRuns: readonly DeadlineRun[]
  /** Left out: the rules see nothing special. */
  readonly severityProposal?: SeverityProposal
  /** Left out: none. */
  readonly reports?: readonly Report[]
  /** Left out: none. */
  readonly alarms?: readonly Alarm[]
  /** Left out: nothing has been new yet. */
  readonly news?: News
}

/**
 * A ticket, told apart by its state (D-HD-1): what a state cannot be without stands in its type, so a ticket in
 * progress without anybody to do it can't be written down.
 */
export type Ticket = TicketFacts &
  (
    | { readonly state: 'submitted' | 'accepted' }
    | { readonly state: 'dispatched' | 'inProgress' | 'agreed'; readonly assignment: Assignment }
    | { readonly state: 'proposed'; readonly assignment: Assignment; readonly proposal: Proposal }
    | { readonly state: 'onHold'; readonly hold: Hold; readonly resumeTo: Holdable }
    | { readonly state: 'completed' | 'verified'; readonly assignment: Assignment; readonly completion: Completion }
    | { readonly state: 'callback'; readonly completion: Completion; readonly round: CallbackRound }
    | { readonly state: 'quietPeriod'; readonly exemption: Exemption }
    /** The outcome is not accepted, and quality has still to decide (D-CB-11). */
    | { readonly state: 'disputed'; readonly dispute: Dispute }
    | { readonly state: 'closed' | 'archived'; readonly ending: Closing; readonly closedAt: number }
    | { readonly state: 'withdrawn' | 'declined'; readonly closedAt: number }
    | {
        readonly state: 'merged'
        readonly closedAt: number
        readonly into: { readonly id: string; readonly number: string }
        /** The ticket as it was, for as long as the merge can be undone, and for whoever asks later (D-HD-8). */
        readonly unmerged: Ticket
      }
  )

export type TicketIn<S extends State> = Ticket & { readonly state: S }

/** Assists that are neither done nor cancelled (D-RT-5). */
export const openAssists = (ticket: Pick<TicketFacts, 'assists'>): readonly Assist[] =>
  (ticket.assists ?? []).filter(assist => assist.doneAt === null && assist.cancelledAt === null)

/** The one that waits for being approved; undefined: none does. */
export const openRemedy = ({ remedies = [] }: Pick<TicketFacts, 'remedies'>): Remedy | undefined =>
  remedies.find(({ status }) => status === 'waiting')

/** What waits for being approved; undefined: nothing does. */
export const openDraft = ({ drafts = [] }: Pick<TicketFacts, 'drafts'>): Draft | undefined =>
  drafts.find(({ status }) => status === 'waiting')

/**
 * A third party is named, and what they do is still followed (D-SP-6): also of a matter that was declined, and where quality
 * has upheld that (D-CB-11).
 */
export const isFollowed = (ticket: Ticket): boolean =>
  ticket.thirdParty?.ended === null &&
  (ticket.state === 'declined' || (ticket.state === 'closed' && ticket.ending === 'disputed') || isOpen(ticket))

/** Somebody owes something: the complainant an end, or after it news of a third party or a report (D-SLA-19). */
export const isOwed = (ticket: Ticket): boolean =>
  isOpen(ticket) || ticket.deadlineRuns.some(({ metAt, endedAt }) => metAt === null && endedAt === null)

/** Head office has still to be told what has become of it (D-HD-4). */
export const owesReportBack = ({ deadlineRuns }: Pick<TicketFacts, 'deadlineRuns'>): boolean =>
  deadlineRuns.some(({ kind, metAt, endedAt }) => kind === 'reportBack' && metAt === null && endedAt === null)

/** Supervise orders that wait for their answer, oldest first (D-SLA-14). */
export const openSupervisions = (ticket: Pick<TicketFacts, 'supervisions'>): readonly Supervision[] =>
  ticket.supervisions.filter(({ answeredAt }) => answeredAt === null)

/** Since when whoever has it has it, epoch ms; null: nobody. Of histories that don't say, since it was filed. */
export const assignedAtOf = ({ assignment, assignedAt, filedAt }: TicketFacts): number | null =>
  assignment === null ? null : (assignedAt ?? filedAt)

/** People and departments asked to help who have not finished (D-RT-5). */
export const helpersOf = (ticket: Pick<TicketFacts, 'assists'>): readonly string[] => [
  ...new Set(
    openAssists(ticket).flatMap(({ assignment: { personId, departmentId } }) =>
      departmentId === null ? [personId] : [personId, departmentId],
    ),
  ),
]

/** Somebody still owes the complainant something (D-SLA-19). */
export const isOpen = (ticket: Ticket): boolean => openStates.some(state => state === ticket.state)

/** How the matter ended, each way apart from the others; null while somebody owes something. */
export function endingOf(ticket: Ticket): Ending | null {
  switch (ticket.state) {
    case 'closed':
    case 'archived':
      return ticket.ending
    case 'withdrawn':
    case 'declined':
    case 'merged':
      return ticket.state
    default:
      return null
  }
}

/**
 * Whether the complainant is to read where else to go (D-CB-11): the matter was declined, ended against their word or
 * unheard, is disputed, or has come back three times.
 */
export const needsRecourse = (ticket: Ticket): boolean =>
  ticket.state === 'declined' ||
  ticket.state === 'disputed' ||
  ('ending' in ticket && (ticket.ending === 'unreached' || ticket.ending === 'disputed')) ||
  (ticket.dissatisfied >= 3 && isOpen(ticket))

/** Epoch ms at which nobody owed anything any more; null while open. */
export const closedAtOf = (ticket: Ticket): number | null => ('closedAt' in ticket ? ticket.closedAt : null)
