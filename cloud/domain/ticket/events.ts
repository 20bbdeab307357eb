import type {
  CallMethod,
  CallbackOutcome,
  CallbackResult,
  CauseFactor,
  Channel,
  Closing,
  DeadlineKind,
  DeclineReason,
  DisputeDecision,
  Exemption,
  FollowingOutcome,
  FindingKind,
  HoldReason,
  Kind,
  Mood,
  Relation,
  RemedyDecision,
  RemedyKind,
  ReportPart,
  ReportStage,
  ResponsibleParty,
  Role,
  Severity,
  SpecialSign,
  SurveyReason,
  ThirdPartyKind,
  Urgency,
  Verdict,
} from '../../../types/vocabulary'
import type { MoreAnswers } from '../../../types/contract/questionnaire'
import type { Judgement } from '../../../types/words/judgement'
import type { ForFamily } from '../access/household'
import type { PlaceShown } from '../access/places'
import type { Assignment, RouteReason } from '../routing/route'
import type { SentSurvey } from '../survey/questionnaire'
import type { Complainant } from './complainants'

/** Answers to one satisfaction survey (D-CB-1). */
export interface SurveyAnswers {
  /** null: not asked, in a call that was broken off (D-CB-12). */
  readonly reception: number | null
  readonly measures: number | null
  readonly result: number
  readonly solved: boolean
  readonly reasons: readonly SurveyReason[]
  readonly text: string | null
  readonly suggestion: string | null
  readonly anonymous: boolean
  /** By the ids of the questions that the round was sent with; left out: none of them was answered. */
  readonly more?: MoreAnswers
}

/** As far as a call got that was broken off (D-CB-12). */
export type PartlyAnswered = Readonly<
  Partial<Pick<SurveyAnswers, 'solved' | 'result' | 'measures' | 'reception' | 'reasons' | 'suggestion' | 'more'>>
>

/** What somebody adds to an answer of one tap (D-CB-5): everything but whether it is solved and how it came out. */
export type SurveyDetails = Omit<SurveyAnswers, 'solved' | 'result' | 'anonymous'>

export interface Filed {
  readonly type: 'filed'
  readonly ticketId: string
  readonly centerId: string
  readonly number: string
  readonly kind: Kind
  readonly category: string
  readonly urgency: Urgency
  readonly channel: Channel
  readonly placeId: string | null
  readonly placeName: string
  readonly buildingId: string | null
  /** What staff may know in place of the room, where that would lead to somebody hidden (D-IN-3); left out: the place. */
  readonly placeInstead?: PlaceShown
  /** D-IN-3: somebody hidden has said that the room may be known all the same. */
  readonly roomMayBeKnown?: boolean
  readonly text: string
  readonly expectation: string | null
  readonly media: readonly string[]
  /** Which of the media is the video or voice note; left out: none. The others are photos. */
  readonly recording?: string
  readonly anonymous: boolean
  /** The identity is hidden from the steward (D-IN-3). */
  readonly hideIdentity: boolean
  /** The resident; null when staff recorded it for somebody without an account. */
  readonly filerId: string | null
  /** Staff who recorded it (D-IN-2). */
  readonly recordedBy: string | null
  readonly relation: Relation | null
  readonly mood: Mood | null
  readonly occurredAt: number | null
  /** The person can be reached for a callback (D-CB-2b). */
  readonly reachable: boolean
  /** D-CB-2d, obeyed always. */
  readonly callbackDeclined: boolean
  readonly policyVersion: number
  /** The place and everything it lies in; only where a rule asks for it. */
  readonly placePath?: readonly string[]
  /** D-CU-1. */
  readonly keyCustomer?: boolean
  /** What the rules would have picked from the words, where that differs (D-CL-4). */
  readonly suggested?: Proposed
  /** The household that may follow it (D-AC-2); left out: nobody but the filer. */
  readonly household?: string
  /** Filed for somebody of the family; left out: for oneself. */
  readonly forFamily?: ForFamily
  /** What whoever recorded it noticed (D-IN-2, D-SP-1, D-SP-4); left out: nothing. */
  readonly signs?: readonly SpecialSign[]
  /** Yuan demanded, as recorded by staff; left out: nothing, or only in the words. */
  readonly demanded?: number
  /** How many came together (D-SP-2); left out: one. */
  readonly people?: number
  /** Where it was found online (D-SP-5); left out: nowhere. */
  readonly post?: OnlinePost
  /** It reached head office first (D-HD-4). */
  readonly fromHeadOffice?: true
}

/** Something found online, and how far it had gone when it was read, epoch ms (D-SP-5). */
export interface OnlinePost extends Reach {
  /** Numbered from 1 on the ticket. */
  readonly post: number
  readonly link: string
  readonly platform: string | null
}

/** null: nobody has read it. */
export interface Reach {
  readonly views: number | null
  readonly followers: number | null
  readonly comments: number | null
  readonly readAt: number
}

/** Who else has caused a matter, and who of staff follows what they do (D-IN-10, D-SP-6). */
export interface NamedParty {
  readonly kind: ThirdPartyKind
  readonly name: string
  /** How they can be reached, in words. */
  readonly contact: string | null
  /** null: whoever answers for tickets that nobody has. */
  readonly owner: CallOwner | null
}

/** What is written for the complainant and has to be approved before (D-HD-2, D-HD-6). */
export type DraftAbout =
  | { readonly kind: 'reply'; readonly text: string; readonly media: readonly string[] }
  | {
      readonly kind: 'proposal'
      readonly text: string
      readonly responsible: string
      readonly completeBy: number
    }

/** What a report says beside what happened, part by part (D-SP-3). */
export type ReportParts = Readonly<Partial<Record<ReportPart, string>>>

/** A classification proposed by rules, with its reason in words (D-CL-4). */
export interface Proposed {
  readonly category: string
  readonly urgency: Urgency
  readonly why: string
}

/** Classification as it stands after a triage or a correction (D-CL-4, D-CL-6). */
export interface Classification {
  readonly category: string
  readonly urgency: Urgency
  readonly severity: Severity
  /** It is between neighbours now, so the household may follow it no longer (D-IN-3, D-AC-2). */
  readonly unshared?: true
}

/** D-CL-5. */
export interface CorrectedJudgement extends Judgement {
  readonly detail: string | null
}

/** Who is to make a call. */
export interface CallOwner {
  readonly personId: string
  readonly personName: string
}

/** How somebody came to have the ticket. */
export type AssignmentCause =
  | 'routed'
  | 'dispatched'
  | 'returned'
  | 'unaccepted'
  | 'transferred'
  | 'reopened'
  | 'escalated'

/** Everything that can happen to a ticket. Events are never changed or removed (D-AR-1). */
export type TicketEvent =
  | Filed
  /** `reason`: why it counts as less severe than before, where it does (D-CL-3). */
  | ({ readonly type: 'triaged'; readonly reason: string | null } & Classification)
  | ({ readonly type: 'reclassified'; readonly reason: string } & Classification)
  /** `thirdParty`: who has caused it and is still followed; left out: nobody. */
  | {
      readonly type: 'declined'
      readonly reason: DeclineReason
      readonly text: string
      readonly thirdParty?: NamedParty
    }
  /** D-SP-6: the third party has solved it, or it is followed no longer, with the reason. */
  | { readonly type: 'followingEnded'; readonly outcome: FollowingOutcome; readonly text: string }
  /** D-HD-2, D-HD-6, numbered from 1. `post`: whose word it takes at least. */
  | {
      readonly type: 'draftSubmitted'
      readonly draft: number
      readonly about: DraftAbout
      readonly post: Role
      readonly approver: CallOwner
    }
  /** `text`: why it is refused; null: nothing was said. What is approved goes out with the next event. */
  | {
      readonly type: 'draftDecided'
      readonly draft: number
      readonly decision: RemedyDecision
      readonly text: string | null
      readonly about: DraftAbout
    }
  | ({ readonly type: 'postNoted' } & OnlinePost)
  | { readonly type: 'related'; readonly id: string; readonly number: string }
  /** D-HD-4 */
  | { readonly type: 'reportedBack'; readonly text: string }
  | {
      readonly type: 'assigned'
      readonly cause: AssignmentCause
      readonly assignment: Assignment
      readonly route: RouteReason
      readonly requirement: string | null
      /** Why it changed hands, where somebody had to say. */
      readonly reason: string | null
    }
  /** D-RT-7: it changes hands as it is, in whatever state, and nobody has to accept it anew who need not have before. */
  | {
      readonly type: 'handedOver'
      readonly assignment: Assignment
      readonly route: RouteReason
      readonly reason: string
    }
  /** D-RT-3: the acceptance time is over and nobody has accepted. */
  | { readonly type: 'unaccepted'; readonly cycle: number; readonly personId: string; readonly dueAt: number }
  /** D-RT-5. `hours`: an own deadline in place of the policy's. */
  | {
      readonly type: 'assistAsked'
      readonly assist: number
      readonly assignment: Assignment
      readonly task: string
      readonly hours: number | null
    }
  | {
      readonly type: 'assistFinished'
      readonly assist: number
      readonly text: string
      readonly media: readonly string[]
    }
  /** D-RT-7: what somebody was asked to help with goes to another, its time running on. */
  | {
      readonly type: 'assistHandedOver'
      readonly assist: number
      readonly assignment: Assignment
      readonly reason: string
    }
  | { readonly type: 'assistCancelled'; readonly assist: number; readonly reason: string }
  /** D-SP-3. */
  | {
      readonly type: 'reported'
      readonly stage: ReportStage
      readonly text: string
      /** Left out: it says all in one. */
      readonly parts?: ReportParts
    }
  /** D-SP-3. Reports of a ticket are numbered from 1. */
  | {
      readonly type: 'reportJudged'
      readonly report: number
      readonly stage: ReportStage
      readonly approved: boolean
      readonly text: string | null
    }
  /** D-SLA-17: it runs under another version from now on, as a whole or by its calendars only. */
  | {
      readonly type: 'policyApplied'
      readonly version: number
      readonly scope: PolicyScope
      /** What is over stays as it was: due times of the clocks that had stopped, by the rules they ran under. */
      readonly kept: readonly KeptDue[]
    }
  /** D-SP-1, D-SP-2, D-CL-3: by rule, with its reason and the tickets that it rests on; a person has still to confirm it. */
  | {
      readonly type: 'severityProposed'
      readonly severity: Severity
      readonly why: string
      readonly tickets: readonly { readonly id: string; readonly number: string }[]
    }
  /** `reason`: why it is not as severe as proposed; null: it is, and the classification that follows says so. */
  | { readonly type: 'severityJudged'; readonly severity: Severity; readonly reason: string | null }
  /** D-SP-4. */
  | { readonly type: 'alarmRaised'; readonly signs: readonly SpecialSign[]; readonly why: string }
  | { readonly type: 'accepted' }
  | { readonly type: 'replied'; readonly text: string; readonly media: readonly string[] }
  | { readonly type: 'noted'; readonly text: string }
  | {
      readonly type: 'proposed'
      readonly measures: string
      readonly responsible: string
      readonly completeBy: number
      /** By the service manager or quality: the plan that hot, major and escalated matters need (D-SLA-5). */
      readonly byManager: boolean
    }
  /** Somebody looked at it on the spot (D-HD-2). */
  | { readonly type: 'siteChecked'; readonly findings: string; readonly media: readonly string[] }
  | { readonly type: 'proposalAgreed' }
  | { readonly type: 'proposalCountered'; readonly text: string }
  | {
      readonly type: 'held'
      readonly reason: HoldReason
      readonly until: number
      /** Whom it waits for; left out: nobody is named. */
      readonly thirdParty?: NamedParty
    }
  /** `due`: the hold ran to its end and nobody had to resume it; then `at` of the clock is the end itself. */
  | { readonly type: 'resumed'; readonly endedAt: number; readonly due: boolean }
  | {
      readonly type: 'completed'
      readonly summary: string
      readonly media: readonly string[]
      readonly factor: CauseFactor
      readonly detail: string | null
      readonly verdict: Verdict
      readonly responsibleParty: ResponsibleParty
      /** Yuan. */
      readonly cost: number | null
      /** Why there are no photos of after, where there are some of before (D-HD-3). */
      readonly noPhotoReason: string | null
    }
  /** What the completion says it came from, corrected by whoever verifies it (D-CL-5). */
  | { readonly type: 'completionCorrected'; readonly from: CorrectedJudgement; readonly to: CorrectedJudgement }
  | { readonly type: 'verified'; readonly text: string | null }
  | { readonly type: 'verificationRejected'; readonly text: string }
  /** `complainant`: who has rung up, by `complainantKey`, where staff wrote it down for one of several; left out: nobody is named. */
  | {
      readonly type: 'urged'
      readonly text: string | null
      readonly complainant?: string
      /** By somebody of the family (D-AC-2). */
      readonly family?: true
    }
  | {
      readonly type: 'supplemented'
      readonly text: string
      readonly media: readonly string[]
      readonly family?: true
    }
  | { readonly type: 'withdrawn'; readonly reason: string | null }
  /** `media`: photos of what is not solved; left out: none. Those sent with a survey are with its answer. */
  | {
      readonly type: 'reopened'
      readonly reason: string
      readonly dissatisfied: boolean
      readonly media?: readonly string[]
      /** Who comes to the matter by saying so; left out: nobody. */
      readonly joins?: Complainant
    }
  /** D-SLA-10: the same was complained of as a matter of its own, and nobody asked whether it is this one. */
  | { readonly type: 'complainedAgain'; readonly number: string }
  /** D-CB-11. `complainant`: by `complainantKey`; `assignment`: who has to decide, null: nobody could be found. */
  | {
      readonly type: 'disputed'
      readonly text: string
      readonly complainant: string
      readonly assignment: Assignment | null
      /** Left out: no photos. */
      readonly media?: readonly string[]
    }
  | { readonly type: 'disputeDecided'; readonly decision: DisputeDecision; readonly text: string }
  /** D-HD-7, numbered from 1. `sum`: yuan, null: no compensation; `approver`: who has to approve it, null: nobody has to. */
  | {
      readonly type: 'remedyChosen'
      readonly remedy: number
      readonly kind: RemedyKind
      readonly text: string
      readonly sum: number | null
      readonly approver: CallOwner | null
    }
  | {
      readonly type: 'remedyDecided'
      readonly remedy: number
      readonly decision: RemedyDecision
      /** Why it is refused; null: it is approved without a word. */
      readonly text: string | null
      /** What was decided on. */
      readonly about: { readonly kind: RemedyKind; readonly text: string; readonly sum: number | null }
    }
  /** D-SLA-14; orders of a ticket are numbered from 1. */
  | { readonly type: 'supervised'; readonly order: number; readonly text: string }
  /** `order`: the one it answers; null: every order that was open. */
  | { readonly type: 'supervisionAnswered'; readonly order: number | null; readonly text: string }
  | { readonly type: 'merged'; readonly into: string; readonly intoNumber: string }
  | {
      readonly type: 'joined'
      readonly from: string
      readonly fromNumber: string
      readonly complainants: readonly Complainant[]
      /** Those of them who are asked in the round that is open, by `complainantKey`. */
      readonly asked: readonly string[]
    }
  /** D-HD-8: the merge into `from` was a mistake; the ticket is again what it was before. */
  | {
      readonly type: 'mergeUndone'
      readonly from: string
      readonly fromNumber: string
      readonly reason: string | null
    }
  /** The other side of `mergeUndone`: who leaves again, by `complainantKey`. */
  | {
      readonly type: 'separated'
      readonly from: string
      readonly fromNumber: string
      readonly complainants: readonly string[]
    }
  /** D-HD-8: one of several withdraws, and the matter goes on for the others. `complainant`: by `complainantKey`. */
  | { readonly type: 'complainantWithdrew'; readonly complainant: string; readonly reason: string | null }
  /** `complainant`: by `complainantKey`, where it is said of a person and not of the matter (D-CB-2). */
  | {
      readonly type: 'exempted'
      readonly reason: Exemption
      readonly text: string | null
      readonly complainant: string | null
    }
  /** `asked`: by `complainantKey`; `sent`: with what they are asked, left out in histories of before. */
  | {
      readonly type: 'callbackStarted'
      readonly round: number
      readonly asked: readonly string[]
      readonly sent?: SentSurvey
    }
  | { readonly type: 'callbackReminded'; readonly round: number }
  /**
   * Somebody is to be called or visited (D-CB-1), numbered within the round. `complainant`: by `complainantKey`; `owner`: who
   * is to do it, null: nobody could be found; `callAt`: not before, epoch ms.
   */
  | {
      readonly type: 'callTaskOpened'
      readonly round: number
      readonly task: number
      readonly complainant: string
      readonly owner: CallOwner | null
      readonly callAt: number | null
    }
  /** D-RT-7: whoever was to call is there no longer, or does the work now (D-CB-6). `owner` null: nobody else could be found. */
  | {
      readonly type: 'callHandedOver'
      readonly round: number
      readonly task: number
      readonly owner: CallOwner | null
      readonly reason: string
    }
  | {
      readonly type: 'callbackAttempted'
      readonly result: CallbackResult
      /** D-CB-12. */
      readonly outcome: CallbackOutcome
      readonly method: CallMethod
      /** When the person asked to be called again, epoch ms; null: they did not. */
      readonly callAt: number | null
      readonly text: string | null
      readonly day: string
      /** Who was called, by `complainantKey`. */
      readonly complainant: string
      /** The round goes on, for somebody else has still to be heard. */
      readonly goesOn: boolean
      /** What was answered of a call that decides nothing, and so has no answer of its own; left out: nothing. */
      readonly said?: PartlyAnswered
    }
  | {
      readonly type: 'surveyAnswered'
      readonly round: number
      readonly by: 'complainant' | 'phone'
      /** Whose answer it is, by `complainantKey`. */
      readonly complainant: string
      readonly answers: SurveyAnswers
      /** Photos of what is not solved; left out: none. */
      readonly media?: readonly string[]
      /** By whoever filed it for somebody of the family (D-AC-2). */
      readonly forFamily?: true
      /** By the one it was filed for, with the vote of whoever filed it. */
      readonly family?: true
    }
  /** D-CB-5: the answer stands, this is added to it. `cycle`: of the asking that it belongs to. */
  | {
      readonly type: 'surveyDetailed'
      readonly round: number
      readonly cycle: number
      /** By `complainantKey`. */
      readonly complainant: string
      readonly details: SurveyDetails
      /** Photos of what is not solved; left out: none. */
      readonly media?: readonly string[]
      readonly forFamily?: true
      readonly family?: true
    }
  /** D-IN-8: put right by whoever recorded it, to the satisfaction of the person they spoke with. `result`: from 1 to 5. */
  | { readonly type: 'settledOnSpot'; readonly result: number; readonly text: string | null }
  /** Somebody tried what the rules refuse (D-CB-2, D-CB-5, D-CB-6, D-CL-3). `personName` null: somebody who may be hidden. */
  | {
      readonly type: 'findingNoted'
      readonly finding: FindingKind
      readonly personId: string
      readonly personName: string | null
    }
  | { readonly type: 'quietPeriodStarted'; readonly reason: Exemption }
  | { readonly type: 'closed'; readonly ending: Closing }
  | { readonly type: 'archived' }
  /** `complainant`: whose, by `complainantKey`. */
  | { readonly type: 'contactRevealed'; readonly complainant: string }
  | {
      readonly type: 'warned'
      readonly deadline: DeadlineKind
      readonly cycle: number
      readonly share: number
      readonly dueAt: number
    }
  | { readonly type: 'breached'; readonly deadline: DeadlineKind; readonly cycle: number; readonly dueAt: number }
  | {
      readonly type: 'deadlineEscalated'
      readonly deadline: DeadlineKind
      readonly cycle: number
      readonly level: number
      readonly to: Role
      readonly recipientIds: readonly string[]
      readonly dueAt: number
    }

/** The due time of a stopped clock. Epoch ms; open seconds. */
export interface KeptDue {
  readonly deadline: DeadlineKind
  readonly cycle: number
  readonly dueAt: number
  readonly heldSeconds: number
}

/** A change of figures or of calendars only (D-SLA-17). */
export type PolicyScope = 'all' | 'calendars'

export type EventType = TicketEvent['type']
export type EventOf<Type extends EventType> = Extract<TicketEvent, { type: Type }>

/** An event in its place in a ticket's history. `at` is epoch ms; `actorId` is null for the clock. */
export interface Recorded {
  readonly seq: number
  readonly at: number
  readonly actorId: string | null
  readonly event: TicketEvent
}

/** Whether it was said by somebody of the household who did not file it (D-AC-2). */
export const byFamily = (event: TicketEvent): boolean => 'family' in event && event.family === true
