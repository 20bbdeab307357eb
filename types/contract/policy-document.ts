import * as z from 'zod/mini'
import type { DeepReadonly } from '../deep-readonly'
import { limits } from '../limits'
import {
  channelLabels,
  deadlineKindLabels,
  holdReasonLabels,
  keysOf,
  kindLabels,
  roleLabels,
  severityLabels,
  urgencyLabels,
  weekdayLabels,
} from '../vocabulary'
import { id, requiredText } from './fields'
import { questionDocument, standardWordsDocument } from './questionnaire'

/**
 * The versioned configuration of a service center: calendars, deadlines, routing rules, categories. This is the only
 * declaration of it; the domain, the store, the client and the rehearsal use the types derived below, which are
 * read-only because a saved version never changes (D-SLA-17). The schemas check shapes; whether the parts fit together
 * is checked by the domain's `validatePolicy`, which names the place.
 */

const name = () => requiredText(limits.name)
/** Names something that stands elsewhere; whether it is there is the domain's to say. */
const reference = () => requiredText(64)
const oneOrMany = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.union([schema, z.array(schema).check(z.minLength(1), z.maxLength(500))])

/** 'HH:mm' of +08:00. */
const time = () => z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/))
/** [from, to) by the clock of +08:00; `to` earlier than `from` goes over midnight. */
const timeSpanDocument = z.strictObject({ from: time(), to: time() })
/** `YYYY-MM-DD` at +08:00. */
export const day = () => z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const weekday = z.enum(keysOf(weekdayLabels))
/** [open, close) as 'HH:mm' of +08:00; '24:00' is a legal close. A shift over midnight is written as two (D-UN-2). */
const shiftDocument = z.tuple([z.string(), z.string()])
const shifts = z.array(shiftDocument).check(z.maxLength(12))

const weeklyCalendarDocument = z.strictObject({
  /** A weekday that is missing or has no shifts is closed. */
  weekly: z.partialRecord(weekday, shifts),
  /**
   * 'cn': mainland China's statutory holidays are closed and its make-up working days have Monday's shifts. A list of
   * dates 'YYYY-MM-DD' closes those dates and knows no make-up days.
   */
  holidays: z.optional(z.union([z.literal('cn'), z.array(z.string()).check(z.maxLength(2000))])),
  /** A date's own shifts beat holidays and weekdays; [] closes the date, a weekday lends that weekday's shifts. */
  shifts: z.optional(z.record(z.string(), z.union([weekday, shifts]))),
})

/**
 * A working calendar as a manager writes it ("Units, exactly" under D-SLA-14). Faults in shifts and dates are named one
 * by one by the domain's `validateCalendar`.
 */
export const calendarDocument = z.union([z.literal('24x7'), weeklyCalendarDocument])

/** What the State Council announced for one year, as dates 'YYYY-MM-DD'. */
export const holidayYearDocument = z.strictObject({
  holidays: z.array(day()).check(z.maxLength(120)),
  makeUpDays: z.array(day()).check(z.maxLength(60)),
})
/** Per year ('2026'). */
const holidayYearsDocument = z.record(z.string().check(z.regex(/^\d{4}$/)), holidayYearDocument)

/** What a rule looks at; every part that is given must hold (D-RT-1). */
export const conditionDocument = z.strictObject({
  kind: z.optional(oneOrMany(z.enum(keysOf(kindLabels)))),
  urgency: z.optional(oneOrMany(z.enum(keysOf(urgencyLabels)))),
  severity: z.optional(oneOrMany(z.enum(keysOf(severityLabels)))),
  channel: z.optional(oneOrMany(z.enum(keysOf(channelLabels)))),
  /** A category or any below it. */
  category: z.optional(oneOrMany(reference())),
  building: z.optional(oneOrMany(reference())),
  /** A place or any within it. */
  place: z.optional(oneOrMany(reference())),
  center: z.optional(oneOrMany(reference())),
  anonymous: z.optional(z.boolean()),
  /** The complainant is a key customer (D-CU-1). */
  keyCustomer: z.optional(z.boolean()),
  timeOfDay: z.optional(timeSpanDocument),
  /** True: while the named calendar is open; false: while it is closed. */
  open: z.optional(z.strictObject({ calendar: reference(), is: z.boolean() })),
})

/** Where a matching routing rule sends a ticket (D-RT-1). */
export const routingTargetDocument = z.union([
  z.strictObject({ steward: z.literal(true) }),
  z.strictObject({ department: reference() }),
  z.strictObject({ categoryDepartment: z.literal(true) }),
  z.strictObject({ person: reference() }),
  z.strictObject({ post: z.enum(keysOf(roleLabels)) }),
  z.strictObject({ onDuty: z.literal(true) }),
  z.strictObject({ triage: z.literal(true) }),
])

export const routingRuleDocument = z.strictObject({
  name: requiredText(limits.shortText),
  when: z.optional(conditionDocument),
  to: routingTargetDocument,
})

/** What a deadline allows: hours of open time (fractions rounded to the second), working days, or 24:00 of the day. */
export const targetDocument = z.union([
  z.literal('endOfDay'),
  z.strictObject({ hours: z.number() }),
  z.strictObject({ workingDays: z.int() }),
])

/** Who hears of it at which share of the open time; 1 is the due time, more than 1 is after it (D-SLA-15). */
export const escalationStepDocument = z.strictObject({ at: z.number(), to: z.enum(keysOf(roleLabels)) })

export const deadlineRuleDocument = z.strictObject({
  kind: z.enum(keysOf(deadlineKindLabels)),
  when: z.optional(conditionDocument),
  /** Only while the ticket is on hold for such a reason (D-SLA-7); left out: always. */
  waitingFor: z.optional(oneOrMany(z.enum(keysOf(holdReasonLabels)))),
  calendar: reference(),
  target: targetDocument,
  /** Shares of the open time between start and due at which the assignee is warned (D-SLA-15). */
  warn: z.optional(z.array(z.number()).check(z.maxLength(10))),
  escalate: z.optional(z.array(escalationStepDocument).check(z.maxLength(10))),
})

export const categoryDocument = z.strictObject({
  id: id(),
  name: name(),
  parentId: z.nullable(id()),
  /** The department that answers for it; a category without one has its parent's. */
  department: z.optional(reference()),
  /** Proposed urgency (D-CL-4). */
  urgency: z.optional(z.enum(keysOf(urgencyLabels))),
  icon: z.optional(id()),
  hint: z.optional(requiredText(limits.shortText)),
  /** Name and room are never required, and the identity is hidden from the steward (D-IN-3). */
  neighbourDispute: z.optional(z.boolean()),
  /** Words in a text that speak for this category (D-CL-4). */
  words: z.optional(z.array(name()).check(z.maxLength(50))),
})

export const questionnaireDocument = z.strictObject({
  id: id(),
  name: name(),
  /** The first that fits is sent; left out: to everybody. */
  when: z.optional(conditionDocument),
  words: z.optional(standardWordsDocument),
  questions: z.array(questionDocument).check(z.maxLength(limits.surveyQuestions)),
})

export const surveyPolicyDocument = z.strictObject({
  /** Satisfied is: solved, and a result of at least this (D-CB-3). */
  satisfiedFrom: z.int(),
  /** Days until the one reminder (D-CB-1). */
  remindAfterDays: z.int(),
  /** Attempts without an answer after which a ticket closes as unreached (D-CB-4). */
  unreachedAfterAttempts: z.int(),
  /** Days after closing within which the complainant may reopen. */
  reopenWithinDays: z.int(),
  /** Days within which an answer of one tap can be added to (D-CB-5); left out: 3. */
  detailsWithinDays: z.optional(z.int()),
  /** How often a household is asked in a calendar month at most (D-CB-12); left out: always. */
  mostPerHouseholdAMonth: z.optional(z.int()),
  /** What is asked beside and instead of the usual words; left out: only what is always asked. */
  questionnaires: z.optional(z.array(questionnaireDocument).check(z.maxLength(50))),
})

/** From when on a matter is hot or major by rule (D-SP-1, D-SP-2). */
export const specialPolicyDocument = z.strictObject({
  /** So many complainants … */
  hotPeople: z.int(),
  /** … within so many days. */
  hotDays: z.int(),
  /** How much of what the shorter of two complaints says the other has to say too, 0 … 1. */
  likeness: z.number(),
  /** Yuan demanded. */
  majorSum: z.number(),
  /** So many have seen what stands online that quality approves the reply (D-HD-6); left out: the usual figure. */
  wideReach: z.optional(z.int()),
})

export const policyDocument = z.strictObject({
  calendars: z.record(reference(), calendarDocument),
  /** The calendar of the center's working hours, one of `calendars`. */
  workingHours: reference(),
  /** Years that the shipped holiday table does not cover, or that were announced otherwise; they win over it. */
  holidayYears: z.optional(holidayYearsDocument),
  deadlines: z.array(deadlineRuleDocument).check(z.maxLength(limits.policyRules)),
  routing: z.array(routingRuleDocument).check(z.maxLength(limits.policyRules)),
  departments: z.array(z.strictObject({ id: id(), name: name() })).check(z.maxLength(100)),
  categories: z.array(categoryDocument).check(z.maxLength(500)),
  survey: surveyPolicyDocument,
  /** Left out: the usual figures. */
  special: z.optional(specialPolicyDocument),
  /** Longest hold, and the end of a hold that names none (D-SLA-16). */
  holdMaxDays: z.int(),
  /** More transfers than this, and the service manager decides (D-RT-4). */
  maxTransfers: z.int(),
  /** Yuan up to which nobody has to approve a compensation (D-HD-7); left out: each is approved. */
  compensationLimit: z.optional(z.int()),
  /** Words in a text that speak of danger: then it is proposed as an emergency, whatever was picked (D-CL-4). */
  emergencyWords: z.optional(z.array(name()).check(z.maxLength(100))),
  /** Where else a complainant may go (D-CB-11); left out: the usual places. */
  recourse: z.optional(requiredText(limits.text)),
  /** Between these hours (+08:00) what isn't urgent is kept until the morning; left out: at any hour. */
  quietHours: z.optional(timeSpanDocument),
  faq: z
    .array(
      z.strictObject({
        question: requiredText(limits.shortText),
        answer: requiredText(limits.text),
        category: z.nullable(id()),
      }),
    )
    .check(z.maxLength(100)),
})

type Read<Schema extends z.ZodMiniType> = DeepReadonly<z.output<Schema>>

/** One value or any of several. */
export type OneOrMany<T> = T | readonly T[]
export type TimeSpan = Read<typeof timeSpanDocument>
export type Shift = Read<typeof shiftDocument>
export type CalendarConfig = Read<typeof calendarDocument>
export type WeeklyCalendar = Read<typeof weeklyCalendarDocument>
export type HolidayYear = Read<typeof holidayYearDocument>
export type HolidayTable = Read<typeof holidayYearsDocument>
export type Condition = Read<typeof conditionDocument>
export type RoutingTarget = Read<typeof routingTargetDocument>
export type RoutingRule = Read<typeof routingRuleDocument>
export type DeadlineTarget = Read<typeof targetDocument>
export type EscalationStep = Read<typeof escalationStepDocument>
export type DeadlineRule = Read<typeof deadlineRuleDocument>
export type Category = Read<typeof categoryDocument>
export type Questionnaire = Read<typeof questionnaireDocument>
export type SurveyPolicy = Read<typeof surveyPolicyDocument>
export type SpecialPolicy = Read<typeof specialPolicyDocument>
export type Policy = Read<typeof policyDocument>
