import * as z from 'zod/mini'
import type { DeepReadonly } from '../deep-readonly'
import { limits } from '../limits'
import { keysOf, questionTypeLabels, standardQuestionLabels } from '../vocabulary'
import { id, optionalText, rating, requiredText } from './fields'

const words = {
  words: requiredText(limits.shortText),
  /** For the elder view; left out: the same words. */
  plainWords: optionalText(limits.shortText),
}

/** What a questionnaire asks beyond what is always asked. None of it has to be answered. */
export const questionDocument = z.strictObject({
  id: id(),
  type: z.enum(keysOf(questionTypeLabels)),
  ...words,
  /** Of `choice` and `choices`. */
  options: z.optional(
    z.array(z.strictObject({ id: id(), words: requiredText(limits.name) })).check(z.maxLength(limits.surveyOptions)),
  ),
  /** Asked only where an earlier question, or one that is always asked, was answered with one of these. */
  onlyIf: z.optional(
    z.strictObject({
      question: id(),
      is: z.array(z.union([z.boolean(), rating(), id()])).check(z.minLength(1), z.maxLength(limits.surveyOptions)),
    }),
  ),
})

/** Other words for the questions that every questionnaire asks, since closing hangs on them (D-CB-3). */
export const standardWordsDocument = z.partialRecord(z.enum(keysOf(standardQuestionLabels)), z.strictObject(words))

/** Answers by the ids of questions: yes or no, 1 to 5, an option, several, or a text. */
export const moreAnswers = z.record(
  id(),
  z.union([
    z.boolean(),
    rating(),
    requiredText(),
    z.array(id()).check(z.minLength(1), z.maxLength(limits.surveyOptions)),
  ]),
)

/** A questionnaire as it is shown to whoever answers it. */
export const questionnaireView = z.object({ words: standardWordsDocument, questions: z.array(questionDocument) })

export type QuestionnaireView = DeepReadonly<z.output<typeof questionnaireView>>
export type Question = DeepReadonly<z.output<typeof questionDocument>>
export type StandardWords = DeepReadonly<z.output<typeof standardWordsDocument>>
export type MoreAnswers = DeepReadonly<z.output<typeof moreAnswers>>
