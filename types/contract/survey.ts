import * as z from 'zod/mini'
import { familyRelationLabels, keysOf, stateLabels } from '../vocabulary'
import { surveyAnswers } from './commands'
import { action } from './define'
import { questionnaireView } from './questionnaire'
import { empty, id, idempotencyKey, photos } from './fields'
import { mediaView } from './ticket-views'

/** A round that asks the caller, with what it is about. */
const surveyView = z.object({
  ticketId: z.string(),
  number: z.string(),
  round: z.number(),
  openedAt: z.number(),
  place: z.string(),
  text: z.string(),
  categoryName: z.string(),
  /** For whom of the family the rating is given (D-AC-2); null: for oneself. */
  forFamily: z.nullable(z.enum(keysOf(familyRelationLabels))),
  /** What was done, in the handler's words. */
  summary: z.string(),
  after: z.array(mediaView),
  /** Whose work is rated. */
  rated: z.nullable(z.string()),
  questionnaire: questionnaireView,
})

export const survey = {
  list: action({
    about: 'Satisfaction surveys waiting for the caller (D-CB-1)',
    callers: ['signedIn'],
    request: empty(),
    response: z.object({
      items: z.array(surveyView),
      /** Answered with one tap, to which something can still be added (D-CB-5). */
      toDetail: z.array(
        z.object({
          ...surveyView.shape,
          solved: z.boolean(),
          result: z.number(),
          /** Epoch ms. */
          until: z.number(),
        }),
      ),
    }),
    errors: [],
  }),
  answer: action({
    about: 'Answers a survey; satisfied closes the ticket, dissatisfied reopens it (D-CB-3, D-CB-5)',
    callers: ['signedIn'],
    idempotent: true,
    request: z.object({
      ticketId: id(),
      idempotencyKey: idempotencyKey(),
      ...surveyAnswers,
      /** Both, or neither: then it is an answer of one tap, to which `detail` adds (D-CB-5). */
      reception: z.optional(surveyAnswers.reception),
      measures: z.optional(surveyAnswers.measures),
      /** Of what is not solved. */
      photos: z.optional(photos()),
    }),
    response: z.object({ state: z.enum(keysOf(stateLabels)) }),
    errors: ['notFound', 'wrongState', 'alreadyAnswered', 'idempotencyConflict', 'unknownMedia'],
  }),
  detail: action({
    about: 'Adds to an answer of one tap, once and within a time of the rules; the answer itself stands (D-CB-5)',
    callers: ['signedIn'],
    idempotent: true,
    request: z.object({
      ticketId: id(),
      idempotencyKey: idempotencyKey(),
      reception: z.optional(surveyAnswers.reception),
      measures: z.optional(surveyAnswers.measures),
      reasons: surveyAnswers.reasons,
      text: surveyAnswers.text,
      suggestion: surveyAnswers.suggestion,
      more: surveyAnswers.more,
      /** Of what is not solved. */
      photos: z.optional(photos()),
    }),
    response: z.object({ state: z.enum(keysOf(stateLabels)) }),
    errors: ['notFound', 'wrongState', 'idempotencyConflict', 'unknownMedia'],
  }),
}
