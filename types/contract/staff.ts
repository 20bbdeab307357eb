import * as z from 'zod/mini'
import { limits } from '../limits'
import { postsWith } from '../rights'
import { keysOf, roleLabels } from '../vocabulary'
import { action } from './define'
import { id, idempotencyKey, instant, ofCenter, requiredText } from './fields'
import { day } from './policy-document'

const planners = postsWith('planCenterStaff', 'planDepartmentStaff')

const done = z.object({ done: z.literal(true) })

/** Days `YYYY-MM-DD` at +08:00, first and last included. */
const leaveSpan = { personId: id(), from: day(), to: day() }
/** Epoch ms, [from, to). */
const dutySpan = { personId: id(), from: instant(), to: instant() }

export const staff = {
  list: action({
    about: 'Everybody of the center with posts, presence, leave, duty and open tickets',
    callers: postsWith('readStaff'),
    request: z.object(ofCenter()),
    response: z.object({
      people: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          posts: z.array(
            z.object({
              role: z.enum(keysOf(roleLabels)),
              departmentId: z.nullable(z.string()),
              departmentName: z.nullable(z.string()),
              buildings: z.array(z.string()),
              skills: z.array(z.string()),
            }),
          ),
          /** Set by hand: at work at all. */
          present: z.boolean(),
          onLeaveToday: z.boolean(),
          openTickets: z.number(),
          leave: z.array(z.object({ from: day(), to: day() })),
          duty: z.array(z.object({ from: z.number(), to: z.number() })),
        }),
      ),
      editable: z.boolean(),
    }),
    errors: [],
  }),
  setPresence: action({
    about: 'Marks somebody as at work or away (D-RT-2)',
    callers: [...planners],
    idempotent: true,
    request: z.object({ ...ofCenter(), idempotencyKey: idempotencyKey(), personId: id(), present: z.boolean() }),
    response: done,
    errors: ['unknownPerson', 'idempotencyConflict'],
  }),
  addLeave: action({
    about: 'Records leave; new tickets go to others on these days (D-RT-2)',
    callers: [...planners],
    idempotent: true,
    request: z.object({ ...ofCenter(), idempotencyKey: idempotencyKey(), ...leaveSpan }),
    response: z.object({ openTickets: z.number() }),
    errors: ['unknownPerson', 'idempotencyConflict'],
  }),
  removeLeave: action({
    about: 'Takes leave back',
    callers: [...planners],
    idempotent: true,
    request: z.object({ ...ofCenter(), idempotencyKey: idempotencyKey(), ...leaveSpan }),
    response: done,
    errors: ['unknownPerson', 'idempotencyConflict'],
  }),
  addDuty: action({
    about: 'Puts somebody on the duty roster (D-RT-1)',
    callers: [...planners],
    idempotent: true,
    request: z.object({ ...ofCenter(), idempotencyKey: idempotencyKey(), ...dutySpan }),
    response: done,
    errors: ['unknownPerson', 'idempotencyConflict'],
  }),
  removeDuty: action({
    about: 'Takes a shift off the duty roster',
    callers: [...planners],
    idempotent: true,
    request: z.object({ ...ofCenter(), idempotencyKey: idempotencyKey(), ...dutySpan }),
    response: done,
    errors: ['unknownPerson', 'idempotencyConflict'],
  }),
  handOver: action({
    about: 'Hands all open tickets of one person over in one step (D-RT-7)',
    callers: [...planners],
    idempotent: true,
    request: z.object({
      ...ofCenter(),
      idempotencyKey: idempotencyKey(),
      personId: id(),
      /** Everything to this person; left out: each ticket to the next candidate by the rules. */
      toPersonId: z.optional(id()),
      reason: requiredText(limits.shortText),
    }),
    response: z.object({
      moved: z.array(z.object({ ticketId: z.string(), number: z.string(), to: z.string() })),
    }),
    errors: ['unknownPerson', 'wrongState', 'idempotencyConflict'],
  }),
}
