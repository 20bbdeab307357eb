import type { RequestOf, ResponseOf } from '../../../types/contract/index'
import type { Question } from '../../../types/contract/questionnaire'
import type { CallMethod } from '../../../types/vocabulary'
import { emptyAnswers, isAnswered, moreOf, stepsOf, type Answers, type SurveyQuestion } from '@/ticket/survey/steps'

export type Call = ResponseOf<'callback', 'list'>['items'][number]

/** How it began: whoever is there is asked, and how far that went is seen from the answers. */
export const beginnings = ['asked', 'noAnswer', 'later', 'wrongNumber', 'refused'] as const
export type Beginning = (typeof beginnings)[number]

/** A call as far as it is written down; kept on the device until it is sent. */
export interface CallDraft {
  method: CallMethod
  began: Beginning | null
  answers: Answers
  /** Which question is shown. */
  position: number
  /** Epoch ms. */
  callAt: number | null
  /** What else was said, in a few words. */
  note: string
}

export const emptyCall = (idempotencyKey: string): CallDraft => ({
  method: 'phone',
  began: null,
  answers: emptyAnswers(idempotencyKey),
  position: 0,
  callAt: null,
  note: '',
})

/** `own`, here and below: what the center asks beyond what always is. */
export const questionOf = ({ answers, position }: CallDraft, own: readonly Question[] = []): SurveyQuestion => {
  const questions = stepsOf(answers, own)
  return questions[Math.min(position, questions.length - 1)] ?? 'solved'
}

export const isLastQuestion = (draft: CallDraft, own: readonly Question[] = []): boolean =>
  questionOf(draft, own) === 'last'

/** Whether one may go on from the question that is shown. */
export const mayGoOn = (draft: CallDraft, own: readonly Question[] = []): boolean =>
  isAnswered(questionOf(draft, own), draft.answers)

export type CallRecord = Omit<RequestOf<'callback', 'record'>, 'idempotencyKey'>
export type Checked = { readonly ok: true; readonly record: CallRecord } | { readonly ok: false; readonly say: string }

const words = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())

/** What was answered, as far as it goes. */
const given = ({ solved, reception, measures, result, reasons, text, suggestion, anonymous }: Answers) => ({
  ...(solved === null ? {} : { solved }),
  ...(reception === null ? {} : { reception }),
  ...(measures === null ? {} : { measures }),
  ...(result === null ? {} : { result }),
  ...(reasons.length > 0 ? { reasons: [...reasons] } : {}),
  ...(words(text) === undefined ? {} : { text: words(text) }),
  ...(words(suggestion) === undefined ? {} : { suggestion: words(suggestion) }),
  ...(anonymous ? { anonymous } : {}),
})

/** All that is asked has an answer; else the call was broken off (D-CB-12). */
const isComplete = ({ solved, reception, measures, result }: Answers): boolean =>
  [solved, reception, measures, result].every(one => one !== null)

/** What is sent; or what is still missing, in words. */
export function recordOf(taskId: string, draft: CallDraft, own: readonly Question[] = []): Checked {
  const { began, answers, method, callAt, note } = draft
  const base = { taskId, method }
  if (began === null) return { ok: false, say: '请先选联系的结果' }
  if (began === 'later' && callAt === null) return { ok: false, say: '请选约好的时间' }
  if (began !== 'asked') {
    const text = words(note)
    return {
      ok: true,
      record: {
        ...base,
        outcome: began,
        ...(began === 'later' && callAt !== null ? { callAt } : {}),
        ...(text === undefined ? {} : { text }),
      },
    }
  }
  const said = given(answers)
  if (Object.keys(said).length === 0) return { ok: false, say: '还没有记下任何回答' }
  const outcome = isComplete(answers) ? 'complete' : 'partial'
  return { ok: true, record: { ...base, outcome, answers: { ...said, ...moreOf(answers, own) } } }
}

/** Something has been answered and more is to be asked: it may end here. */
export const mayBreakOff = (draft: CallDraft, own: readonly Question[] = []): boolean =>
  draft.began === 'asked' && !isLastQuestion(draft, own) && Object.keys(given(draft.answers)).length > 0

/** The queue as the desk shows it: one's own calls, and those of others. Each in the order of the server: what is due first. */
export const callsOf = (calls: readonly Call[], whose: 'mine' | 'others'): readonly Call[] =>
  calls.filter(({ mine, ownerId }) => (mine || ownerId === null) === (whose === 'mine'))

/** Which call comes after this one is done: the one beneath it, else the one above; null: there is no other. */
export function nextAfter(calls: readonly Call[], taskId: string): string | null {
  const at = calls.findIndex(one => one.taskId === taskId)
  return (calls[at + 1] ?? calls[at - 1])?.taskId ?? null
}
