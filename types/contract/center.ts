import * as z from 'zod/mini'
import { postsWith } from '../rights'
import { deadLetterLabels, deadlineKindLabels, keysOf, stateLabels, urgencyLabels } from '../vocabulary'
import { action } from './define'
import { cursor, empty, id, idempotencyKey, ofCenter, pageLimit } from './fields'

/** One line of the overview. `dueSoon`: less than a fifth of the time is left. */
const share = z.object({
  id: z.string(),
  name: z.string(),
  open: z.number(),
  dueSoon: z.number(),
  overdue: z.number(),
})

/** A ticket as a line of a manager's list. */
export const ticketLine = z.object({
  ticketId: z.string(),
  number: z.string(),
  category: z.string(),
  place: z.string(),
  urgency: z.enum(keysOf(urgencyLabels)),
  state: z.enum(keysOf(stateLabels)),
  assignee: z.nullable(z.string()),
})

export const center = {
  overview: action({
    about: 'What is open, at risk and late in the center, by person, category and building',
    callers: postsWith('watchDepartment', 'watchCenter'),
    /** Left out: all centers the caller watches. */
    request: z.object(ofCenter()),
    response: z.object({
      now: z.number(),
      open: z.number(),
      dueSoon: z.number(),
      overdue: z.number(),
      unowned: z.number(),
      supervised: z.number(),
      byPerson: z.array(share),
      byCategory: z.array(share),
      byBuilding: z.array(share),
      /** What runs out first, or has run out. */
      next: z.array(
        z.object({
          ...ticketLine.shape,
          kind: z.enum(keysOf(deadlineKindLabels)),
          startedAt: z.number(),
          dueAt: z.number(),
        }),
      ),
    }),
    errors: [],
  }),
  escalations: action({
    about:
      'Escalations told to the caller of what they may still read, newest first, with what has become of them (D-SLA-15)',
    callers: postsWith('readEscalations'),
    request: z.object({ openOnly: z.optional(z.boolean()), cursor: cursor(), limit: pageLimit() }),
    response: z.object({
      items: z.array(
        z.object({
          ...ticketLine.shape,
          kind: z.enum(keysOf(deadlineKindLabels)),
          level: z.number(),
          dueAt: z.number(),
          noticedAt: z.number(),
          /** Epoch ms at which the deadline was met after all; null: still open. */
          metAt: z.nullable(z.number()),
          supervised: z.boolean(),
        }),
      ),
      nextCursor: z.nullable(z.string()),
    }),
    errors: [],
  }),
  health: action({
    about: 'Whether the timers keep up, for whoever runs the system',
    callers: postsWith('readHealth'),
    request: empty(),
    response: z.object({
      now: z.number(),
      /** Epoch ms of the oldest step that is due and not carried out; null: none. */
      oldestDueAt: z.nullable(z.number()),
      backlog: z.number(),
      runs: z.array(
        z.object({
          name: z.string(),
          startedAt: z.number(),
          finishedAt: z.nullable(z.number()),
          /** In words: figures, or what a failure means and what to do. */
          result: z.string(),
          failed: z.boolean(),
          /** The error as the program tells it, for whoever mends it. */
          technical: z.nullable(z.string()),
        }),
      ),
      /** What timers have failed to carry out again and again; it waits for a person. */
      deadLetters: z.array(
        z.object({
          work: z.enum(keysOf(deadLetterLabels)),
          /** Of the ticket, or of the notice. */
          itemId: z.string(),
          /** null: a notice that is about several tickets. */
          ticketId: z.nullable(z.string()),
          number: z.nullable(z.string()),
          attempts: z.number(),
          /** Epoch ms of the last attempt. */
          since: z.number(),
          /** For whoever mends it. */
          technical: z.string(),
          /** Whether the caller may have it tried again (`retryDeadLetter`). */
          mayRetry: z.boolean(),
        }),
      ),
      /** Years without holiday data that running due times may touch. */
      uncoveredYears: z.array(z.number()),
    }),
    errors: [],
  }),
  retryDeadLetter: action({
    about: 'Lets the next run of the timer try again what has failed too often',
    callers: postsWith('retryFailed'),
    idempotent: true,
    request: z.object({ idempotencyKey: idempotencyKey(), work: z.enum(keysOf(deadLetterLabels)), itemId: id() }),
    response: z.object({
      work: z.enum(keysOf(deadLetterLabels)),
      itemId: z.string(),
      number: z.nullable(z.string()),
      /** False: somebody else has had it tried again meanwhile. */
      retried: z.boolean(),
    }),
    errors: ['notFound', 'idempotencyConflict'],
  }),
}
