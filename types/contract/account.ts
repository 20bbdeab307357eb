import * as z from 'zod/mini'
import { limits } from '../limits'
import { campaignChannelLabels, keysOf, placeKindLabels, relationLabels, roleLabels } from '../vocabulary'
import { action } from './define'
import { cursor, empty, id, idempotencyKey, phone, requiredText } from './fields'

const role = z.enum(keysOf(roleLabels))

const placeView = z.object({
  placeId: z.string(),
  name: z.string(),
  kind: z.enum(keysOf(placeKindLabels)),
  parentId: z.nullable(z.string()),
})

/** A center as whoever needs its help knows it. */
const centerView = z.object({
  centerId: z.string(),
  name: z.string(),
  estate: z.string(),
  hotline: z.string(),
  /** Empty: the hotline is answered at any hour. */
  nightPhone: z.string(),
  /** When the hotline is answered, for a week from now: [from, to) in epoch ms, ascending. */
  officeHours: z.array(z.object({ from: z.number(), to: z.number() })),
})

/** Who was entered under a number: names with all but the last character hidden, since numbers are given out anew. */
const proven = z.object({
  phone: z.string(),
  people: z.array(z.object({ personId: z.string(), name: z.string() })),
})

const signedIn = z.object({ token: z.string() })

export const settings = z.object({
  elderView: z.optional(z.boolean()),
  theme: z.optional(z.enum(['auto', 'light', 'dark'])),
})

export const account = {
  demoPersonas: action({
    about: 'The people one can be in the demo',
    callers: ['anyone'],
    demoOnly: true,
    request: empty(),
    response: z.object({
      personas: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          roles: z.array(role),
          centerId: z.string(),
          rooms: z.array(z.string()),
        }),
      ),
    }),
    errors: ['unknownAction'],
  }),
  demoSignIn: action({
    about: 'Signs in as one of the demo personas',
    callers: ['anyone'],
    demoOnly: true,
    request: z.object({ persona: id() }),
    response: signedIn,
    errors: ['unknownAction', 'notFound'],
  }),
  signIn: action({
    about: 'Exchanges the code of wx.login for a session; a stranger becomes a resident without rooms',
    callers: ['anyone'],
    request: z.object({ code: z.string().check(z.minLength(1), z.maxLength(128)) }),
    response: signedIn,
    errors: [],
  }),
  requestPhoneCode: action({
    about: 'Sends a six-digit sign-in code to a phone known to the company',
    callers: ['anyone'],
    request: z.object({ phone: phone() }),
    response: z.object({ sent: z.boolean(), expiresAt: z.number() }),
    errors: [],
  }),
  phoneSignIn: action({
    about: 'Signs in with the code that was sent to the phone',
    callers: ['anyone'],
    request: z.object({ phone: phone(), code: z.string().check(z.regex(/^\d{6}$/)) }),
    response: signedIn,
    errors: [],
  }),
  provePhone: action({
    about:
      'Keeps the number behind a tap on 获取手机号 as the caller’s own, and says who was entered under it (D-OR-2)',
    callers: ['signedIn'],
    request: z.object({ code: z.string().check(z.minLength(1), z.maxLength(128)) }),
    response: proven,
    errors: [],
  }),
  requestOwnPhoneCode: action({
    about: 'Sends a six-digit code to a number that the caller says is theirs',
    callers: ['signedIn'],
    request: z.object({ phone: phone() }),
    response: z.object({ expiresAt: z.number() }),
    errors: [],
  }),
  provePhoneByCode: action({
    about: 'As provePhone, with the code that was sent to the number',
    callers: ['signedIn'],
    request: z.object({ phone: phone(), code: z.string().check(z.regex(/^\d{6}$/)) }),
    response: proven,
    errors: [],
  }),
  claim: action({
    about:
      'Says who of those entered under one’s own number the caller is; their rooms and posts are then the caller’s (D-OR-2)',
    callers: ['signedIn'],
    request: z.object({ personId: id() }),
    response: z.object({ rooms: z.array(z.string()) }),
    errors: ['notFound', 'wrongState'],
  }),
  me: action({
    about: 'Who the caller is, with posts, rooms and the places that can be named in a filing',
    callers: ['signedIn'],
    request: empty(),
    response: z.object({
      id: z.string(),
      name: z.string(),
      phone: z.nullable(z.string()),
      posts: z.array(
        z.object({
          role,
          centerId: z.string(),
          centerName: z.string(),
          departmentId: z.nullable(z.string()),
          buildings: z.array(z.string()),
        }),
      ),
      /** Where the caller lists tickets: for quality and supervisors all centers of the company (D-PO-2). */
      centers: z.array(z.object({ centerId: z.string(), name: z.string() })),
      rooms: z.array(
        z.object({
          placeId: z.string(),
          name: z.string(),
          relation: z.enum(keysOf(relationLabels)),
          /** The others of one's household there (D-AC-2). */
          household: z.array(
            z.object({ personId: z.string(), name: z.string(), relation: z.enum(keysOf(relationLabels)) }),
          ),
        }),
      ),
      places: z.array(placeView),
      /** Staff of a large estate: only public places stand here, rooms are asked for by `account.places`. */
      placesCut: z.boolean(),
      center: z.nullable(centerView),
      settings,
      /** D-CB-9. */
      callbackDeclined: z.boolean(),
      unread: z.number(),
      /** Whether the caller organises the company (D-OR-1), also before it has a center to hold a post in. */
      administers: z.boolean(),
      demo: z.boolean(),
    }),
    errors: [],
  }),
  contacts: action({
    about: 'Whom to call, also for somebody who has not signed in (L-HOME-1)',
    callers: ['anyone'],
    request: empty(),
    response: z.object({ centers: z.array(centerView) }),
    errors: [],
  }),
  places: action({
    about: 'Places that the caller can name in a filing, by parts of their name',
    callers: ['signedIn'],
    request: z.object({ text: requiredText(limits.shortText) }),
    response: z.object({ places: z.array(placeView) }),
    errors: [],
  }),
  updateSettings: action({
    about: 'Stores how the caller likes to see the screens',
    callers: ['signedIn'],
    request: settings,
    response: settings,
    errors: [],
  }),
  setCallbackWish: action({
    about: 'Declares, or takes back, the wish not to be called about how a matter was handled (D-CB-9)',
    callers: ['signedIn'],
    request: z.object({ declined: z.boolean() }),
    response: z.object({ declined: z.boolean() }),
    errors: [],
  }),
  signOut: action({
    about: 'Ends this session',
    callers: ['signedIn'],
    request: empty(),
    response: empty(),
    errors: [],
  }),
  exportMyData: action({
    about: 'Everything stored about the caller (D-AR-2), in parts that fit an answer',
    callers: ['signedIn'],
    request: z.object({ cursor: cursor() }),
    response: z.object({
      exportedAt: z.number(),
      person: z.object({ name: z.string(), phone: z.nullable(z.string()), rooms: z.array(z.string()) }),
      tickets: z.array(
        z.object({
          number: z.string(),
          filedAt: z.number(),
          state: z.string(),
          place: z.string(),
          text: z.string(),
          contact: z.nullable(z.object({ name: z.nullable(z.string()), phone: z.nullable(z.string()) })),
          messages: z.array(z.object({ at: z.number(), text: z.string() })),
        }),
      ),
      surveys: z.array(z.object({ number: z.string(), answeredAt: z.number(), answers: z.unknown() })),
      /** Of surveys of the estate, for the caller's households; those without a name cannot be told apart from others'. */
      householdSurveys: z.array(
        z.object({
          title: z.string(),
          channel: z.enum(keysOf(campaignChannelLabels)),
          answers: z.array(z.object({ question: z.string(), answer: z.string() })),
        }),
      ),
      notices: z.array(z.object({ at: z.number(), title: z.string(), text: z.string() })),
      /** Of the next part; a ticket whose messages go on there stands in both. */
      nextCursor: z.nullable(z.string()),
    }),
    errors: [],
  }),
  eraseMe: action({
    about: 'Erases the caller’s identity for good; the record stays, anonymised (D-AR-2)',
    callers: ['signedIn'],
    idempotent: true,
    request: z.object({ idempotencyKey: idempotencyKey(), confirm: z.literal('注销') }),
    response: z.object({ erasedAt: z.number() }),
    errors: ['wrongState', 'idempotencyConflict'],
  }),
}

/** Longest name shown for a person. */
export const nameLimit = limits.name
