import * as z from 'zod/mini'
import type { DeepReadonly } from '../deep-readonly'
import { limits } from '../limits'
import { postsWith } from '../rights'
import {
  bindingStateLabels,
  keysOf,
  organisationChangeLabels,
  organisationSubjectLabels,
  placeKindLabels,
  relationLabels,
  residentRelationLabels,
  postedRoleLabels,
  roleLabels,
} from '../vocabulary'
import { action } from './define'
import { day } from './policy-document'
import { cursor, empty, id, idempotencyKey, ofCenter, optionalText, pageLimit, phone, requiredText } from './fields'

/** A center as whoever organises the company writes it. */
const centerFields = {
  name: requiredText(limits.name),
  estateName: requiredText(limits.name),
  hotline: phone(),
  /** Left empty: the hotline is answered at any hour. */
  nightPhone: z.optional(z.union([phone(), z.literal('')])),
  address: optionalText(limits.shortText),
  phase: optionalText(limits.name),
  /** Square metres. */
  area: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(1_000_000_000)))),
}

const centerView = z.object({
  centerId: z.string(),
  name: z.string(),
  estateName: z.string(),
  hotline: z.string(),
  nightPhone: z.string(),
  address: z.string(),
  phase: z.string(),
  area: z.nullable(z.number()),
  departments: z.array(z.object({ id: z.string(), name: z.string() })),
  /** How much there is of each; what is 0 is still to be entered. */
  counts: z.object({ buildings: z.number(), rooms: z.number(), staff: z.number(), residents: z.number() }),
})

/** What is wrong with one cell of a spreadsheet; `row` as it is counted there, from 1. */
const sheetFault = z.object({ sheet: z.string(), row: z.number(), column: z.string(), message: z.string() })

const imported = z.object({
  faults: z.array(sheetFault),
  /** Faults beyond those listed. */
  moreFaults: z.number(),
  counts: z.object({ added: z.number(), changed: z.number(), same: z.number() }),
  /** Whether it has been written: never on a dry run, nor with any fault. */
  written: z.boolean(),
})

const importing = (about: string) =>
  action({
    about,
    callers: postsWith('organise'),
    idempotent: true,
    request: z.object({
      centerId: id(),
      /** Of `POST /sheets`, or the file id of the platform's storage. */
      fileId: z.string().check(z.minLength(1), z.maxLength(300)),
      /** Only looks, and says what it would do. */
      dryRun: z.boolean(),
      idempotencyKey: idempotencyKey(),
    }),
    response: imported,
    errors: ['notFound', 'unsupportedMedia', 'idempotencyConflict'],
  })

const residentRelation = z.enum(keysOf(residentRelationLabels))

const residentView = z.object({ personId: z.string(), name: z.string(), relation: z.enum(keysOf(relationLabels)) })

export const organisation = {
  setUp: action({
    about:
      'Makes the company and its first administrator, once, by the code that the start has printed or was given (D-OR-1)',
    callers: ['anyone'],
    idempotent: true,
    request: z.object({
      code: z.string().check(z.minLength(1), z.maxLength(100)),
      company: z.object({ name: requiredText(limits.name) }),
      administrator: z.object({ name: requiredText(limits.name), phone: phone() }),
      idempotencyKey: idempotencyKey(),
    }),
    response: z.object({ token: z.string(), companyId: z.string() }),
    errors: ['wrongState'],
  }),
  overview: action({
    about: 'The company with its centers, and what of each has been entered',
    callers: ['signedIn'],
    request: empty(),
    response: z.object({ company: z.object({ name: z.string() }), centers: z.array(centerView) }),
    errors: [],
  }),
  saveCenter: action({
    about: 'Makes a center, with the rules that every center begins with, or changes one',
    callers: ['signedIn'],
    idempotent: true,
    request: z.object({ idempotencyKey: idempotencyKey(), centerId: z.optional(id()), ...centerFields }),
    response: z.object({ centerId: z.string() }),
    errors: ['notFound', 'idempotencyConflict'],
  }),
  saveDepartments: action({
    about: 'Names the departments of a center; one that a rule or a post names can not be left out',
    callers: postsWith('organise'),
    idempotent: true,
    request: z.object({
      idempotencyKey: idempotencyKey(),
      centerId: id(),
      /** Without an id: a new one. */
      departments: z
        .array(z.object({ id: z.optional(id()), name: requiredText(limits.name) }))
        .check(z.minLength(1), z.maxLength(100)),
    }),
    response: z.object({ departments: z.array(z.object({ id: z.string(), name: z.string() })) }),
    errors: ['notFound', 'wrongState', 'idempotencyConflict'],
  }),
  places: action({
    about:
      'What lies directly in a place of a center, in the order of the estate; without a place, what lies in the estate',
    callers: postsWith('bindResidents'),
    request: z.object({ centerId: id(), parentId: z.optional(id()), cursor: cursor(), limit: pageLimit() }),
    response: z.object({
      items: z.array(
        z.object({
          placeId: z.string(),
          kind: z.enum(keysOf(placeKindLabels)),
          name: z.string(),
          fullName: z.string(),
          /** How many places lie in it. */
          parts: z.number(),
          residents: z.array(residentView),
        }),
      ),
      nextCursor: z.nullable(z.string()),
    }),
    errors: ['notFound'],
  }),
  staff: action({
    about: 'Everybody who holds a post in a center',
    callers: postsWith('organise'),
    request: z.object({ centerId: id() }),
    response: z.object({
      posts: z.array(
        z.object({
          personId: z.string(),
          name: z.string(),
          phone: z.nullable(z.string()),
          role: z.enum(keysOf(roleLabels)),
          departmentId: z.nullable(z.string()),
          buildings: z.array(z.object({ placeId: z.string(), name: z.string() })),
          skills: z.array(z.string()),
        }),
      ),
    }),
    errors: ['notFound'],
  }),
  saveStaff: action({
    about: 'Gives somebody the posts named, and no others, in a center; without an id: somebody new (D-OR-3)',
    callers: postsWith('organise'),
    idempotent: true,
    request: z.object({
      centerId: id(),
      idempotencyKey: idempotencyKey(),
      personId: z.optional(id()),
      name: requiredText(limits.name),
      phone: phone(),
      posts: z
        .array(
          z.object({
            role: z.enum(keysOf(postedRoleLabels)),
            departmentId: z.nullable(id()),
            buildingIds: z.array(id()).check(z.maxLength(500)),
            skills: z.array(requiredText(limits.name)).check(z.maxLength(50)),
          }),
        )
        .check(z.minLength(1), z.maxLength(10)),
    }),
    response: z.object({ personId: z.string() }),
    errors: ['notFound', 'unknownPerson', 'idempotencyConflict'],
  }),
  removeStaff: action({
    about: 'Takes a leaver’s posts in a center; open tickets are handed over before (D-OR-3, D-RT-7)',
    callers: postsWith('organise'),
    idempotent: true,
    request: z.object({ centerId: id(), personId: id(), idempotencyKey: idempotencyKey() }),
    response: z.object({ done: z.literal(true) }),
    errors: ['notFound', 'wrongState', 'idempotencyConflict'],
  }),
  administrators: action({
    about: 'Who may change the organisation of the company',
    callers: ['signedIn'],
    request: empty(),
    response: z.object({
      people: z.array(
        z.object({ personId: z.string(), name: z.string(), phone: z.nullable(z.string()), mayDismiss: z.boolean() }),
      ),
    }),
    errors: [],
  }),
  appointAdministrator: action({
    about: 'Makes somebody an administrator of the whole company',
    callers: ['signedIn'],
    idempotent: true,
    request: z.object({ name: requiredText(limits.name), phone: phone(), idempotencyKey: idempotencyKey() }),
    response: z.object({ personId: z.string() }),
    errors: ['idempotencyConflict'],
  }),
  dismissAdministrator: action({
    about: 'Takes somebody the right to organise; the last one keeps it',
    callers: ['signedIn'],
    idempotent: true,
    request: z.object({ personId: id(), idempotencyKey: idempotencyKey() }),
    response: z.object({ done: z.literal(true) }),
    errors: ['notFound', 'wrongState', 'idempotencyConflict'],
  }),
  sheet: action({
    about:
      'A spreadsheet to fill and import: the empty template, or with what a center has now; the link works for some minutes',
    callers: postsWith('organise'),
    request: z.object({ centerId: id(), what: z.enum(['places', 'staff', 'households']), filled: z.boolean() }),
    response: z.object({ url: z.string(), fileName: z.string() }),
    errors: ['notFound'],
  }),
  importPlaces: importing(
    'Adds the rooms and public areas of a spreadsheet to a center: all of them, or none (D-OR-1)',
  ),
  importStaff: importing('Adds the posts of a spreadsheet to a center, or changes them: all of them, or none (D-OR-3)'),
  importHouseholds: importing(
    'Adds the people of a spreadsheet to the register of households, or changes them: all of them, or none (D-OR-2)',
  ),
  invite: action({
    about:
      'Makes a code by which one person binds to a room, for a week: by staff, or family by the head of the household (D-OR-2)',
    callers: ['signedIn'],
    idempotent: true,
    request: z.object({
      placeId: id(),
      relation: residentRelation,
      /** Of a tenant: the last day of the lease. */
      untilDay: z.optional(day()),
      /** The room has changed hands: who owned it before leaves it. */
      replaces: z.optional(z.boolean()),
      idempotencyKey: idempotencyKey(),
    }),
    response: z.object({ code: z.string(), place: z.string(), expiresAt: z.number() }),
    errors: ['notFound', 'idempotencyConflict'],
  }),
  bind: action({
    about: 'Binds the caller to the room of an invitation',
    callers: ['signedIn'],
    idempotent: true,
    request: z.object({
      code: z.string().check(z.minLength(1), z.maxLength(40)),
      /** How somebody who has come from WeChat without a name is called; of everybody else the name stays. */
      name: z.optional(requiredText(limits.name)),
      idempotencyKey: idempotencyKey(),
    }),
    response: z.object({ placeId: z.string(), place: z.string() }),
    errors: ['notFound', 'wrongState', 'idempotencyConflict'],
  }),
  requestBinding: action({
    about: 'Says that one lives in a room, for a clerk to decide',
    callers: ['signedIn'],
    idempotent: true,
    request: z.object({
      centerId: id(),
      placeId: id(),
      name: requiredText(limits.name),
      phone: z.optional(phone()),
      relation: residentRelation,
      idempotencyKey: idempotencyKey(),
    }),
    response: z.object({ requestId: z.string() }),
    errors: ['unknownPlace', 'wrongState', 'idempotencyConflict'],
  }),
  findRooms: action({
    about: 'Rooms of a center by parts of their names, for whoever is to be bound to one',
    callers: ['signedIn'],
    request: z.object({ centerId: id(), text: requiredText(limits.shortText) }),
    response: z.object({ rooms: z.array(z.object({ placeId: z.string(), name: z.string() })) }),
    errors: [],
  }),
  bindings: action({
    about: 'Who waits to be bound to a room, the longest first, with who lives there now',
    callers: postsWith('bindResidents'),
    request: z.object({ ...ofCenter() }),
    response: z.object({
      items: z.array(
        z.object({
          requestId: z.string(),
          at: z.number(),
          name: z.string(),
          phone: z.nullable(z.string()),
          relation: residentRelation,
          placeId: z.string(),
          place: z.string(),
          residents: z.array(residentView),
          /** Not by whoever has asked. */
          mayDecide: z.boolean(),
        }),
      ),
    }),
    errors: [],
  }),
  approveBinding: action({
    about: 'Decides whether somebody is bound to the room they have named',
    callers: postsWith('bindResidents'),
    idempotent: true,
    request: z.object({
      centerId: id(),
      requestId: id(),
      approve: z.boolean(),
      replaces: z.optional(z.boolean()),
      untilDay: z.optional(day()),
      /** Told to the person where it is declined. */
      reason: optionalText(limits.shortText),
      idempotencyKey: idempotencyKey(),
    }),
    response: z.object({ state: z.enum(keysOf(bindingStateLabels)) }),
    errors: ['notFound', 'wrongState', 'idempotencyConflict'],
  }),
  myBindings: action({
    about: 'What has become of the rooms the caller has asked for, the latest first',
    callers: ['signedIn'],
    request: empty(),
    response: z.object({
      items: z.array(
        z.object({
          requestId: z.string(),
          at: z.number(),
          place: z.string(),
          state: z.enum(keysOf(bindingStateLabels)),
          reason: z.nullable(z.string()),
        }),
      ),
    }),
    errors: [],
  }),
  leave: action({
    about: 'Takes somebody off a room: oneself, family of one’s household, or as staff; what was filed stays (D-OR-2)',
    callers: ['signedIn'],
    idempotent: true,
    request: z.object({ placeId: id(), personId: z.optional(id()), idempotencyKey: idempotencyKey() }),
    response: z.object({ done: z.literal(true) }),
    errors: ['notFound', 'idempotencyConflict'],
  }),
  history: action({
    about: 'What has been configured: who, when, from what to what; the latest on top (D-OR-5)',
    callers: ['signedIn'],
    request: z.object({ cursor: cursor(), limit: pageLimit() }),
    response: z.object({
      items: z.array(
        z.object({
          changeId: z.string(),
          at: z.number(),
          by: z.string(),
          center: z.nullable(z.string()),
          subject: z.enum(keysOf(organisationSubjectLabels)),
          what: z.enum(keysOf(organisationChangeLabels)),
          name: z.string(),
          before: z.unknown(),
          after: z.unknown(),
        }),
      ),
      nextCursor: z.nullable(z.string()),
    }),
    errors: [],
  }),
}

export type CenterFields = DeepReadonly<z.output<z.ZodMiniObject<typeof centerFields>>>
export type Imported = DeepReadonly<z.output<typeof imported>>
