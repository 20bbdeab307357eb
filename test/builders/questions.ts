import type { Question } from '../../types/contract/questionnaire'

/** Questions of a center's own, as a manager writes them (D-CB-1). */
export const tidy: Question = { id: 'tidy', type: 'rating', words: '收拾得干净吗？' }
/** Asked only of whoever was not content with that. */
export const whyUntidy: Question = {
  id: 'why',
  type: 'text',
  words: '哪里没收拾？',
  onlyIf: { question: 'tidy', is: [1, 2] },
}
export const said: Question = { id: 'said', type: 'text', words: '还想说什么？' }
export const when: Question = {
  id: 'when',
  type: 'choice',
  words: '什么时候来的？',
  options: [
    { id: 'day', words: '白天' },
    { id: 'night', words: '晚上' },
  ],
}

/** Of a survey of the estate (D-CB-7). */
export const clean: Question = { id: 'clean', type: 'rating', words: '楼道干净吗？' }
export const whyUnclean: Question = {
  id: 'why',
  type: 'text',
  words: '哪里不干净？',
  onlyIf: { question: 'clean', is: [1, 2] },
}
