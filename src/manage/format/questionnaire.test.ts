import { said, when } from '../../../test/builders/questions'
import { groundsFor, optionsOf, questionFacts } from './questionnaire'

it('a question hangs on what is always asked and on earlier ones that are answered with a tap', () => {
  expect(groundsFor([when, said]).map(({ id }) => id)).toEqual(['solved', 'result', 'measures', 'reception', 'when'])
})

it('says how it is answered and when it is asked', () => {
  expect(questionFacts(when, [])).toBe('选一项 · 白天、晚上')
  expect(questionFacts({ ...said, onlyIf: { question: 'when', is: ['night'] } }, [when])).toBe(
    '写几句 · “什么时候来的？”答“晚上”时才问',
  )
  expect(questionFacts({ ...said, onlyIf: { question: 'result', is: [1, 2] } }, [])).toBe(
    '写几句 · “处理结果怎么样？”答“不满意”或“很不满意”时才问',
  )
})

it('an option that keeps its words keeps its id; new ones get one of their own', () => {
  expect(optionsOf('晚上\n 白天 \n\n周末\n周末', when.options)).toEqual([
    { id: 'night', words: '晚上' },
    { id: 'day', words: '白天' },
    { id: 'option-2', words: '周末' },
  ])
})
