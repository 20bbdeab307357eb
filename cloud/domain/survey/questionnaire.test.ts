import type { MoreAnswers, Question } from '../../../types/contract/questionnaire'
import { answerWords, questionsAsked } from '../../../types/words/questionnaire'
import { aCommand, someAnswers } from '../../../test/builders/commands'
import { people } from '../../../test/builders/people'
import { aPolicy } from '../../../test/builders/policy'
import { tidy } from '../../../test/builders/questions'
import { aTicket } from '../../../test/builders/ticket'
import { defaultPolicy } from '../policy/model/default-policy'
import { strayAnswer } from './questionnaire'

const { resident, clerk } = people

const onTime: Question = { id: 'onTime', type: 'yesNo', words: '师傅按时到了吗？' }
const howLate: Question = {
  id: 'howLate',
  type: 'choice',
  words: '晚了多久？',
  options: [
    { id: 'hour', words: '不到一小时' },
    { id: 'day', words: '一天以上' },
  ],
  onlyIf: { question: 'onTime', is: [false] },
}
const whyBad: Question = {
  id: 'whyBad',
  type: 'choices',
  words: '哪里不好？',
  options: [
    { id: 'noise', words: '太吵' },
    { id: 'dirt', words: '没收拾' },
  ],
  onlyIf: { question: 'result', is: [1, 2] },
}
const words: Question = {
  id: 'words',
  type: 'text',
  words: '还想说什么？',
  onlyIf: { question: 'howLate', is: ['day'] },
}
const questions = [onTime, howLate, whyBad, tidy, words]

const asked = (said: Parameters<typeof questionsAsked>[1]) => questionsAsked(questions, said).map(({ id }) => id)

describe('which questions are asked', () => {
  it('those without a condition, and those whose condition holds', () => {
    expect(asked({ solved: true, result: 5 })).toEqual(['onTime', 'tidy'])
    expect(asked({ solved: true, result: 2, onTime: false })).toEqual(['onTime', 'howLate', 'whyBad', 'tidy'])
    expect(asked({ result: 5, onTime: false, howLate: 'day' })).toEqual(['onTime', 'howLate', 'tidy', 'words'])
  })

  it('none hangs on the answer to a question that is not asked any more', () => {
    expect(asked({ result: 5, onTime: true, howLate: 'day' })).toEqual(['onTime', 'tidy'])
  })
})

describe('what belongs to a questionnaire', () => {
  const stray = (more: Parameters<typeof strayAnswer>[2], result = 5) =>
    strayAnswer(questions, { solved: true, result }, more)
  it.each([
    ['nothing', {}, null],
    ['each answered as asked', { onTime: false, howLate: 'hour', tidy: 4 }, null],
    ['a question that there is not', { other: true }, 'other'],
    ['a question that was not asked', { onTime: true, howLate: 'hour' }, 'howLate'],
    ['a number for yes or no', { onTime: 1 }, 'onTime'],
    ['an option that there is not', { onTime: false, howLate: 'week' }, 'howLate'],
    ['words for a rating', { tidy: '很干净' }, 'tidy'],
  ] as const)('%s', (_name, more, expected) => expect(stray(more)).toBe(expected))

  it('several options, each once', () => {
    expect(stray({ whyBad: ['noise', 'dirt'] }, 1)).toBeNull()
    expect(stray({ whyBad: ['noise', 'noise'] }, 1)).toBe('whyBad')
    expect(stray({ whyBad: 'noise' }, 1)).toBe('whyBad')
  })

  it('answers are read in the words that were chosen', () => {
    expect([
      answerWords(onTime, false),
      answerWords(howLate, 'day'),
      answerWords(whyBad, ['noise', 'dirt']),
      answerWords(tidy, 4),
      answerWords(words, '下次早点来'),
    ]).toEqual(['否', '一天以上', '太吵、没收拾', '4 分', '下次早点来'])
  })
})

describe('a round keeps what it was sent with', () => {
  const general = { id: 'general', name: '通用', questions: [tidy] }
  const ofLeaks = { id: 'leaks', name: '漏水', when: { category: 'engineering' }, questions }
  const survey = { ...defaultPolicy.survey, questionnaires: [ofLeaks, general] }
  const policy = aPolicy({ survey })
  const sentFor = (category: string) => aTicket('callback', { category }, { policy }).in('callback').round.sent

  it('the first questionnaire that fits, the version of the rules, and who is rated', () => {
    const rated = { personId: 'steward-1', personName: 'steward-1' }
    expect(sentFor('leak')).toEqual({ version: 1, rated, questionnaire: ofLeaks })
    expect(sentFor('noise')?.questionnaire).toEqual(general)
    expect(aTicket('callback').in('callback').round.sent).toEqual({ version: 1, rated })
  })

  it('answers are checked against it, whatever the rules say by now', () => {
    const story = aTicket('callback', {}, { policy }).with({ policy: aPolicy() })
    const answers = (more: MoreAnswers) => ({ answers: someAnswers({ more }) })
    expect(story.refusal(resident, aCommand('answerSurvey', answers({ tidy: true })))).toBe('invalidRequest')
    expect(
      story.refusal(
        clerk,
        aCommand('recordCallback', {
          answers: { reception: 5, measures: 5, result: 5, solved: true, more: { other: 1 } },
        }),
      ),
    ).toBe('invalidRequest')
    const done = story.do(resident, aCommand('answerSurvey', answers({ tidy: 4, onTime: true })))
    expect(done.events('surveyAnswered')[0]?.answers.more).toEqual({ tidy: 4, onTime: true })
    expect(done.in('closed').ending).toBe('satisfied')
  })
})
