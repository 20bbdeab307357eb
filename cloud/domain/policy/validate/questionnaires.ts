import type { Question } from '../../../../types/contract/questionnaire'
import { type StandardQuestion, keysOf, standardQuestionLabels } from '../../../../types/vocabulary'
import type { Policy, Questionnaire } from '../model/policy'
import { conditionProblems } from './conditions'
import { isUnconditional } from './covers'
import { type KnownCenter, type PolicyProblem, blocking, notable } from './problems'

/** The fewest that one can choose among. */
const leastOptions = 2

const standard: readonly string[] = keysOf(standardQuestionLabels)

const repeated = (ids: readonly string[]): readonly number[] =>
  ids.flatMap((id, index) => (ids.indexOf(id) < index ? [index] : []))

type Answers = readonly (boolean | number | string)[]

/** Everything a question can be answered with; null: anything. */
function answersTo(question: Pick<Question, 'type' | 'options'>): Answers | null {
  switch (question.type) {
    case 'yesNo':
      return [true, false]
    case 'rating':
      return [1, 2, 3, 4, 5]
    case 'text':
      return null
    default:
      return (question.options ?? []).map(({ id }) => id)
  }
}

const standardAnswers = (id: StandardQuestion): Answers | null =>
  answersTo({ type: id === 'solved' ? 'yesNo' : 'rating' })

function conditionFault(question: Question, earlier: readonly Question[], standardAsked: boolean): string | null {
  const { onlyIf } = question
  if (!onlyIf) return null
  const known = standardAsked ? keysOf(standardQuestionLabels).find(id => id === onlyIf.question) : undefined
  const before = earlier.find(({ id }) => id === onlyIf.question)
  if (!known && !before) return '只能看前面的题怎么答，请重新选择'
  const answers = known ? standardAnswers(known) : before ? answersTo(before) : null
  if (answers === null) return '不能看一道写字的题，请重新选择'
  return onlyIf.is.every(one => answers.includes(one)) ? null : '看的回答已经没有了，请重新选择'
}

/**
 * Whatever is wrong in a list of questions, which stands at `path`. `standardAsked`: the questions that every questionnaire asks come before them; a survey
 * of the estate asks none of these.
 */
export function questionProblems(
  { questions }: Pick<Questionnaire, 'questions'>,
  path: string,
  place: string,
  { standardAsked = true }: { readonly standardAsked?: boolean } = {},
): readonly PolicyProblem[] {
  const again = repeated(questions.map(({ id }) => id))
  return questions.flatMap((question, index) => {
    const at = `${path}.${index}`
    const of = `${place}的第 ${index + 1} 题`
    const choosing = question.type === 'choice' || question.type === 'choices'
    const options = question.options ?? []
    const fault = conditionFault(question, questions.slice(0, index), standardAsked)
    return [
      ...(again.includes(index) || standard.includes(question.id)
        ? [blocking(`${at}.id`, `${of}的编号“${question.id}”已经用过`)]
        : []),
      ...(choosing && options.length < leastOptions
        ? [blocking(`${at}.options`, `${of}至少要有 ${leastOptions} 个选项`)]
        : []),
      ...repeated(options.map(({ id }) => id)).map(other =>
        blocking(`${at}.options.${other}.id`, `${of}的选项编号“${options[other]?.id ?? ''}”已经用过`),
      ),
      ...(fault === null ? [] : [blocking(`${at}.onlyIf`, `${of}${fault}`)]),
    ]
  })
}

/** The questionnaires of a policy: whatever is wrong in one, and those that are never sent. */
export function questionnaireProblems(policy: Policy, known: KnownCenter | null): readonly PolicyProblem[] {
  const all = policy.survey.questionnaires ?? []
  const again = repeated(all.map(({ id }) => id))
  const toAll = all.findIndex(({ when }) => isUnconditional(when))
  return all.flatMap((questionnaire, index) => {
    const path = `survey.questionnaires.${index}`
    const place = `问卷“${questionnaire.name}”`
    return [
      ...(again.includes(index) ? [blocking(`${path}.id`, `${place}的编号已经用过`)] : []),
      ...conditionProblems(questionnaire.when, path, place, policy, known),
      ...questionProblems(questionnaire, `${path}.questions`, place),
      ...(toAll >= 0 && toAll < index
        ? [notable(path, `${place}不会用到：前面的“${all[toAll]?.name ?? ''}”已经适用于所有工单`)]
        : []),
    ]
  })
}
