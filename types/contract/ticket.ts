import * as z from 'zod/mini'
import { limits } from '../limits'
import { postsWith } from '../rights'
import {
  channelLabels,
  commandLabels,
  familyRelationLabels,
  keysOf,
  kindLabels,
  moodLabels,
  relationLabels,
  responsiblePartyLabels,
  roleLabels,
  specialSignLabels,
  stateLabels,
  urgencyLabels,
  verdictLabels,
} from '../vocabulary'
import { actRequest, cause, onlinePost } from './commands'
import { action } from './define'
import {
  cursor,
  empty,
  id,
  idempotencyKey,
  instant,
  ofCenter,
  optionalText,
  pageLimit,
  phone,
  photos,
  rating,
  requiredText,
} from './fields'
import { emergencyStanding, ticketItem, ticketView, timelineEntry } from './ticket-views'

/** Where the worklist is cut (L-WRK-1). */
export const worklistSegments = ['toAccept', 'doing', 'dueSoon', 'overdue'] as const
/**
 * Beside what is to be done: what the caller has done, and all that is or was theirs, to be searched; what changed last on
 * top.
 */
export const ownLists = ['finished', 'ever'] as const
/** Queues of the desk. */
export const deskQueues = ['triage', 'verify', 'callback', 'unaccepted', 'overdue'] as const

const staff = postsWith('workOnTickets')

/** How to reach whoever files, where that is not as the account says. */
export const contactLeft = () =>
  z.optional(z.union([phone(), z.object({ name: optionalText(limits.name), phone: z.optional(phone()) })]))

/** For whom staff record it, and what they notice of that one (D-IN-1, D-IN-2). */
export const recordedFor = () =>
  z.optional(
    z.object({
      channel: z.enum(keysOf(channelLabels)),
      name: optionalText(limits.name),
      relation: z.optional(z.enum(keysOf(relationLabels))),
      phone: z.optional(phone()),
      mood: z.optional(z.enum(keysOf(moodLabels))),
      /** What makes it special, as whoever records it sees or hears it (D-SP-1, D-SP-4). */
      signs: z.optional(z.array(z.enum(keysOf(specialSignLabels))).check(z.maxLength(4))),
      /** Yuan demanded. */
      demanded: z.optional(z.number().check(z.gte(0), z.lte(100_000_000))),
      /** How many have come together (D-SP-2). */
      people: z.optional(z.int().check(z.gte(1), z.lte(10_000))),
      /** Where it was found online (D-SP-5). */
      post: z.optional(z.object(onlinePost)),
      /** It reached head office first, which is told what has become of it (D-HD-4). */
      fromHeadOffice: z.optional(z.boolean()),
    }),
  )

export const fileRequest = z
  .object({
    idempotencyKey: idempotencyKey(),
    kind: z.enum(keysOf(kindLabels)),
    category: id(),
    /** A place of `account.me`; without it `placeText` says where. */
    placeId: z.optional(id()),
    placeText: optionalText(limits.shortText),
    text: requiredText(),
    urgency: z.optional(z.enum(keysOf(urgencyLabels))),
    expectation: optionalText(limits.shortText),
    photos: z.optional(photos()),
    /** One short video or voice note. */
    recording: z.optional(id()),
    /** Of `ticket.earlier`: it is this very matter again, which is then taken up in place of a new one (D-CB-2). */
    sameAs: z.optional(id()),
    /** They were asked, and it is another matter. */
    another: z.optional(z.boolean()),
    anonymous: z.optional(z.boolean()),
    /** D-IN-3: of an anonymous or hidden filer, whether staff may know the room; else they know the building. */
    roomMayBeKnown: z.optional(z.boolean()),
    contact: contactLeft(),
    occurredAt: z.optional(instant()),
    /** D-AC-2: for somebody of the family: who has an account, or a name. */
    forFamily: z.optional(
      z
        .object({
          personId: z.optional(id()),
          name: optionalText(limits.name),
          relation: z.enum(keysOf(familyRelationLabels)),
        })
        .check(
          z.refine(({ personId, name }) => personId !== undefined || (name ?? '').trim() !== '', {
            error: 'blank',
            path: ['name'],
          }),
        ),
    ),
    /** D-AC-2: the others of the household do not follow it, though it is about the home. */
    keptToMyself: z.optional(z.boolean()),
    /** Recorded by staff for somebody else (D-IN-1, D-IN-2). */
    onBehalf: recordedFor(),
    /** D-IN-8: of a matter that whoever records it has put right on the spot: what was done, and how content the person is with it. */
    settled: z.optional(
      z.object({
        summary: requiredText(),
        cause: cause(),
        verdict: z.enum(keysOf(verdictLabels)),
        responsibleParty: z.enum(keysOf(responsiblePartyLabels)),
        result: rating(),
        text: optionalText(),
      }),
    ),
  })
  .check(
    z.refine(data => data.placeId !== undefined || (data.placeText ?? '').trim() !== '', {
      error: 'blank',
      path: ['placeId'],
      // Named together with whatever else is missing, not only once the rest is right.
      when: ({ value }) => typeof value === 'object' && value !== null,
    }),
  )
export type FileRequest = z.infer<typeof fileRequest>

export const ticket = {
  catalog: action({
    about: 'What can be filed: kinds, the category tree, urgencies and common answers of the caller’s center',
    callers: ['signedIn'],
    request: empty(),
    response: z.object({
      kinds: z.array(z.object({ id: z.enum(keysOf(kindLabels)), name: z.string() })),
      categories: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          parentId: z.nullable(z.string()),
          icon: z.nullable(z.string()),
          hint: z.optional(z.string()),
          /** Where it is urgent by nature, the form offers the phone first (L-HOME-1). */
          urgency: z.optional(z.enum(keysOf(urgencyLabels))),
          /** D-IN-3: name and room are never asked for. */
          neighbourDispute: z.optional(z.boolean()),
          /** The company's words for it, for search and proposal on the phone (D-CL-4). */
          words: z.optional(z.array(z.string())),
        }),
      ),
      /** Words that mean danger (D-CL-4). */
      emergencyWords: z.optional(z.array(z.string())),
      urgencies: z.array(z.object({ id: z.enum(keysOf(urgencyLabels)), name: z.string() })),
      faq: z.array(z.object({ question: z.string(), answer: z.string(), category: z.nullable(z.string()) })),
    }),
    errors: [],
  }),
  classify: action({
    about: 'What the rules make of a filing while it is being written: urgency, category, and why (D-CL-4)',
    callers: [...staff],
    request: z.object({ kind: z.enum(keysOf(kindLabels)), category: z.optional(id()), text: optionalText() }),
    response: z.object({
      /** What it is filed as when nobody says how urgent it is. */
      urgency: z.enum(keysOf(urgencyLabels)),
      /** What the words of the text speak for; null: nothing beside what was picked. */
      why: z.nullable(z.string()),
      /** The category that the text speaks for in place of the one picked. */
      category: z.nullable(z.string()),
    }),
    errors: ['unknownCategory'],
  }),
  file: action({
    about: 'Files a ticket, routes it and starts its clocks (D-IN-4, D-IN-5)',
    callers: ['resident', ...staff],
    idempotent: true,
    request: fileRequest,
    response: z.object({
      ticketId: z.string(),
      number: z.string(),
      promisedReplyBy: z.number(),
      /** Years whose holidays are not announced yet and may still move the promise (D-SLA-21); mostly none. */
      unannouncedYears: z.array(z.number()),
      thanks: z.string(),
      state: z.enum(keysOf(stateLabels)),
      emergency: emergencyStanding,
      duplicateOf: z.optional(z.string()),
      /** Matters in their quiet period that it may be again: nobody has said that it is another one. */
      maybeSameAs: z.optional(z.array(z.object({ ticketId: z.string(), number: z.string() }))),
      /** Recorded by staff: it stands in the list of the resident whose number it is. */
      inTheirList: z.optional(z.boolean()),
    }),
    errors: [
      'unknownCategory',
      'unknownPlace',
      'unknownMedia',
      'unknownPerson',
      'idempotencyConflict',
      'notFound',
      'wrongState',
      'unfounded',
    ],
  }),
  earlier: action({
    about:
      'Matters in their quiet period that a filing may be again: same category and place, same person or household (D-CB-2)',
    callers: ['resident', ...staff],
    request: z.object({ category: id(), placeId: id(), anonymous: z.optional(z.boolean()) }),
    response: z.object({
      items: z.array(
        z.object({
          ticketId: z.string(),
          number: z.string(),
          categoryName: z.string(),
          place: z.string(),
          filedAt: z.number(),
          /** When the work was done; epoch ms. */
          doneAt: z.nullable(z.number()),
        }),
      ),
    }),
    errors: ['unknownCategory', 'unknownPlace'],
  }),
  list: action({
    about: 'Tickets of the caller, assigned to the caller, or of the caller’s centers',
    callers: ['signedIn'],
    request: z.object({
      scope: z.enum(['mine', 'assigned', 'center']),
      /** Of staff’s lists, in this center; left out: in all centers where the caller sees tickets. */
      ...ofCenter(),
      states: z.optional(z.array(z.enum(keysOf(stateLabels))).check(z.maxLength(20))),
      /** With scope `assigned`: one segment of the worklist, or what was done before. */
      segment: z.optional(z.enum([...worklistSegments, ...ownLists])),
      /** With scope `center`: one queue of the desk. */
      queue: z.optional(z.enum(deskQueues)),
      kind: z.optional(z.enum(keysOf(kindLabels))),
      category: z.optional(id()),
      urgency: z.optional(z.enum(keysOf(urgencyLabels))),
      buildingId: z.optional(id()),
      text: optionalText(limits.shortText),
      cursor: cursor(),
      limit: pageLimit(),
    }),
    response: z.object({ items: z.array(ticketItem), nextCursor: z.nullable(z.string()) }),
    errors: [],
  }),
  summary: action({
    about: 'How many tickets wait in each segment of the worklist and each queue of the desk',
    callers: ['signedIn'],
    /** Left out: in all centers where the caller sees tickets. */
    request: z.object(ofCenter()),
    response: z.object({
      toAccept: z.number(),
      doing: z.number(),
      dueSoon: z.number(),
      overdue: z.number(),
      /** Calls that the caller is to make (`callback.list`). */
      calls: z.optional(z.number()),
      queues: z.object({
        triage: z.number(),
        verify: z.number(),
        callback: z.number(),
        unaccepted: z.number(),
        overdue: z.number(),
      }),
    }),
    errors: [],
  }),
  get: action({
    about: 'One ticket as far as the caller may see it',
    callers: ['signedIn'],
    request: z.object({ ticketId: id() }),
    response: ticketView,
    errors: ['notFound'],
  }),
  follow: action({
    about: 'Asks to be told how a matter of the household goes on, or no longer (D-AC-2)',
    callers: ['resident'],
    request: z.object({ ticketId: id(), follows: z.boolean() }),
    response: z.object({ following: z.boolean() }),
    errors: ['notFound'],
  }),
  timeline: action({
    about: 'What came before the part of a ticket’s history that has been shown',
    callers: ['signedIn'],
    /** `cursor`: of `ticket.get`, or of the page before. */
    request: z.object({ ticketId: id(), cursor: z.string().check(z.maxLength(200)) }),
    response: z.object({ entries: z.array(timelineEntry), nextCursor: z.nullable(z.string()) }),
    errors: ['notFound'],
  }),
  act: action({
    about: 'Carries out one command on a ticket (D-HD-1)',
    callers: ['signedIn'],
    idempotent: true,
    request: actRequest,
    response: z.object({
      state: z.enum(keysOf(stateLabels)),
      version: z.number(),
      allowedActions: z.array(z.enum(keysOf(commandLabels))),
    }),
    errors: [
      'notFound',
      'wrongState',
      'staleVersion',
      'idempotencyConflict',
      'unknownCategory',
      'unknownMedia',
      'unknownPerson',
      'unfounded',
    ],
  }),
  candidates: action({
    about: 'Departments and people this ticket can be dispatched or transferred to',
    callers: [...staff],
    request: z.object({ ticketId: id() }),
    response: z.object({
      departments: z.array(z.object({ id: z.string(), name: z.string() })),
      people: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          role: z.enum(keysOf(roleLabels)),
          departmentId: z.nullable(z.string()),
          departmentName: z.nullable(z.string()),
          present: z.boolean(),
          openTickets: z.number(),
        }),
      ),
    }),
    errors: ['notFound'],
  }),
  revealContact: action({
    about: 'Shows the complainant’s phone to whoever handles the ticket, and records that (D-PO-4)',
    callers: [...staff],
    idempotent: true,
    /** `complainant`: whose, of several; left out: the filer's (D-HD-8). */
    request: z.object({ ticketId: id(), idempotencyKey: idempotencyKey(), complainant: z.optional(id()) }),
    response: z.object({ name: z.nullable(z.string()), phone: z.nullable(z.string()) }),
    errors: ['notFound', 'idempotencyConflict'],
  }),
  progress: action({
    about:
      'Where a matter stands, by its number and the last digits of the telephone number left with it: for whoever reported it by telephone or letter. One answer for whatever does not fit; tries are limited by number and address',
    callers: ['anyone'],
    request: z.object({
      /** As it was told: twelve digits, in whatever groups. */
      number: z.string().check(z.regex(/^[ -]*(?:\d[ -]*){12}$/), z.maxLength(40)),
      digits: z.string().check(z.regex(/^\d{4}$/)),
    }),
    response: z.object({
      /** In a resident's words. */
      state: z.string(),
      promise: z.nullable(z.string()),
      /** Epoch ms: `promise` has its 今天 and 明天 from then. */
      promiseSaidAt: z.number(),
    }),
    errors: ['notFound'],
  }),
  findCaller: action({
    about:
      'Who rings up: name, rooms and open matters under a telephone number. Each look is recorded, and they are limited (D-PO-4)',
    callers: [...staff],
    request: z.object({ phone: phone(), ...ofCenter() }),
    response: z.object({
      /** Residents registered under the number; several where it serves a family. */
      people: z.array(
        z.object({
          name: z.string(),
          rooms: z.array(z.object({ placeId: z.string(), name: z.string(), relation: z.enum(keysOf(relationLabels)) })),
        }),
      ),
      /** What somebody who is not registered was called in the matters below. */
      name: z.nullable(z.string()),
      /** Open matters under the number that the caller of this action may see, newest first. */
      matters: z.array(
        z.object({
          ticketId: z.string(),
          number: z.string(),
          /** Names whoever rings up in `ticket.act` (`urge`). */
          complainant: z.string(),
          categoryName: z.string(),
          place: z.string(),
          state: z.enum(keysOf(stateLabels)),
          since: z.number(),
          mayUrge: z.boolean(),
        }),
      ),
    }),
    errors: [],
  }),
}
