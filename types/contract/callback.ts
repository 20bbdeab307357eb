import * as z from 'zod/mini'
import { postsWith } from '../rights'
import { callMethodLabels, callbackOutcomeLabels, keysOf, stateLabels } from '../vocabulary'
import { surveyAnswers } from './commands'
import { action } from './define'
import { id, idempotencyKey, instant, ofCenter, optionalText } from './fields'
import { questionnaireView } from './questionnaire'

export const callback = {
  list: action({
    about:
      'Calls that wait to be made, those of the caller first; nobody is told of calls they may not make (D-CB-1, D-CB-6)',
    callers: postsWith('makeCalls'),
    /** Left out: in all centers where the caller makes calls. */
    request: z.object(ofCenter()),
    response: z.object({
      items: z.array(
        z.object({
          taskId: z.string(),
          ticketId: z.string(),
          number: z.string(),
          /** Names whoever is called in `ticket.revealContact`. */
          complainant: z.string(),
          place: z.string(),
          categoryName: z.string(),
          /** Epoch ms: by the deadline, or when the person asked to be called. */
          dueAt: z.number(),
          /** Epoch ms before which nobody should call; null: at any time. */
          notBefore: z.nullable(z.number()),
          /** null: nobody could be found to do it. */
          ownerId: z.nullable(z.string()),
          ownerName: z.nullable(z.string()),
          mine: z.boolean(),
          attempts: z.number(),
          /** Days on which nobody was reached, of those after which it ends as unreached (D-CB-4). */
          daysUnreached: z.number(),
          /** What is to be asked beyond what always is. */
          questionnaire: questionnaireView,
        }),
      ),
    }),
    errors: [],
  }),
  record: action({
    about: 'What became of a call or a visit: it closes, reopens or is tried again (D-CB-3, D-CB-4, D-CB-12)',
    callers: postsWith('workOnTickets'),
    idempotent: true,
    request: z.object({
      taskId: id(),
      idempotencyKey: idempotencyKey(),
      outcome: z.enum(keysOf(callbackOutcomeLabels)),
      /** Left out: by telephone. */
      method: z.optional(z.enum(keysOf(callMethodLabels))),
      /** Of `complete` all three ratings and whether it is solved, of `partial` as much as was said. */
      answers: z.optional(
        z.object({
          ...surveyAnswers,
          reception: z.optional(surveyAnswers.reception),
          measures: z.optional(surveyAnswers.measures),
          result: z.optional(surveyAnswers.result),
          solved: z.optional(surveyAnswers.solved),
        }),
      ),
      /** Of `later`. Epoch ms. */
      callAt: z.optional(instant()),
      text: optionalText(),
    }),
    response: z.object({ state: z.enum(keysOf(stateLabels)) }),
    errors: ['notFound', 'wrongState', 'idempotencyConflict', 'unknownPerson'],
  }),
}
