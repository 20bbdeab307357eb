import * as z from 'zod/mini'
import { templateKinds } from '../message-templates'
import { action } from './define'
import { cursor, empty, id, instant, pageLimit } from './fields'

export const notice = {
  list: action({
    about: 'The caller’s inbox, newest first; a request to rate leaves it when its round is over for the caller',
    callers: ['signedIn'],
    request: z.object({
      cursor: cursor(),
      limit: pageLimit(),
      /** One entry per ticket: its newest notice, with how many of them are new. */
      perTicket: z.optional(z.boolean()),
    }),
    response: z.object({
      items: z.array(
        z.object({
          noticeId: z.string(),
          type: z.string(),
          title: z.string(),
          text: z.string(),
          ticketId: z.nullable(z.string()),
          /** Of a survey of the estate, or of an improvement that followed from one. */
          campaignId: z.nullable(z.string()),
          at: z.number(),
          /** Of an entry per ticket: nothing of it is new. */
          read: z.boolean(),
          /** How many the entry stands for that are new. */
          unread: z.number(),
          /** Place and category of the ticket, as far as the caller may know them (D-IN-3); null: no ticket, or not theirs any more. */
          matter: z.nullable(z.string()),
        }),
      ),
      unread: z.number(),
      nextCursor: z.nullable(z.string()),
    }),
    errors: [],
  }),
  read: action({
    about: 'Marks notices as read: those with the ids, those of a ticket, or all',
    callers: ['signedIn'],
    request: z.object({
      noticeIds: z.optional(z.array(id()).check(z.maxLength(100))),
      ticketId: z.optional(id()),
      /** With `ticketId`: as far as the reader has seen it (its `updatedAt`), so that what came meanwhile stays new. */
      until: z.optional(instant()),
    }),
    response: z.object({ unread: z.number() }),
    errors: [],
  }),
  templates: action({
    about: 'Templates of WeChat messages that the caller may be asked to accept, with how many of each are left',
    callers: ['signedIn'],
    request: empty(),
    response: z.object({
      items: z.array(z.object({ kind: z.enum(templateKinds), templateId: z.string(), left: z.number() })),
    }),
    errors: [],
  }),
  accepted: action({
    about: 'Says which templates the caller has accepted in the dialog; one accept is one message (P-SUB-2)',
    callers: ['signedIn'],
    request: z.object({
      templateIds: z.array(z.string().check(z.maxLength(64))).check(z.minLength(1), z.maxLength(3)),
    }),
    response: z.object({ done: z.literal(true) }),
    errors: [],
  }),
}
