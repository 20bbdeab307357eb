import * as z from 'zod/mini'
import { limits } from '../limits'
import {
  channelLabels,
  deadlineKindLabels,
  keysOf,
  kindLabels,
  roleLabels,
  severityLabels,
  urgencyLabels,
  weekdayLabels,
} from '../vocabulary'
import { id, requiredText } from './fields'

/**
 * The configuration of a service center as it is written down, sent and rehearsed (design.md, The core): calendars,
 * deadlines, routing rules, categories. Shapes only; whether the parts fit together is checked by the domain, which
 * names the place.
 */

const name = () => requiredText(limits.name)
/** Names something that stands elsewhere; whether it is there is the domain's to say. */
const reference = () => requiredText(64)
const oneOrMany = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.union([schema, z.array(schema).check(z.minLength(1), z.maxLength(500))])

/** 'HH:mm' of +08:00. */
const time = () => z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/))
/** `YYYY-MM-DD` at +08:00. */
export const day = () => z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const weekday = z.enum(keysOf(weekdayLabels))
const shifts = z.array(z.tuple([z.string(), z.string()])).check(z.maxLength(12))

/** A working calendar; faults in shifts and dates are named one by one by the domain's `validateCalendar`. */
export const calendarDocument = z.union([
  z.literal('24x7'),
  z.strictObject({
    weekly: z.partialRecord(weekday, shifts),
    holidays: z.optional(z.union([z.literal('cn'), z.array(z.string()).check(z.maxLength(2000))])),
    shifts: z.optional(z.record(z.string(), z.union([weekday, shifts]))),
  }),
])

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
  /** From … to by the clock of +08:00, [from, to); `to` earlier than `from` goes over midnight. */
  timeOfDay: z.optional(z.strictObject({ from: time(), to: time() })),
  /** True: while the named calendar is open; false: while it is closed. */
  open: z.optional(z.strictObject({ calendar: reference(), is: z.boolean() })),
})

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

export const targetDocument = z.union([
  z.literal('endOfDay'),
  z.strictObject({ hours: z.number() }),
  z.strictObject({ workingDays: z.int() }),
])

export const deadlineRuleDocument = z.strictObject({
  kind: z.enum(keysOf(deadlineKindLabels)),
  when: z.optional(conditionDocument),
  calendar: reference(),
  target: targetDocument,
  /** Shares of the open time between start and due at which the assignee is warned (D-SLA-15). */
  warn: z.optional(z.array(z.number()).check(z.maxLength(10))),
  escalate: z.optional(
    z.array(z.strictObject({ at: z.number(), to: z.enum(keysOf(roleLabels)) })).check(z.maxLength(10)),
  ),
})

export const categoryDocument = z.strictObject({
  id: id(),
  name: name(),
  parentId: z.nullable(id()),
  department: z.optional(reference()),
  urgency: z.optional(z.enum(keysOf(urgencyLabels))),
  icon: z.optional(id()),
  hint: z.optional(requiredText(limits.shortText)),
  neighbourDispute: z.optional(z.boolean()),
  /** Words in a text that speak for this category (D-CL-4). */
  words: z.optional(z.array(name()).check(z.maxLength(50))),
})

export const surveyPolicyDocument = z.strictObject({
  satisfiedFrom: z.int(),
  remindAfterDays: z.int(),
  unreachedAfterAttempts: z.int(),
  reopenWithinDays: z.int(),
})

export const policyDocument = z.strictObject({
  calendars: z.record(reference(), calendarDocument),
  workingHours: reference(),
  /** Years that the shipped holiday table does not cover, or announced otherwise; they win over it. */
  holidayYears: z.optional(
    z.record(
      z.string().check(z.regex(/^\d{4}$/)),
      z.strictObject({
        holidays: z.array(day()).check(z.maxLength(120)),
        makeUpDays: z.array(day()).check(z.maxLength(60)),
      }),
    ),
  ),
  deadlines: z.array(deadlineRuleDocument).check(z.maxLength(limits.policyRules)),
  routing: z.array(routingRuleDocument).check(z.maxLength(limits.policyRules)),
  departments: z.array(z.strictObject({ id: id(), name: name() })).check(z.maxLength(100)),
  categories: z.array(categoryDocument).check(z.maxLength(500)),
  survey: surveyPolicyDocument,
  holdMaxDays: z.int(),
  maxTransfers: z.int(),
  /** Words in a text that speak of danger (D-CL-4). */
  emergencyWords: z.optional(z.array(name()).check(z.maxLength(100))),
  /** Between these hours (+08:00) what isn't urgent is kept until the morning; left out: at any hour. */
  quietHours: z.optional(z.strictObject({ from: time(), to: time() })),
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
export type PolicyDocument = z.output<typeof policyDocument>
