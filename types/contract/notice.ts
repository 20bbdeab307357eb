import * as z from 'zod/mini'
import { action } from './define'
import { cursor, id, pageLimit } from './fields'

export const notice = {
  list: action({
    about: 'The caller’s inbox, newest first',
    callers: ['signedIn'],
    request: z.object({ cursor: cursor(), limit: pageLimit() }),
    response: z.object({
      items: z.array(
        z.object({
          noticeId: z.string(),
          type: z.string(),
          title: z.string(),
          text: z.string(),
          ticketId: z.nullable(z.string()),
          at: z.number(),
          read: z.boolean(),
        }),
      ),
      unread: z.number(),
      nextCursor: z.nullable(z.string()),
    }),
    errors: [],
  }),
  read: action({
    about: 'Marks notices as read; without ids, all of them',
    callers: ['signedIn'],
    request: z.object({ noticeIds: z.optional(z.array(id()).check(z.maxLength(100))) }),
    response: z.object({ unread: z.number() }),
    errors: [],
  }),
}
