import * as z from 'zod/mini'
import { limits } from '../limits'
import {
  callMethodLabels,
  callbackOutcomeLabels,
  callbackResultLabels,
  causeFactorLabels,
  declineReasonLabels,
  disputeDecisionLabels,
  followingOutcomeLabels,
  holdReasonLabels,
  keysOf,
  remedyDecisionLabels,
  remedyLabels,
  type ReportPart,
  reportStageLabels,
  responsiblePartyLabels,
  saidExemptions,
  severityLabels,
  surveyReasonLabels,
  thirdPartyLabels,
  urgencyLabels,
  verdictLabels,
} from '../vocabulary'
import { id, idempotencyKey, instant, optionalText, photos, rating, requiredText } from './fields'
import { moreAnswers } from './questionnaire'

const base = { ticketId: id(), idempotencyKey: idempotencyKey(), version: z.optional(z.int().check(z.gte(1))) }
const command = <Name extends string, Shape extends z.core.$ZodLooseShape>(name: Name, shape: Shape) =>
  z.object({ ...base, command: z.literal(name), ...shape })

/** A survey's answers (D-CB-1). */
export const surveyAnswers = {
  reception: rating(),
  measures: rating(),
  result: rating(),
  solved: z.boolean(),
  reasons: z.optional(z.array(z.enum(keysOf(surveyReasonLabels))).check(z.maxLength(7))),
  text: optionalText(),
  suggestion: optionalText(),
  /** D-CB-5: hidden from the handler until the round has ended. */
  anonymous: z.optional(z.boolean()),
  /** By the ids of the questions that the round was sent with. */
  more: z.optional(moreAnswers),
}

const classification = {
  category: id(),
  urgency: z.enum(keysOf(urgencyLabels)),
  severity: z.optional(z.enum(keysOf(severityLabels))),
}

/** What a report says beside what happened (D-SP-3); which parts it has follows from its stage. */
export const reportParts = () =>
  z.object({
    cause: optionalText(),
    status: optionalText(),
    difficulties: optionalText(),
    help: optionalText(),
    lessons: optionalText(),
    corrective: optionalText(),
    preventive: optionalText(),
  } satisfies Record<ReportPart, z.ZodMiniType>)

/** D-CL-5. */
export const cause = () =>
  z.object({ factor: z.enum(keysOf(causeFactorLabels)), detail: optionalText(limits.shortText) })

/** Who else has caused it: who they are, and how they can be reached, in words (D-IN-10, D-SP-6). */
export const thirdParty = () =>
  z.object({
    kind: z.enum(keysOf(thirdPartyLabels)),
    name: requiredText(limits.shortText),
    contact: optionalText(limits.shortText),
  })

/** How far something has gone online, as it was read (D-SP-5). */
const reach = () => z.optional(z.int().check(z.gte(0), z.lte(10_000_000_000)))

/** Something found online, and how far it had gone at an instant (D-SP-5). */
export const onlinePost = {
  link: requiredText(limits.link),
  platform: optionalText(limits.name),
  views: reach(),
  followers: reach(),
  comments: reach(),
  /** When these were read, epoch ms; left out: now. */
  readAt: z.optional(instant()),
}

/**
 * The commands of `ticket.act` with their fields (docs/architecture.md, Stable interfaces). `version`, where sent, is the one the
 * caller has seen: an older one answers `staleVersion` and changes nothing.
 */
export const actRequest = z.discriminatedUnion('command', [
  // D-CL-3: a severity lower than the ticket has needs the reason.
  command('triage', { ...classification, reason: optionalText(limits.shortText) }),
  command('reclassify', { ...classification, reason: requiredText(limits.shortText) }),
  // D-IN-10: whoever else has caused it is named, and followed until they have solved it.
  command('decline', {
    reason: z.enum(keysOf(declineReasonLabels)),
    text: requiredText(),
    thirdParty: z.optional(thirdParty()),
  }),
  command('dispatch', {
    departmentId: z.optional(id()),
    assigneeId: z.optional(id()),
    requirement: optionalText(limits.shortText),
  }),
  command('accept', {}),
  command('return', { reason: requiredText(limits.shortText) }),
  command('transfer', { assigneeId: id(), reason: requiredText(limits.shortText) }),
  command('reply', { text: requiredText(), photos: z.optional(photos()) }),
  command('note', { text: requiredText() }),
  command('propose', {
    measures: requiredText(),
    responsible: requiredText(limits.shortText),
    completeBy: instant(),
  }),
  command('inspect', { findings: requiredText(), photos: z.optional(photos()) }), // D-HD-2
  command('agree', {}),
  command('counter', { text: requiredText() }),
  command('hold', {
    reason: z.enum(keysOf(holdReasonLabels)),
    until: z.optional(instant()),
    /** Of `awaitingThirdParty`: whom it waits for. */
    thirdParty: z.optional(thirdParty()),
  }),
  command('resume', {}),
  command('complete', {
    summary: requiredText(),
    photos: z.optional(photos()),
    /** Why there are none, where there are photos of before (D-HD-3). */
    noPhotoReason: optionalText(limits.shortText),
    cause: cause(),
    verdict: z.enum(keysOf(verdictLabels)),
    responsibleParty: z.enum(keysOf(responsiblePartyLabels)),
    /** Yuan paid or spent, if any (D-HD-3). */
    cost: z.optional(z.number().check(z.gte(0), z.lte(100_000_000))),
  }),
  // What the completion says of cause, verdict and party, corrected (D-CL-5); left out: it stands.
  command('verify', {
    text: optionalText(),
    cause: z.optional(cause()),
    verdict: z.optional(z.enum(keysOf(verdictLabels))),
    responsibleParty: z.optional(z.enum(keysOf(responsiblePartyLabels))),
  }),
  command('reject', { text: requiredText() }),
  // `complainant`: for whom staff urge who has rung up, by the ticket on which they told it (D-IN-1).
  command('urge', { text: optionalText(), complainant: z.optional(id()) }),
  command('supplement', { text: requiredText(), photos: z.optional(photos()) }),
  // `complainant`: for whom a clerk says so, where several told it by phone (D-HD-8).
  command('withdraw', { reason: optionalText(limits.shortText), complainant: z.optional(id()) }),
  // `ownInitiative`: a manager's or quality's own decision and nobody's dissatisfaction (D-CB-10).
  command('reopen', {
    reason: requiredText(),
    photos: z.optional(photos()),
    ownInitiative: z.optional(z.boolean()),
  }),
  // D-CB-11: the outcome is not accepted; open until quality has decided.
  command('dispute', { text: requiredText(), photos: z.optional(photos()) }),
  command('decideDispute', { decision: z.enum(keysOf(disputeDecisionLabels)), text: requiredText() }),
  // D-HD-7: for somebody who was not content. `sum`: yuan, of a compensation.
  command('remedy', {
    kind: z.enum(keysOf(remedyLabels)),
    text: requiredText(),
    sum: z.optional(z.number().check(z.gt(0), z.lte(100_000_000))),
  }),
  // `text`: why, where it is refused.
  command('decideRemedy', { decision: z.enum(keysOf(remedyDecisionLabels)), text: optionalText() }),
  // D-HD-2, D-HD-6: what waits to be approved; `text`: why, where it is refused.
  command('decideDraft', { decision: z.enum(keysOf(remedyDecisionLabels)), text: optionalText() }),
  // D-SP-6: how following the third party ends, and what the complainant reads of it.
  command('endFollowing', { outcome: z.enum(keysOf(followingOutcomeLabels)), text: requiredText() }),
  // D-SP-5: a link that is known is read once more, any other is a further post about the same.
  command('notePost', onlinePost),
  // D-SP-5: what is said apart is a matter of its own, and each names the other.
  command('relate', { relatedTo: id() }),
  // D-HD-4
  command('reportBack', { text: requiredText() }),
  command('supervise', { text: requiredText() }),
  // D-SLA-14: one order by its number; left out: every order that is open.
  command('answerSupervision', { text: requiredText(), order: z.optional(z.int().check(z.gte(1))) }),
  command('merge', { into: id() }),
  command('undoMerge', { reason: optionalText(limits.shortText) }),
  command('split', { reason: requiredText(limits.shortText) }),
  command('escalate', { reason: requiredText() }),
  // D-RT-5: an own deadline in open hours of the center, or the policy's.
  command('assist', {
    departmentId: z.optional(id()),
    assigneeId: z.optional(id()),
    task: requiredText(limits.shortText),
    hours: z.optional(z.number().check(z.gt(0), z.lte(1000))),
  }),
  command('finishAssist', { assist: z.int().check(z.gte(1)), text: requiredText(), photos: z.optional(photos()) }),
  command('cancelAssist', { assist: z.int().check(z.gte(1)), reason: requiredText(limits.shortText) }),
  // D-CL-3: what the rules propose, confirmed, or not with a reason.
  command('judgeSeverity', { confirmed: z.boolean(), reason: optionalText(limits.shortText) }),
  // D-SP-3: `text` says what happened.
  command('report', {
    stage: z.enum(keysOf(reportStageLabels)),
    text: requiredText(),
    parts: z.optional(reportParts()),
  }),
  // By its number, left out: the first that waits. Not approved it has to be given anew, and `text` says why.
  command('judgeReport', { report: z.optional(z.int().check(z.gte(1))), approved: z.boolean(), text: optionalText() }),
  // `complainant`: of whom it is said, where it is no matter of the ticket's (D-CB-2, D-HD-8).
  command('exempt', {
    reason: z.enum(saidExemptions),
    text: requiredText(limits.shortText),
    complainant: z.optional(id()),
  }),
  command('recordCallback', {
    result: z.enum(keysOf(callbackResultLabels)),
    text: optionalText(),
    answers: z.optional(z.object(surveyAnswers)),
    /** The same told apart (D-CB-12); left out: as `result` says, `answered` in full and `unreached` for want of an answer. */
    outcome: z.optional(z.enum(keysOf(callbackOutcomeLabels))),
    /** Left out: by telephone. */
    method: z.optional(z.enum(keysOf(callMethodLabels))),
    /** Of `later`: when the person asked to be called again. */
    callAt: z.optional(instant()),
    /** Of `partial`: what was answered. */
    part: z.optional(
      z.object({
        solved: z.optional(z.boolean()),
        result: z.optional(rating()),
        measures: z.optional(rating()),
        reception: z.optional(rating()),
        reasons: surveyAnswers.reasons,
        suggestion: surveyAnswers.suggestion,
        more: surveyAnswers.more,
      }),
    ),
    /** Who was called, by the ticket on which they told it (`complainants`); left out: the first who has still to be heard (D-HD-8). */
    complainant: z.optional(id()),
  }),
  command('archive', {}),
])
export type ActRequest = z.infer<typeof actRequest>
/** A command of `ticket.act`, without the envelope. */
export type ActCommand = ActRequest['command']
