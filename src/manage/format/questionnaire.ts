import type { Question } from '../../../types/contract/questionnaire'
import { keysOf, questionTypeLabels, ratingLabels, standardQuestionLabels } from '../../../types/vocabulary'
import { freeId } from './edit'

/** An answer that another question may hang on. */
export interface PossibleAnswer {
  /** Names it on the screen. */
  id: string
  word: string
  value: boolean | number | string
}

const yesNo: readonly PossibleAnswer[] = [
  { id: 'yes', word: '是', value: true },
  { id: 'no', word: '不是', value: false },
]

const ratings: readonly PossibleAnswer[] = Object.entries(ratingLabels)
  .map(([rating, word]) => ({ id: rating, word, value: Number(rating) }))
  .reverse()

const answersOf = ({ type, options = [] }: Pick<Question, 'type' | 'options'>): readonly PossibleAnswer[] => {
  switch (type) {
    case 'yesNo':
      return yesNo
    case 'rating':
      return ratings
    case 'text':
      return []
    default:
      return options.map(({ id, words }) => ({ id, word: words, value: id }))
  }
}

/** A question that a later one may hang on, with everything it can be answered with. */
export interface Ground {
  id: string
  word: string
  answers: readonly PossibleAnswer[]
}

/** What is always asked (not by a survey of the estate), and the questions before this one that are answered with a tap. */
export const groundsFor = (earlier: readonly Question[], standardAsked = true): readonly Ground[] => [
  ...(standardAsked ? keysOf(standardQuestionLabels) : []).map(id => ({
    id,
    word: standardQuestionLabels[id],
    answers: id === 'solved' ? yesNo : ratings,
  })),
  ...earlier
    .filter(({ type }) => type !== 'text')
    .map(question => ({ id: question.id, word: question.words, answers: answersOf(question) })),
]

/** 「打分 · “问题解决了吗？”答“不是”时才问」 */
export function questionFacts(question: Question, earlier: readonly Question[]): string {
  const { type, options = [], onlyIf } = question
  const ground = groundsFor(earlier).find(({ id }) => id === onlyIf?.question)
  const answers = ground?.answers.filter(({ value }) => onlyIf?.is.includes(value)).map(({ word }) => word) ?? []
  return [
    questionTypeLabels[type],
    options.map(({ words }) => words).join('、'),
    ground ? `“${ground.word}”答“${answers.join('”或“')}”时才问` : '',
  ]
    .filter(part => part !== '')
    .join(' · ')
}

/** Options as they are typed, one a line; whatever keeps its words keeps its id, so that answers stay what they were. */
export function optionsOf(typed: string, before: Question['options'] = []): { id: string; words: string }[] {
  const words = [...new Set(typed.split('\n').map(line => line.trim()))].filter(line => line !== '')
  const taken = before.map(({ id }) => id)
  return words.map(line => {
    const known = before.find(option => option.words === line)
    if (known) return { ...known }
    const id = freeId('option', taken)
    taken.push(id)
    return { id, words: line }
  })
}
