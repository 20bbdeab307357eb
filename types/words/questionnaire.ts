import type { MoreAnswers, Question } from '../contract/questionnaire'
import type { StandardQuestion } from '../vocabulary'

/** What has been said so far, by the id of the question. */
export type Said = Readonly<Record<string, MoreAnswers[string] | null | undefined>> &
  Readonly<Partial<Record<StandardQuestion, number | boolean | null>>>

const isAnsweredBy = (said: MoreAnswers[string] | null | undefined, wanted: readonly (boolean | number | string)[]) =>
  said !== null &&
  said !== undefined &&
  (typeof said === 'object' ? said.some(one => wanted.includes(one)) : wanted.includes(said))

/** The questions that are asked, given what has been said: the server checks by the same rule as the page asks. */
export function questionsAsked(questions: readonly Question[], said: Said): readonly Question[] {
  const asked: Question[] = []
  // A question that is not asked has no answer that another could hang on.
  const known: Record<string, Said[string]> = {
    solved: said.solved,
    result: said.result,
    measures: said.measures,
    reception: said.reception,
  }
  for (const question of questions) {
    const { onlyIf } = question
    if (onlyIf && !isAnsweredBy(known[onlyIf.question], onlyIf.is)) continue
    asked.push(question)
    known[question.id] = said[question.id]
  }
  return asked
}

/** An answer in words, as staff read it. */
export function answerWords({ type, options = [] }: Question, said: MoreAnswers[string]): string {
  const optionWords = (id: string) => options.find(option => option.id === id)?.words ?? id
  if (typeof said === 'boolean') return said ? '是' : '否'
  if (typeof said === 'number') return `${said} 分`
  if (typeof said !== 'string') return said.map(optionWords).join('、')
  return type === 'text' ? said : optionWords(said)
}
