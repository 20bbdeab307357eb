import * as z from 'zod/mini'
import { limits } from '../limits'
import { postsWith } from '../rights'
import { keysOf, stateLabels } from '../vocabulary'
import { action } from './define'
import { id, idempotencyKey, optionalText, photos, requiredText } from './fields'
import { contactLeft, recordedFor } from './ticket'

const staff = postsWith('workOnTickets')

/** Matters of several people (D-IN-6, D-HD-8): an incident is named by the ticket that the others went into. */
export const incident = {
  nearby: action({
    about:
      'Open matters of a category at or near a place that a filing may be about too, the likeliest first; nothing of who told them or in which words (D-IN-6)',
    callers: ['resident', ...staff],
    request: z.object({ category: id(), placeId: id(), text: optionalText() }),
    response: z.object({
      items: z.array(
        z.object({
          incidentId: z.string(),
          /** Made from category and place. */
          title: z.string(),
          /** No finer than the building, unless it is everybody's. */
          place: z.string(),
          households: z.number(),
          /** Epoch ms. */
          since: z.number(),
        }),
      ),
    }),
    errors: ['unknownCategory', 'unknownPlace'],
  }),
  join: action({
    about:
      'Joins a matter that `nearby` offers: what the caller says is a ticket of their own, which goes on with it, with its notices and its survey (D-HD-8)',
    callers: ['resident', ...staff],
    idempotent: true,
    request: z.object({
      incidentId: id(),
      idempotencyKey: idempotencyKey(),
      /** Left out: the same. */
      text: optionalText(),
      expectation: optionalText(limits.shortText),
      photos: z.optional(photos()),
      /** One short video or voice note. */
      recording: z.optional(id()),
      /** Where the caller notices it; left out: where the others do, or the caller's room in that building. */
      placeId: z.optional(id()),
      anonymous: z.optional(z.boolean()),
      contact: contactLeft(),
      onBehalf: recordedFor(),
    }),
    response: z.object({
      ticketId: z.string(),
      number: z.string(),
      /** Of the matter that it goes on with. */
      incidentNumber: z.string(),
      households: z.number(),
    }),
    errors: ['notFound', 'wrongState', 'unknownPlace', 'unknownMedia', 'unknownCategory', 'idempotencyConflict'],
  }),
  split: action({
    about: 'Takes a ticket out of the matter that it went into; both go on, each with its own people (D-HD-8)',
    callers: [...staff],
    idempotent: true,
    request: z.object({ ticketId: id(), idempotencyKey: idempotencyKey(), reason: requiredText(limits.shortText) }),
    response: z.object({ state: z.enum(keysOf(stateLabels)) }),
    errors: ['notFound', 'wrongState', 'idempotencyConflict'],
  }),
  undo: action({
    about: 'Undoes a joining, a merge or a split of the last 24 hours (D-HD-8): the ticket is again what it was before',
    callers: ['resident', ...staff],
    idempotent: true,
    request: z.object({
      ticketId: id(),
      idempotencyKey: idempotencyKey(),
      reason: optionalText(limits.shortText),
    }),
    response: z.object({ state: z.enum(keysOf(stateLabels)) }),
    errors: ['notFound', 'wrongState', 'idempotencyConflict'],
  }),
}
