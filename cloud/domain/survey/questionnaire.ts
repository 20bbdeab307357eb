import type { MoreAnswers, Question, QuestionnaireView } from '../../../types/contract/questionnaire'
import { type Said, questionsAsked } from '../../../types/words/questionnaire'
import { factsOf } from '../deadline/timers'
import { type CompiledPolicy, conditionHolds } from '../policy/compile/compile'
import type { Questionnaire } from '../policy/model/policy'
import type { Directory } from '../routing/directory'
import type { CallOwner } from '../ticket/events'
import type { Ticket } from '../ticket/state'

/** What a round was sent with, as it was then: later versions of the rules change nothing about it. */
export interface SentSurvey {
  /** Of the policy. */
  readonly version: number
  /** Who is rated: whoever had done the work; null: nobody. */
  readonly rated: CallOwner | null
  /** Left out: nothing but what is always asked. */
  readonly questionnaire?: Questionnaire
}

export function sentSurvey(ticket: Ticket, policy: CompiledPolicy, directory: Directory, at: number): SentSurvey {
  const questionnaire = policy.policy.survey.questionnaires?.find(({ when }) =>
    conditionHolds(when, factsOf(ticket), at, policy),
  )
  const { completion, assignment } = ticket
  const personId = completion?.byId ?? assignment?.personId
  const known = directory.staff.find(({ id }) => id === personId)?.name
  return {
    version: policy.version,
    rated: personId === undefined ? null : { personId, personName: known ?? assignment?.personName ?? '' },
    ...(questionnaire === undefined ? {} : { questionnaire }),
  }
}

/** What a round asks, the latest unless one is named, as whoever answers it is shown. */
export const questionnaireShown = (
  { rounds }: Pick<Ticket, 'rounds'>,
  round: number = rounds.length,
): QuestionnaireView => {
  const { words = {}, questions = [] } = rounds[round - 1]?.sent?.questionnaire ?? {}
  return { words, questions }
}

export const questionsOf = (ticket: Pick<Ticket, 'rounds'>, round?: number): readonly Question[] =>
  questionnaireShown(ticket, round).questions

/** Whether an answer is of the kind that was asked for. */
function fits({ type, options = [] }: Question, said: MoreAnswers[string]): boolean {
  const isOption = (id: string) => options.some(option => option.id === id)
  switch (type) {
    case 'rating':
      return typeof said === 'number'
    case 'yesNo':
      return typeof said === 'boolean'
    case 'text':
      return typeof said === 'string'
    case 'choice':
      return typeof said === 'string' && isOption(said)
    case 'choices':
      return typeof said === 'object' && new Set(said).size === said.length && said.every(isOption)
  }
}

/** Which of the further answers does not belong to what was asked, by its id; null: none. */
export function strayAnswer(questions: readonly Question[], said: Said, more: MoreAnswers): string | null {
  const asked = questionsAsked(questions, { ...more, ...said })
  const stray = Object.entries(more).find(([id, answer]) => {
    const question = asked.find(one => one.id === id)
    return !question || !fits(question, answer)
  })
  return stray?.[0] ?? null
}
