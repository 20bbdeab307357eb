import * as z from 'zod/mini'
import { limits } from '../limits'
import { postsWith } from '../rights'
import { deadlineKindLabels, keysOf, urgencyLabels } from '../vocabulary'
import { action } from './define'
import { idempotencyKey, ofCenter, optionalText, requiredText } from './fields'
import { calendarDocument, day, policyDocument } from './policy-document'

const readers = postsWith('readPolicy')
const writers = postsWith('editPolicy')

const version = () => z.int().check(z.gte(1))
const versionView = z.object({
  version: z.number(),
  createdAt: z.number(),
  createdBy: z.string(),
  note: z.string(),
  /** Whether running tickets moved to it, or only those filed later (D-SLA-17). */
  applyTo: z.enum(['new', 'running']),
})

/** What is wrong with a policy, or worth knowing; `path` as in `routing.3.to.person`. Blocking ones refuse the save. */
export const policyProblem = z.object({ path: z.string(), message: z.string(), blocking: z.boolean() })

/** One difference between two policies, in words. */
export const policyChange = z.object({
  section: z.string(),
  what: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
})

/** How a set of tickets fared, or would have. */
const fate = z.object({
  filed: z.number(),
  /** Tickets with at least one breached deadline, and how many of these are completions. */
  late: z.number(),
  lateCompletions: z.number(),
  breaches: z.number(),
  /** Filed without a person to name: they waited in triage. */
  triaged: z.number(),
})

const people = z.array(z.object({ personId: z.string(), name: z.string(), before: z.number(), after: z.number() }))

export const policy = {
  current: action({
    about: 'The policy that new tickets of the center run under, with what is worth a manager’s attention',
    callers: [...readers],
    request: z.object(ofCenter()),
    response: z.object({
      centerId: z.string(),
      current: versionView,
      policy: policyDocument,
      problems: z.array(policyProblem),
      /** Years for which holidays are known, ascending. */
      coveredYears: z.array(z.number()),
      /** Names for what rules speak of. */
      buildings: z.array(z.object({ id: z.string(), name: z.string() })),
      places: z.array(z.object({ id: z.string(), name: z.string() })),
      staff: z.array(z.object({ id: z.string(), name: z.string(), posts: z.string() })),
      editable: z.boolean(),
    }),
    errors: [],
  }),
  history: action({
    about: 'All versions of the policy, newest first',
    callers: [...readers],
    request: z.object(ofCenter()),
    response: z.object({ versions: z.array(versionView) }),
    errors: [],
  }),
  compare: action({
    about: 'What changed from one version to another, in words',
    callers: [...readers],
    request: z.object({ ...ofCenter(), from: version(), to: version() }),
    response: z.object({ changes: z.array(policyChange), policy: policyDocument }),
    errors: ['notFound'],
  }),
  check: action({
    about: 'What would be wrong with a policy, and what it changes, without saving it',
    callers: [...readers],
    request: z.object({ ...ofCenter(), policy: policyDocument }),
    response: z.object({ problems: z.array(policyProblem), changes: z.array(policyChange) }),
    errors: [],
  }),
  save: action({
    about: 'Makes a new version of the policy; refused as a whole when anything in it is wrong (D-SLA-17, D-RT-6)',
    callers: [...writers],
    idempotent: true,
    request: z.object({
      ...ofCenter(),
      idempotencyKey: idempotencyKey(),
      /** The version it was made from; somebody else’s newer one answers `staleVersion`. */
      baseVersion: version(),
      policy: policyDocument,
      note: requiredText(limits.shortText),
      applyTo: z.enum(['new', 'running']),
    }),
    response: z.object({ version: z.number(), runningTickets: z.number() }),
    errors: ['staleVersion', 'idempotencyConflict'],
  }),
  rehearse: action({
    about: 'Replays the last days through a policy: who would have got what, and what would have been late (D-RH-1)',
    callers: [...readers],
    request: z.object({
      ...ofCenter(),
      policy: policyDocument,
      days: z.union([z.literal(30), z.literal(90), z.literal(365)]),
    }),
    response: z.object({
      from: z.number(),
      to: z.number(),
      before: fate,
      after: fate,
      people,
      /** How many tickets differ in all; the list below is cut. */
      differing: z.number(),
      tickets: z.array(
        z.object({
          ticketId: z.string(),
          number: z.string(),
          filedAt: z.number(),
          category: z.string(),
          urgency: z.enum(keysOf(urgencyLabels)),
          assigneeBefore: z.nullable(z.string()),
          assigneeAfter: z.nullable(z.string()),
          why: z.string(),
          deadlines: z.array(
            z.object({
              kind: z.enum(keysOf(deadlineKindLabels)),
              cycle: z.number(),
              dueBefore: z.nullable(z.number()),
              dueAfter: z.nullable(z.number()),
              /** Years whose holidays are not announced yet and may still move `dueAfter` (D-SLA-21). */
              unannouncedYears: z.array(z.number()),
              lateBefore: z.boolean(),
              lateAfter: z.boolean(),
            }),
          ),
        }),
      ),
    }),
    errors: [],
  }),
  month: action({
    about: 'One month of a calendar, day by day',
    callers: [...readers],
    request: z.object({
      calendar: calendarDocument,
      /** Years of a policy that is being edited. */
      holidayYears: z.optional(policyDocument.shape.holidayYears),
      month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
    }),
    response: z.object({
      /** False: this year is not announced yet, so only the days fixed by law are holidays (D-SLA-21). */
      covered: z.boolean(),
      days: z.array(
        z.object({
          day: z.string(),
          weekday: z.int(),
          kind: z.enum(['open', 'closed', 'holiday', 'makeUp', 'own']),
          shifts: z.array(z.tuple([z.string(), z.string()])),
        }),
      ),
    }),
    errors: [],
  }),
  readHolidays: action({
    about:
      'Reads a pasted list of one year’s holidays and make-up days, or that of the shipped table when none is given',
    callers: [...readers],
    request: z.object({ year: z.int().check(z.gte(2000), z.lte(2100)), text: optionalText(10_000) }),
    response: z.object({ holidays: z.array(day()), makeUpDays: z.array(day()) }),
    errors: ['notFound'],
  }),
}
