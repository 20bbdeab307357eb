import * as z from 'zod/mini'
import type { DeepReadonly } from '../deep-readonly'
import { limits } from '../limits'
import { postsWith } from '../rights'
import {
  campaignChannelLabels,
  campaignKindLabels,
  campaignResultLabels,
  campaignStateLabels,
  enteredChannels,
  improvementStateLabels,
  keysOf,
  notAskedLabels,
  questionTypeLabels,
} from '../vocabulary'
import { action } from './define'
import { cursor, empty, id, idempotencyKey, instant, ofCenter, pageLimit, requiredText } from './fields'
import { moreAnswers, questionDocument } from './questionnaire'

/** What somebody draws up before it is sent. */
const drawnUp = {
  kind: z.enum(keysOf(campaignKindLabels)),
  title: requiredText(limits.name),
  questions: z.array(questionDocument).check(z.maxLength(limits.campaignQuestions)),
  /** How many households are drawn; null: all are asked. */
  sampleSize: z.nullable(z.int().check(z.gte(1), z.lte(limits.campaignHouseholds))),
  /** Asked from then on, until then. Epoch ms. */
  fromAt: instant(),
  untilAt: instant(),
  /** Days after the beginning on which whoever has not answered is reminded once; null: nobody is. */
  remindAfterDays: z.nullable(z.int().check(z.gte(1), z.lte(90))),
}

/** What became of asking the households of a part; `asked` is the sum of the four after it. */
const tracked = {
  asked: z.number(),
  answered: z.number(),
  refused: z.number(),
  notReached: z.number(),
  open: z.number(),
  notAsked: z.number(),
}

const listed = {
  campaignId: z.string(),
  kind: z.enum(keysOf(campaignKindLabels)),
  state: z.enum(keysOf(campaignStateLabels)),
  title: z.string(),
  fromAt: z.number(),
  untilAt: z.number(),
}

/** A share with Wilson's interval at 95 % (D-CB-8). */
const interval = z.object({ share: z.number(), low: z.number(), high: z.number() })

/** Figures of one question in one part. `count` of `of` with its interval; null: withheld, or nobody has answered it. */
const satisfiedOf = {
  /** How many have answered this question. */
  of: z.number(),
  /** Fewer than five: nothing of it is shown, so that nobody is found by an answer (D-CB-5). */
  withheld: z.boolean(),
  /** Of a rating 满意 and 非常满意, of yes or no a yes. */
  satisfied: z.nullable(interval),
  /** Of a rating, from 1 to 5. */
  mean: z.nullable(z.number()),
}

const groups = z.array(z.object({ key: z.string(), name: z.string(), ...satisfiedOf }))

const questionReport = z.object({
  id: z.string(),
  type: z.enum(keysOf(questionTypeLabels)),
  words: z.string(),
  /** Asked of everybody; else only of those who had said something before. */
  ofAll: z.boolean(),
  ...satisfiedOf,
  /** If nobody who has not answered were content, and if all of them were; null: a question not put to everybody. */
  bounds: z.nullable(z.object({ low: z.number(), high: z.number() })),
  /** How often each answer was given, with its share of those who answered. */
  answers: z.array(z.object({ key: z.string(), words: z.string(), count: z.number(), interval: z.nullable(interval) })),
  /** What was written, in no order that tells whose it is. */
  texts: z.array(z.string()),
  byBuilding: groups,
  byTenure: groups,
  /** The same question in the campaign before; null: not asked then, or withheld. */
  before: z.nullable(z.object({ of: z.number(), satisfied: interval })),
  /** What has changed since, with Newcombe's interval at 95 %; null: nothing to compare. */
  change: z.nullable(interval),
})

const improvementView = z.object({
  improvementId: z.string(),
  campaignId: z.string(),
  campaignTitle: z.string(),
  questionId: z.nullable(z.string()),
  questionWords: z.nullable(z.string()),
  text: z.string(),
  ownerId: z.string(),
  ownerName: z.string(),
  dueAt: z.number(),
  state: z.enum(keysOf(improvementStateLabels)),
  result: z.nullable(z.string()),
  overdue: z.boolean(),
  maySettle: z.boolean(),
  /** What the question it aims at said before it, and in the survey after it; null: not known (yet). */
  before: z.nullable(z.object({ of: z.number(), satisfied: interval })),
  after: z.nullable(z.object({ of: z.number(), satisfied: interval, title: z.string() })),
  change: z.nullable(interval),
})

export const campaign = {
  list: action({
    about: 'Surveys of a center, newest first, with how many have answered (D-CB-7)',
    callers: postsWith('followCampaigns'),
    request: z.object(ofCenter()),
    response: z.object({
      items: z.array(z.object({ ...listed, asked: z.number(), answered: z.number() })),
      mayDrawUp: z.boolean(),
    }),
    errors: [],
  }),
  get: action({
    about: 'One survey: what it asks, and how far it has come, by building; a steward sees own buildings only',
    callers: postsWith('followCampaigns'),
    request: z.object({ campaignId: id() }),
    response: z.object({
      ...listed,
      questions: z.array(questionDocument),
      sampleSize: z.nullable(z.number()),
      remindAfterDays: z.nullable(z.number()),
      openedAt: z.nullable(z.number()),
      /** What the sample was drawn with, and from how many households; null: not drawn yet. */
      seed: z.nullable(z.number()),
      frame: z.nullable(z.number()),
      all: z.object(tracked),
      byBuilding: z.array(z.object({ key: z.string(), name: z.string(), ...tracked })),
      byChannel: z.record(z.enum(keysOf(campaignChannelLabels)), z.number()),
      notAsked: z.record(z.enum(keysOf(notAskedLabels)), z.number()),
      may: z.object({
        edit: z.boolean(),
        remove: z.boolean(),
        open: z.boolean(),
        enter: z.boolean(),
        report: z.boolean(),
      }),
    }),
    errors: ['notFound'],
  }),
  save: action({
    about: 'Draws up a survey, or changes one that has not been sent',
    callers: postsWith('runCampaigns'),
    idempotent: true,
    request: z.object({ ...ofCenter(), idempotencyKey: idempotencyKey(), campaignId: z.optional(id()), ...drawnUp }),
    response: z.object({ campaignId: z.string() }),
    errors: ['notFound', 'wrongState', 'idempotencyConflict'],
  }),
  remove: action({
    about: 'Throws a survey away that has not been sent',
    callers: postsWith('runCampaigns'),
    idempotent: true,
    request: z.object({ campaignId: id(), idempotencyKey: idempotencyKey() }),
    response: z.object({ done: z.literal(true) }),
    errors: ['notFound', 'wrongState', 'idempotencyConflict'],
  }),
  open: action({
    about:
      'Sends a survey, at once or when its time has come: draws the sample and asks the households (D-CB-7, D-CB-12)',
    callers: postsWith('runCampaigns'),
    idempotent: true,
    request: z.object({ campaignId: id(), idempotencyKey: idempotencyKey() }),
    response: z.object({ state: z.enum(keysOf(campaignStateLabels)) }),
    errors: ['notFound', 'wrongState', 'idempotencyConflict'],
  }),
  households: action({
    about:
      'Households of a survey, those still to answer or all, in the order of their rooms; never what they answered',
    callers: postsWith('enterCampaignAnswers'),
    request: z.object({
      campaignId: id(),
      only: z.enum(['open', 'settled', 'notAsked']),
      cursor: cursor(),
      limit: pageLimit(),
    }),
    response: z.object({
      items: z.array(
        z.object({
          householdId: z.string(),
          place: z.string(),
          names: z.array(z.string()),
          result: z.nullable(z.enum(keysOf(campaignResultLabels))),
          channel: z.nullable(z.enum(keysOf(campaignChannelLabels))),
          notAsked: z.nullable(z.enum(keysOf(notAskedLabels))),
          enteredBy: z.nullable(z.string()),
          tries: z.number(),
          /** Somebody of it does not wish to be called (D-CB-9). */
          noCalls: z.boolean(),
          mayEnter: z.boolean(),
        }),
      ),
      nextCursor: z.nullable(z.string()),
    }),
    errors: ['notFound'],
  }),
  record: action({
    about: 'Writes down what a household answered on paper, by telephone or at the door, or that it did not',
    callers: postsWith('enterCampaignAnswers'),
    idempotent: true,
    request: z.object({
      campaignId: id(),
      householdId: id(),
      idempotencyKey: idempotencyKey(),
      result: z.enum(keysOf(campaignResultLabels)),
      channel: z.enum(enteredChannels),
      /** Of `answered`. */
      answers: z.optional(moreAnswers),
      anonymous: z.optional(z.boolean()),
    }),
    response: z.object({ result: z.enum(keysOf(campaignResultLabels)) }),
    errors: ['notFound', 'wrongState', 'alreadyAnswered', 'idempotencyConflict'],
  }),
  mine: action({
    about: 'Surveys that wait for an answer of the caller’s household',
    callers: ['signedIn'],
    request: empty(),
    response: z.object({
      items: z.array(
        z.object({
          campaignId: z.string(),
          /** Whoever has rooms in two households answers for each. */
          householdId: z.string(),
          kind: z.enum(keysOf(campaignKindLabels)),
          title: z.string(),
          place: z.string(),
          untilAt: z.number(),
          questions: z.array(questionDocument),
        }),
      ),
    }),
    errors: [],
  }),
  answer: action({
    about: 'Answers a survey for one’s household; once, whoever of it answers first',
    callers: ['signedIn'],
    idempotent: true,
    request: z.object({
      campaignId: id(),
      householdId: id(),
      idempotencyKey: idempotencyKey(),
      answers: moreAnswers,
      /** Kept without the household: nobody learns whose it is. */
      anonymous: z.optional(z.boolean()),
    }),
    response: z.object({ done: z.literal(true) }),
    errors: ['notFound', 'wrongState', 'alreadyAnswered', 'idempotencyConflict'],
  }),
  report: action({
    about: 'What a survey that has ended says, question by question, counted again from the answers (D-CB-8, D-RP-7)',
    callers: postsWith('readCampaignReports'),
    request: z.object({ campaignId: id() }),
    response: z.object({
      ...listed,
      all: z.object(tracked),
      response: z.object({ count: z.number(), of: z.number() }),
      /** The campaign it is compared with; null: there is none. */
      previous: z.nullable(z.object({ campaignId: z.string(), title: z.string() })),
      questions: z.array(questionReport),
      improvements: z.array(improvementView),
      mayImprove: z.boolean(),
    }),
    errors: ['notFound', 'wrongState'],
  }),
  improve: action({
    about: 'Decides what is to be done about what a survey has shown, by whom and by when',
    callers: postsWith('runCampaigns'),
    idempotent: true,
    request: z.object({
      campaignId: id(),
      idempotencyKey: idempotencyKey(),
      questionId: z.optional(id()),
      text: requiredText(limits.shortText),
      ownerId: id(),
      dueAt: instant(),
    }),
    response: z.object({ improvementId: z.string() }),
    errors: ['notFound', 'wrongState', 'unknownPerson', 'idempotencyConflict'],
  }),
  improvements: action({
    about: 'What is to be done by the caller, or in the center, what is due first on top',
    callers: postsWith('seeTickets'),
    request: z.object({ ...ofCenter(), mine: z.optional(z.boolean()) }),
    response: z.object({ items: z.array(improvementView) }),
    errors: [],
  }),
  settleImprovement: action({
    about: 'Says what has come of it: done, or not to be done; by its owner or whoever decides',
    callers: postsWith('seeTickets'),
    idempotent: true,
    request: z.object({
      improvementId: id(),
      idempotencyKey: idempotencyKey(),
      state: z.enum(['done', 'dropped']),
      result: requiredText(),
    }),
    response: z.object({ state: z.enum(keysOf(improvementStateLabels)) }),
    errors: ['notFound', 'wrongState', 'idempotencyConflict'],
  }),
  owners: action({
    about: 'People of a center who can be given an improvement',
    callers: postsWith('runCampaigns'),
    request: z.object(ofCenter()),
    response: z.object({ people: z.array(z.object({ id: z.string(), name: z.string(), post: z.string() })) }),
    errors: [],
  }),
}

export type Tracked = DeepReadonly<z.output<z.ZodMiniObject<typeof tracked>>>
export type ShareInterval = DeepReadonly<z.output<typeof interval>>
export type QuestionReport = DeepReadonly<z.output<typeof questionReport>>
export type ImprovementView = DeepReadonly<z.output<typeof improvementView>>
export type DrawnUp = DeepReadonly<z.output<z.ZodMiniObject<typeof drawnUp>>>
