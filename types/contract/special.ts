import * as z from 'zod/mini'
import { postsWith } from '../rights'
import {
  deadlineKindLabels,
  keysOf,
  roleLabels,
  severityLabels,
  specialListLabels,
  thirdPartyLabels,
} from '../vocabulary'
import { ticketLine } from './center'
import { action } from './define'
import { cursor, instant, ofCenter, pageLimit } from './fields'

const party = { kind: z.enum(keysOf(thirdPartyLabels)), name: z.string() }

const legacyFigures = {
  /** Open when the period began. */
  carried: z.number(),
  /** Filed in the period. */
  filed: z.number(),
  solved: z.number(),
  /** Withdrawn, declined, or followed no longer. */
  stopped: z.number(),
  /** Open when the period ended. */
  open: z.number(),
}

export const special = {
  list: action({
    about:
      'Hot, major, alarming, online and third-party matters, and what waits for an approval, of what the caller watches, newest first (D-SP-1 to D-SP-6, D-HD-4)',
    callers: postsWith('watchDepartment', 'watchCenter'),
    request: z.object({
      ...ofCenter(),
      list: z.enum(keysOf(specialListLabels)),
      /** Also those of which nothing is owed any more. */
      all: z.optional(z.boolean()),
      cursor: cursor(),
      limit: pageLimit(),
    }),
    response: z.object({
      /** How many of each list still owe something. */
      counts: z.record(z.enum(keysOf(specialListLabels)), z.number()),
      items: z.array(
        z.object({
          ...ticketLine.shape,
          severity: z.enum(keysOf(severityLabels)),
          filedAt: z.number(),
          /** The rules propose a severity that nobody has judged (D-CL-3). */
          toJudge: z.nullable(z.enum(keysOf(severityLabels))),
          alarms: z.array(z.object({ why: z.string(), at: z.number() })),
          /** What stands online: so many posts, seen by so many together (D-SP-5); null: nothing does. */
          online: z.nullable(z.object({ posts: z.number(), reach: z.number(), readAt: z.nullable(z.number()) })),
          thirdParty: z.nullable(z.object({ ...party, followed: z.boolean(), ownerName: z.nullable(z.string()) })),
          /** What waits for whose word (D-HD-2, D-HD-6, D-HD-7); null: nothing does. */
          approval: z.nullable(
            z.object({ what: z.string(), by: z.nullable(z.enum(keysOf(roleLabels))), name: z.string() }),
          ),
          /** Reports, approvals, news and reporting back: those that run, and those that have been late (D-SLA-12, D-SLA-13). */
          clocks: z.array(
            z.object({
              kind: z.enum(keysOf(deadlineKindLabels)),
              cycle: z.number(),
              startedAt: z.number(),
              dueAt: z.number(),
              metAt: z.nullable(z.number()),
              breachedAt: z.nullable(z.number()),
            }),
          ),
        }),
      ),
      nextCursor: z.nullable(z.string()),
    }),
    errors: [],
  }),
  legacy: action({
    about: 'What the developer left behind in a center, for head office and the developer, by period (D-SP-6)',
    callers: postsWith('watchCenter'),
    request: z.object({
      ...ofCenter(),
      /** [from, to), epoch ms. */
      from: instant(),
      to: instant(),
    }),
    response: z.object({
      centerName: z.string(),
      figures: z.object(legacyFigures),
      byCategory: z.array(z.object({ category: z.string(), ...legacyFigures })),
      rows: z.array(
        z.object({
          ...ticketLine.shape,
          filedAt: z.number(),
          /** Who has to put it right; null: nobody is named. */
          thirdParty: z.nullable(z.object({ ...party, contact: z.nullable(z.string()) })),
          /** When the complainant last heard of it; null: never. */
          toldAt: z.nullable(z.number()),
          solvedAt: z.nullable(z.number()),
          stoppedAt: z.nullable(z.number()),
        }),
      ),
      /** More matters than an answer holds. */
      left: z.number(),
    }),
    errors: ['notFound'],
  }),
}
