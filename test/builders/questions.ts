import type { Question } from '../../types/contract/questionnaire'

/** Questions of a center's own, as a manager writes them (D-CB-1). */
export const tidy: Question = { id: 'tidy', type: 'rating', words: '收拾得干净吗？' }
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
