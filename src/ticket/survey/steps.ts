import type { RequestOf } from '../../../types/contract/index'
import type { MoreAnswers, Question } from '../../../types/contract/questionnaire'
import { limits } from '../../../types/limits'
import type { SurveyReason } from '../../../types/vocabulary'
import { questionsAsked } from '../../../types/words/questionnaire'
import { mediaIdsOf, type PickedMedia } from '@/data/upload/picked-media'

export const ratings = ['result', 'measures', 'reception'] as const
export type Rating = (typeof ratings)[number]

/** `more:` and an id: a question of the center's questionnaire. */
export type SurveyQuestion = 'solved' | 'overall' | Rating | 'reasons' | `more:${string}` | 'last'

/** What has been answered so far; kept on the device until it is sent. */
export interface Answers {
  idempotencyKey: string
  solved: boolean | null
  /** The three ratings are given one by one, not all with one tap. */
  apart: boolean
  reception: number | null
  measures: number | null
  result: number | null
  reasons: readonly SurveyReason[]
  text: string
  suggestion: string
  anonymous: boolean
  /** Of what is not right. An answer kept by an earlier version has none. */
  photos?: readonly PickedMedia[]
  /** To the center's own questions, by their ids; left out: none yet. */
  more?: MoreAnswers
}

export const emptyAnswers = (idempotencyKey: string): Answers => ({
  idempotencyKey,
  solved: null,
  apart: false,
  reception: null,
  measures: null,
  result: null,
  reasons: [],
  text: '',
  suggestion: '',
  anonymous: false,
})

const isLow = (answers: Answers): boolean =>
  ratings.some(name => {
    const given = answers[name]
    return given !== null && given <= limits.lowRating
  })

/** The one value all three ratings have; null: they differ, or one is missing. */
export const overallOf = ({ result, measures, reception }: Answers): number | null =>
  result === measures && result === reception ? result : null

/** Of the center's own questions those that are asked, given what has been said. */
const asked = (questions: readonly Question[], { solved, result, measures, reception, more }: Answers) =>
  questionsAsked(questions, { ...more, solved, result, measures, reception })

/** Which question of the questionnaire a view shows; undefined: one that is always asked. */
export const questionOf = (step: SurveyQuestion, questions: readonly Question[]): Question | undefined =>
  questions.find(({ id }) => step === `more:${id}`)

/**
 * 「解决了吗？」 first; the reasons only when something was not right (L-SVY-1). Where it is solved, one tap rates all
 * three alike; what was done badly is asked one by one.
 */
export const stepsOf = (answers: Answers, questions: readonly Question[] = []): SurveyQuestion[] => [
  'solved',
  ...(answers.solved === false ? (['reasons'] as const) : []),
  ...(answers.solved === false || answers.apart ? ratings : (['overall'] as const)),
  ...(answers.solved !== false && isLow(answers) ? (['reasons'] as const) : []),
  ...asked(questions, answers).map(({ id }) => `more:${id}` as const),
  'last',
]

/** Whether the view has its answer, so that one may go on. */
export function isAnswered(step: SurveyQuestion, answers: Answers): boolean {
  switch (step) {
    case 'solved':
      return answers.solved !== null
    case 'overall':
      return overallOf(answers) !== null
    case 'reception':
    case 'measures':
    case 'result':
      return answers[step] !== null
    case 'reasons':
      return answers.reasons.length > 0 || answers.text.trim() !== '' || (answers.photos ?? []).length > 0
    default:
      // Whatever else is asked may be left out.
      return true
  }
}

/** Whether it is asked what is not right, with photos of it. */
export const asksReasons = (answers: Answers): boolean => stepsOf(answers).includes('reasons')

/** What is sent of answers to questions that are asked: words without the blanks around them, and nothing for nothing. */
export function saidTo(asked: readonly Question[], given: MoreAnswers = {}): MoreAnswers {
  const answers: Record<string, MoreAnswers[string]> = {}
  for (const { id } of asked) {
    const { [id]: answer } = given
    const said = typeof answer === 'string' ? answer.trim() : answer
    const nothing = said === undefined || said === '' || (typeof said === 'object' && said.length === 0)
    if (!nothing) answers[id] = said
  }
  return answers
}

/** What is sent of the answers to the center's questions: those to what is still asked. */
export function moreOf(answers: Answers, questions: readonly Question[]): { more?: MoreAnswers } {
  const more = saidTo(asked(questions, answers), answers.more)
  return Object.keys(more).length === 0 ? {} : { more }
}

/** Null while something that must be answered is not. */
export function answerOf(
  ticketId: string,
  answers: Answers,
  questions: readonly Question[] = [],
): RequestOf<'survey', 'answer'> | null {
  const { idempotencyKey, solved, reception, measures, result, anonymous } = answers
  if (solved === null || reception === null || measures === null || result === null) return null
  const words = (text: string) => (text.trim() === '' ? undefined : text.trim())
  const photos = asksReasons(answers) ? mediaIdsOf(answers.photos ?? [], ['image']) : []
  return {
    ticketId,
    idempotencyKey,
    solved,
    reception,
    measures,
    result,
    reasons: asksReasons(answers) ? [...answers.reasons] : [],
    ...(photos.length > 0 ? { photos } : {}),
    ...moreOf(answers, questions),
    text: words(answers.text),
    suggestion: words(answers.suggestion),
    anonymous,
  }
}

/** The views of what can be added to an answer of one tap, each of which may be left out (D-CB-5). */
export const detailStepsOf = (answers: Answers, questions: readonly Question[] = []): SurveyQuestion[] => [
  ...(answers.solved === false ? (['reasons'] as const) : []),
  'measures',
  'reception',
  ...asked(questions, answers).map(({ id }) => `more:${id}` as const),
  'last',
]

/** What is sent of it; null: nothing has been added. */
export function detailsOf(
  ticketId: string,
  answers: Answers,
  questions: readonly Question[] = [],
): RequestOf<'survey', 'detail'> | null {
  const { idempotencyKey, reception, measures, reasons } = answers
  const words = (text: string) => (text.trim() === '' ? undefined : text.trim())
  const photos = mediaIdsOf(answers.photos ?? [], ['image'])
  const said = {
    ...(reception === null ? {} : { reception }),
    ...(measures === null ? {} : { measures }),
    ...(reasons.length > 0 ? { reasons: [...reasons] } : {}),
    ...(words(answers.text) === undefined ? {} : { text: words(answers.text) }),
    ...(words(answers.suggestion) === undefined ? {} : { suggestion: words(answers.suggestion) }),
    ...(photos.length > 0 ? { photos } : {}),
    ...moreOf(answers, questions),
  }
  return Object.keys(said).length === 0 ? null : { ticketId, idempotencyKey, ...said }
}
