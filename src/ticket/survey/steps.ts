import type { RequestOf } from '../../../types/contract/index'
import { limits } from '../../../types/limits'
import type { SurveyReason } from '../../../types/vocabulary'
import { mediaIdsOf, type PickedMedia } from '@/data/upload/picked-media'

export const ratings = ['result', 'measures', 'reception'] as const
export type Rating = (typeof ratings)[number]

export type SurveyQuestion = 'solved' | 'overall' | Rating | 'reasons' | 'last'

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

/**
 * 「解决了吗？」 first; the reasons only when something was not right (L-SVY-1). Where it is solved, one tap rates all
 * three alike; what was done badly is asked one by one.
 */
export const stepsOf = (answers: Answers): SurveyQuestion[] => [
  'solved',
  ...(answers.solved === false ? (['reasons'] as const) : []),
  ...(answers.solved === false || answers.apart ? ratings : (['overall'] as const)),
  ...(answers.solved !== false && isLow(answers) ? (['reasons'] as const) : []),
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
    case 'last':
      return true
  }
}

/** Whether it is asked what is not right, with photos of it. */
export const asksReasons = (answers: Answers): boolean => stepsOf(answers).includes('reasons')

/** Null while something that must be answered is not. */
export function answerOf(ticketId: string, answers: Answers): RequestOf<'survey', 'answer'> | null {
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
    text: words(answers.text),
    suggestion: words(answers.suggestion),
    anonymous,
  }
}
