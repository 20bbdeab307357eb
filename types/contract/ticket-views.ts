import * as z from 'zod/mini'
import {
  causeFactorLabels,
  channelLabels,
  commandLabels,
  deadlineKindLabels,
  draftKindLabels,
  endingLabels,
  followingOutcomeLabels,
  familyRelationLabels,
  holdReasonLabels,
  keysOf,
  kindLabels,
  mediaKindLabels,
  moodLabels,
  remedyLabels,
  reportStageLabels,
  responsiblePartyLabels,
  roleLabels,
  severityLabels,
  stateLabels,
  thirdPartyLabels,
  urgencyLabels,
  verdictLabels,
} from '../vocabulary'
import { reportParts } from './commands'

/** A photo, video or voice note with links that work for a few minutes and only for whoever may see it. */
export const mediaView = z.object({
  mediaId: z.string(),
  kind: z.enum(keysOf(mediaKindLabels)),
  url: z.string(),
  thumbUrl: z.nullable(z.string()),
  width: z.nullable(z.number()),
  height: z.nullable(z.number()),
})

/** One clock of a ticket (docs/rules.md, Deadlines). Times in epoch ms. */
export const deadlineView = z.object({
  kind: z.enum(keysOf(deadlineKindLabels)),
  cycle: z.number(),
  startedAt: z.number(),
  dueAt: z.number(),
  metAt: z.nullable(z.number()),
  /** Ended without being met: the matter was withdrawn, re-dispatched or otherwise needs it no longer. */
  endedAt: z.nullable(z.number()),
  heldSeconds: z.number(),
  /** Years whose holidays are not announced yet and may still move the due time (D-SLA-21); mostly none. */
  unannouncedYears: z.array(z.number()),
  warnings: z.array(z.object({ share: z.number(), at: z.number() })),
  breachedAt: z.nullable(z.number()),
  escalations: z.array(z.object({ level: z.number(), to: z.string(), at: z.number() })),
  running: z.boolean(),
  /** What this clock will do by itself, earliest first; told to staff only, and as things stand now. */
  next: z.array(
    z.object({
      at: z.number(),
      what: z.enum(['warn', 'breach', 'escalate', 'reassign', 'end']),
      /** Of a warning: share of the time used by then. */
      share: z.nullable(z.number()),
      /** Of an escalation: whose post is told. */
      to: z.nullable(z.enum(keysOf(roleLabels))),
    }),
  ),
})

export const personView = z.object({
  id: z.nullable(z.string()),
  name: z.string(),
  role: z.nullable(z.enum(keysOf(roleLabels))),
})

export const timelineEntry = z.object({
  seq: z.number(),
  at: z.number(),
  type: z.string(),
  /** What happened, in words for this reader. */
  title: z.string(),
  text: z.nullable(z.string()),
  actor: z.nullable(personView),
  /** Said by somebody of the filer's household (D-AC-2); left out: by anybody else. */
  byFamily: z.optional(z.boolean()),
  /** True when the reader did it. */
  mine: z.boolean(),
  /** Never sent to residents (D-HD-5). */
  internal: z.boolean(),
  media: z.array(mediaView),
})

/**
 * Of an emergency that is still to be dealt with: who has it, and by when they take it on, epoch ms (null: they have). null:
 * no emergency, or it is over.
 */
export const emergencyStanding = z.nullable(
  z.object({ handlerName: z.nullable(z.string()), acceptBy: z.nullable(z.number()) }),
)

const words = z.object({ text: z.string(), at: z.number() })

/**
 * What staff have to know before anything else, of a matter that is open (L-WRK-2); null: nothing, or the reader is none of
 * them. Texts in a list are cut. Times in epoch ms.
 */
export const ticketNews = z.nullable(
  z.object({
    /** How often a complainant has urged since anybody last spoke to them. */
    urges: z.number(),
    /** Their newest words that nobody has answered. */
    words: z.nullable(words),
    /** What they have against the proposal; until there is another one. */
    objection: z.nullable(words),
    /** Why the work did not pass verification; until it is reported as done again. */
    rejected: z.nullable(words),
    /** Why the present round began; null: it is the first. */
    reopened: z.nullable(z.object({ round: z.number(), text: z.string(), at: z.number() })),
  }),
)

/** Of a ticket that waits: for what, since when and until when (D-SLA-16). Epoch ms. */
const ticketHold = z.nullable(
  z.object({ reason: z.enum(keysOf(holdReasonLabels)), since: z.number(), until: z.number() }),
)

/** A row of a list. */
export const ticketItem = z.object({
  ticketId: z.string(),
  number: z.string(),
  version: z.number(),
  state: z.enum(keysOf(stateLabels)),
  ending: z.nullable(z.enum(keysOf(endingLabels))),
  kind: z.enum(keysOf(kindLabels)),
  /** By which way it was told; of one's own matters, everything but the mini-program was recorded by staff. */
  channel: z.enum(keysOf(channelLabels)),
  category: z.string(),
  categoryName: z.string(),
  urgency: z.enum(keysOf(urgencyLabels)),
  severity: z.enum(keysOf(severityLabels)),
  place: z.string(),
  /** The first 80 characters. */
  text: z.string(),
  filedAt: z.number(),
  updatedAt: z.number(),
  assigneeName: z.nullable(z.string()),
  departmentName: z.nullable(z.string()),
  /** Has been asked to help and has not finished (D-RT-5); then `nextDue` is the time for that. */
  assisting: z.boolean(),
  /** What runs out next, if a clock is running. */
  nextDue: z.nullable(z.object({ kind: z.enum(keysOf(deadlineKindLabels)), startedAt: z.number(), dueAt: z.number() })),
  /** What the complainant may expect next, one sentence; its 今天 and 明天 are those of `promiseSaidAt`. */
  promise: z.nullable(z.string()),
  /** Epoch ms. An answer that is kept is shown later: see `retold`. */
  promiseSaidAt: z.number(),
  emergency: emergencyStanding,
  thumbnail: z.nullable(mediaView),
  /** The reader follows it as one of the household, and did not file it (D-AC-2). */
  ofFamily: z.boolean(),
  /** Filed for somebody of the family; null: for oneself. */
  forFamily: z.nullable(z.enum(keysOf(familyRelationLabels))),
  news: ticketNews,
  hold: ticketHold,
  allowedActions: z.array(z.enum(keysOf(commandLabels))),
})

export const ticketView = z.object({
  ticketId: z.string(),
  number: z.string(),
  version: z.number(),
  state: z.enum(keysOf(stateLabels)),
  ending: z.nullable(z.enum(keysOf(endingLabels))),
  cycle: z.number(),
  kind: z.enum(keysOf(kindLabels)),
  category: z.string(),
  categoryName: z.string(),
  urgency: z.enum(keysOf(urgencyLabels)),
  severity: z.enum(keysOf(severityLabels)),
  channel: z.enum(keysOf(channelLabels)),
  mood: z.nullable(z.enum(keysOf(moodLabels))),
  text: z.string(),
  expectation: z.nullable(z.string()),
  place: z.object({ placeId: z.nullable(z.string()), name: z.string() }),
  occurredAt: z.nullable(z.number()),
  filedAt: z.number(),
  updatedAt: z.number(),
  anonymous: z.boolean(),
  /** As far as the reader may see: null when hidden. The phone is masked for staff (D-PO-4). */
  complainant: z.nullable(
    z.object({ name: z.string(), relation: z.nullable(z.string()), phone: z.nullable(z.string()), mine: z.boolean() }),
  ),
  /** The reader follows it as one of the household, and did not file it (D-AC-2). */
  ofFamily: z.boolean(),
  /** For whom of the family it was filed, as far as the reader may know who filed it; null: for oneself. */
  forFamily: z.nullable(
    z.object({
      name: z.nullable(z.string()),
      relation: z.enum(keysOf(familyRelationLabels)),
      /** It was filed for the reader. */
      me: z.boolean(),
    }),
  ),
  /** Whether the reader has asked to be told how it goes on; null: who complains, or works on it, need not ask. */
  following: z.nullable(z.boolean()),
  /** Everybody on the matter, the filer first (D-HD-8); told to staff only, as far as each may be known. */
  complainants: z.array(
    z.object({
      /**
       * Names the person in `recordCallback`, `exempt`, `withdraw` and `revealContact`: the ticket on which they told it,
       * since an account's id would tell who somebody hidden is (D-IN-3).
       */
      complainant: z.string(),
      /** Number of the ticket on which they told it. */
      number: z.string(),
      name: z.nullable(z.string()),
      /** Masked. */
      phone: z.nullable(z.string()),
      hasAccount: z.boolean(),
      anonymous: z.boolean(),
      mood: z.nullable(z.enum(keysOf(moodLabels))),
      since: z.number(),
      withdrawn: z.boolean(),
      /** In the latest round. */
      survey: z.enum(['notAsked', 'open', 'answered']),
    }),
  ),
  assignee: z.nullable(personView),
  department: z.nullable(z.object({ id: z.string(), name: z.string() })),
  requirement: z.nullable(z.string()),
  route: z.nullable(z.object({ rule: z.string(), why: z.string() })),
  promisedReplyBy: z.nullable(z.number()),
  promise: z.nullable(z.string()),
  promiseSaidAt: z.number(),
  /** Where else the complainant may go (D-CB-11); null where the matter has not come to that. */
  recourse: z.nullable(z.string()),
  /** The deadline that `promise` speaks of: what a countdown beside it counts to. */
  promised: z.nullable(z.object({ startedAt: z.number(), dueAt: z.number() })),
  /** A person has taken it on (D-SLA-0). */
  acknowledged: z.boolean(),
  emergency: emergencyStanding,
  hold: ticketHold,
  news: ticketNews,
  /** Of a merged ticket: what it was merged into, in the end, and where that stands (D-HD-8). */
  mergedInto: z.nullable(
    z.object({
      ticketId: z.string(),
      number: z.string(),
      state: z.enum(keysOf(stateLabels)),
      ending: z.nullable(z.enum(keysOf(endingLabels))),
    }),
  ),
  proposal: z.nullable(
    z.object({
      round: z.number(),
      measures: z.string(),
      responsible: z.string(),
      completeBy: z.number(),
      status: z.enum(['open', 'agreed', 'countered', 'dropped']),
    }),
  ),
  completion: z.nullable(
    z.object({
      summary: z.string(),
      factor: z.enum(keysOf(causeFactorLabels)),
      detail: z.nullable(z.string()),
      verdict: z.enum(keysOf(verdictLabels)),
      responsibleParty: z.enum(keysOf(responsiblePartyLabels)),
      /** Yuan paid or spent, and why there are no photos of after (D-HD-3): told to staff only, null where not said. */
      cost: z.nullable(z.number()),
      noPhotoReason: z.nullable(z.string()),
      at: z.number(),
    }),
  ),
  /** What completing a matter of this category usually says (D-CL-5), to begin from; told to staff only. */
  usual: z.nullable(
    z.object({
      factor: z.enum(keysOf(causeFactorLabels)),
      verdict: z.enum(keysOf(verdictLabels)),
      responsibleParty: z.enum(keysOf(responsiblePartyLabels)),
      /** Whole sentences about what was done. */
      phrases: z.array(z.string()),
    }),
  ),
  /** D-HD-7, oldest first; what waits for being approved, or was refused, is told to staff only. Yuan. */
  remedies: z.array(
    z.object({
      remedy: z.number(),
      kind: z.enum(keysOf(remedyLabels)),
      text: z.string(),
      sum: z.nullable(z.number()),
      status: z.enum(['given', 'waiting', 'approved', 'refused']),
      approverName: z.nullable(z.string()),
    }),
  ),
  /** Who else has caused it (D-IN-10, D-SP-6); of a neighbour residents read no name. null: nobody is named. */
  thirdParty: z.nullable(
    z.object({
      kind: z.enum(keysOf(thirdPartyLabels)),
      name: z.string(),
      /** Told to staff only. */
      contact: z.nullable(z.string()),
      ownerName: z.nullable(z.string()),
      /** It is still followed. */
      followed: z.boolean(),
      /** Until when the complainant hears of it next, epoch ms; null: nobody has promised. */
      newsBy: z.nullable(z.number()),
      ended: z.nullable(
        z.object({ outcome: z.enum(keysOf(followingOutcomeLabels)), text: z.string(), at: z.number() }),
      ),
    }),
  ),
  /** What is written and waits to be approved, or was not (D-HD-2, D-HD-6), oldest first; told to staff only. */
  drafts: z.array(
    z.object({
      draft: z.number(),
      kind: z.enum(keysOf(draftKindLabels)),
      text: z.string(),
      /** Of a proposal. */
      responsible: z.nullable(z.string()),
      completeBy: z.nullable(z.number()),
      at: z.number(),
      status: z.enum(['waiting', 'approved', 'refused', 'dropped']),
      approverName: z.string(),
      remark: z.nullable(z.string()),
    }),
  ),
  /** Whose approval a reply or a proposal of the reader would wait for (D-HD-2, D-HD-6); null: nobody's. */
  approvedBy: z.object({
    reply: z.nullable(z.enum(keysOf(roleLabels))),
    proposal: z.nullable(z.enum(keysOf(roleLabels))),
  }),
  /** What was found online about it, with how far it had gone when it was read last (D-SP-5); told to staff only. */
  posts: z.array(
    z.object({
      post: z.number(),
      link: z.string(),
      platform: z.nullable(z.string()),
      readings: z.array(
        z.object({
          views: z.nullable(z.number()),
          followers: z.nullable(z.number()),
          comments: z.nullable(z.number()),
          at: z.number(),
        }),
      ),
    }),
  ),
  /** Matters apart that belong to the same story (D-SP-5); told to staff only. */
  related: z.array(z.object({ ticketId: z.string(), number: z.string() })),
  /** It reached head office first (D-HD-4); told to staff only. */
  fromHeadOffice: z.boolean(),
  supervision: z.nullable(z.object({ text: z.string(), at: z.number(), answered: z.boolean() })),
  /** Other departments' parts of the work (D-RT-5); told to staff only. */
  assists: z.array(
    z.object({
      assist: z.number(),
      person: z.string(),
      mine: z.boolean(),
      task: z.string(),
      askedAt: z.number(),
      doneAt: z.nullable(z.number()),
      cancelledAt: z.nullable(z.number()),
      text: z.nullable(z.string()),
    }),
  ),
  /** What the rules would have picked from the words (D-CL-4); told to staff only, null where they agree. */
  suggested: z.nullable(
    z.object({
      category: z.string(),
      categoryName: z.string(),
      urgency: z.enum(keysOf(urgencyLabels)),
      why: z.string(),
    }),
  ),
  /** How severe it may be by the rules, with the tickets that this rests on (D-CL-3, D-SP-2); told to staff only. */
  severityProposal: z.nullable(
    z.object({
      severity: z.enum(keysOf(severityLabels)),
      why: z.string(),
      tickets: z.array(z.object({ ticketId: z.string(), number: z.string() })),
      judged: z.nullable(z.enum(['confirmed', 'dismissed'])),
      at: z.number(),
    }),
  ),
  /** Reports on a hot or major matter, oldest first (D-SP-3); told to staff only. */
  reports: z.array(
    z.object({
      report: z.number(),
      stage: z.enum(keysOf(reportStageLabels)),
      text: z.string(),
      parts: reportParts(),
      at: z.number(),
      judged: z.nullable(z.enum(['approved', 'returned'])),
      remark: z.nullable(z.string()),
    }),
  ),
  /** Somebody may do something drastic, or goes to the media (D-SP-4); told to staff only, newest last. */
  alarms: z.array(z.object({ why: z.string(), at: z.number() })),
  surveyOpen: z.boolean(),
  photos: z.object({ before: z.array(mediaView), after: z.array(mediaView) }),
  /** The newest part of the history, oldest first. */
  timeline: z.array(timelineEntry),
  /** For `ticket.timeline`, where there is more before it. */
  timelineCursor: z.nullable(z.string()),
  deadlines: z.array(deadlineView),
  allowedActions: z.array(z.enum(keysOf(commandLabels))),
  /** What the reader may do once they have accepted it (D-HD-10); empty where there is nothing for them to accept. */
  afterAccept: z.array(z.enum(keysOf(commandLabels))),
})
export type TicketItem = z.infer<typeof ticketItem>
export type TicketView = z.infer<typeof ticketView>
export type TicketNews = z.infer<typeof ticketNews>
export type DeadlineView = z.infer<typeof deadlineView>
export type TimelineEntry = z.infer<typeof timelineEntry>
export type MediaView = z.infer<typeof mediaView>
