import type { Channel, DeadlineKind, Kind, Role, Severity, Urgency } from '../../../../types/vocabulary'
import type { CalendarConfig } from '../../calendar/calendar'
import type { Target } from '../../calendar/due'
import type { HolidayTable } from '../../calendar/holidays'

/** One value or any of several. */
export type OneOrMany<T> = T | readonly T[]

/** [from, to) by the clock of +08:00, 'HH:mm' or '24:00'; `to` earlier than `from` goes over midnight. */
export interface TimeSpan {
  readonly from: string
  readonly to: string
}

/** What a rule looks at; every part that is given must hold (D-RT-1). */
export interface Condition {
  readonly kind?: OneOrMany<Kind>
  readonly urgency?: OneOrMany<Urgency>
  readonly severity?: OneOrMany<Severity>
  readonly channel?: OneOrMany<Channel>
  /** A category or any below it. */
  readonly category?: OneOrMany<string>
  readonly building?: OneOrMany<string>
  /** A place or any within it. */
  readonly place?: OneOrMany<string>
  readonly center?: OneOrMany<string>
  readonly anonymous?: boolean
  /** The complainant is a key customer (D-CU-1). */
  readonly keyCustomer?: boolean
  readonly timeOfDay?: TimeSpan
  /** True: while the named calendar is open; false: while it is closed. */
  readonly open?: { readonly calendar: string; readonly is: boolean }
}

/** Where a matching routing rule sends a ticket (D-RT-1). */
export type RoutingTarget =
  | { readonly steward: true }
  | { readonly department: string }
  | { readonly categoryDepartment: true }
  | { readonly person: string }
  | { readonly post: Role }
  | { readonly onDuty: true }
  | { readonly triage: true }

export interface RoutingRule {
  readonly name: string
  readonly when?: Condition
  readonly to: RoutingTarget
}

/** Who hears of it at which share of the open time (D-SLA-15). */
export interface EscalationStep {
  readonly at: number
  readonly to: Role
}

export interface DeadlineRule {
  readonly kind: DeadlineKind
  readonly when?: Condition
  readonly calendar: string
  readonly target: Target
  readonly warn?: readonly number[]
  readonly escalate?: readonly EscalationStep[]
}

export interface Category {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  /** The department that answers for it; a leaf without one has its parent's. */
  readonly department?: string
  /** Proposed urgency (D-CL-4). */
  readonly urgency?: Urgency
  readonly icon?: string
  readonly hint?: string
  /** D-IN-3: name and room are never required and hidden from the steward. */
  readonly neighbourDispute?: boolean
  /** Words in a text that speak for this category (D-CL-4). */
  readonly words?: readonly string[]
}

export interface SurveyPolicy {
  /** D-CB-3: solved, and `result` at least this. */
  readonly satisfiedFrom: number
  /** D-CB-1: days until the one reminder. */
  readonly remindAfterDays: number
  /** D-CB-4. */
  readonly unreachedAfterAttempts: number
  /** Days after closing within which the complainant may reopen. */
  readonly reopenWithinDays: number
}

/** Versioned configuration of one service center (design.md, The core). A ticket records the version it runs under. */
export interface Policy {
  readonly calendars: Readonly<Record<string, CalendarConfig>>
  /** The calendar of the center's working hours, one of `calendars`. */
  readonly workingHours: string
  /** Years that the shipped holiday table does not cover, or that were announced otherwise; they win over it. */
  readonly holidayYears?: HolidayTable
  readonly deadlines: readonly DeadlineRule[]
  readonly routing: readonly RoutingRule[]
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  readonly categories: readonly Category[]
  readonly survey: SurveyPolicy
  /** D-SLA-16: longest hold, and the end of a hold that names none. */
  readonly holdMaxDays: number
  /** D-RT-4: more transfers than this, and the service manager decides. */
  readonly maxTransfers: number
  /** Words in a text that speak of danger: then it is proposed as an emergency, whatever was picked (D-CL-4). */
  readonly emergencyWords?: readonly string[]
  /** Between these hours what isn't urgent is kept until the morning. */
  readonly quietHours?: TimeSpan
  readonly faq: readonly { readonly question: string; readonly answer: string; readonly category: string | null }[]
}
