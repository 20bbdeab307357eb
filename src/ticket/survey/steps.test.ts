import type { MoreAnswers, Question } from '../../../types/contract/questionnaire'
import { tidy, whyUntidy } from '../../../test/builders/questions'
import { aPhoto } from '@/data/upload/picked-media.fixture'
import { answerOf, detailStepsOf, detailsOf, emptyAnswers, isAnswered, stepsOf, type Answers } from './steps'

const answers = (part: Partial<Answers> = {}): Answers => ({ ...emptyAnswers('key-00000001'), ...part })
const rated = { reception: 5, measures: 4, result: 4 }

test('asks first whether it is solved, and no reasons when all is well', () => {
  expect(stepsOf(answers({ solved: true, apart: true, ...rated }))).toEqual([
    'solved',
    'result',
    'measures',
    'reception',
    'last',
  ])
})
test('solved: one tap rates all three alike, and whoever wishes rates them one by one', () => {
  const content = answers({ solved: true, reception: 5, measures: 5, result: 5 })
  expect(stepsOf(content)).toEqual(['solved', 'overall', 'last'])
  expect(answerOf('t1', content)).toMatchObject({ solved: true, reception: 5, measures: 5, result: 5 })
  expect(isAnswered('overall', content)).toBe(true)
  expect(isAnswered('overall', answers({ solved: true, ...rated }))).toBe(false)
  expect(stepsOf({ ...content, reception: 2, measures: 2, result: 2 })).toEqual([
    'solved',
    'overall',
    'reasons',
    'last',
  ])
})
test('not solved: the reasons come at once, and only once', () => {
  expect(stepsOf(answers({ solved: false, ...rated, result: 1 }))).toEqual([
    'solved',
    'reasons',
    'result',
    'measures',
    'reception',
    'last',
  ])
})
test('solved, but something rated low: the reasons come after the ratings', () => {
  expect(stepsOf(answers({ solved: true, apart: true, ...rated, reception: 2 }))).toEqual([
    'solved',
    'result',
    'measures',
    'reception',
    'reasons',
    'last',
  ])
})
test('a view without its answer does not let one go on', () => {
  expect(isAnswered('solved', answers())).toBe(false)
  expect(isAnswered('solved', answers({ solved: false }))).toBe(true)
  expect(isAnswered('result', answers())).toBe(false)
  expect(isAnswered('reasons', answers())).toBe(false)
  expect(isAnswered('reasons', answers({ text: '又漏了' }))).toBe(true)
  expect(isAnswered('reasons', answers({ photos: [aPhoto()] }))).toBe(true)
  expect(isAnswered('last', answers())).toBe(true)
})
test('is not sent while a rating is missing', () => {
  expect(answerOf('t1', answers({ solved: true, ...rated, result: null }))).toBeNull()
})
test('reasons chosen before one changed one’s mind are not sent', () => {
  expect(answerOf('t1', answers({ solved: true, ...rated, reasons: ['slow'], text: ' ' }))).toEqual({
    ticketId: 't1',
    idempotencyKey: 'key-00000001',
    solved: true,
    ...rated,
    reasons: [],
    text: undefined,
    suggestion: undefined,
    anonymous: false,
  })
})
test('photos go with what is not solved, and with nothing else', () => {
  const photos = [{ ...aPhoto(), status: 'done' as const, mediaId: 'm1' }, aPhoto({ key: 'k2' })]
  expect(answerOf('t1', answers({ solved: false, ...rated, photos }))).toMatchObject({ photos: ['m1'] })
  expect(answerOf('t1', answers({ solved: true, ...rated, photos }))).not.toHaveProperty('photos')
})
describe('questions of the center', () => {
  const questions = [tidy, whyUntidy]
  const content = { solved: true, reception: 5, measures: 5, result: 5 }
  test('come last, only where their condition holds, and may be left out', () => {
    expect(stepsOf(answers(content), questions)).toEqual(['solved', 'overall', 'more:tidy', 'last'])
    expect(stepsOf(answers({ ...content, more: { tidy: 2 } }), questions)).toEqual([
      'solved',
      'overall',
      'more:tidy',
      'more:why',
      'last',
    ])
    expect(isAnswered('more:tidy', answers())).toBe(true)
  })
  test('only what is still asked is sent, without blanks', () => {
    const sent = (more: MoreAnswers) => answerOf('t1', answers({ ...content, more }), questions)?.more
    expect(sent({ tidy: 2, why: ' 墙角 ' })).toEqual({ tidy: 2, why: '墙角' })
    expect(sent({ tidy: 5, why: '墙角' })).toEqual({ tidy: 5 })
    expect(sent({ tidy: 2, why: ' ' })).toEqual({ tidy: 2 })
    expect(answerOf('t1', answers(content), questions)).not.toHaveProperty('more')
  })
})

describe('what is added to an answer of one tap (D-CB-5)', () => {
  const questions: readonly Question[] = [
    { id: 'tidy', type: 'yesNo', words: '收拾干净了吗？', onlyIf: { question: 'result', is: [1, 2] } },
  ]
  const not = answers({ solved: false, result: 2 })
  test('the reasons first where it is not solved, and nothing that has been said already', () => {
    expect(detailStepsOf(answers({ solved: true, result: 4 }), questions)).toEqual(['measures', 'reception', 'last'])
    expect(detailStepsOf(not, questions)).toEqual(['reasons', 'measures', 'reception', 'more:tidy', 'last'])
  })
  test('only what was said is sent, and nothing at all where nothing was', () => {
    expect(detailsOf('t1', not, questions)).toBeNull()
    expect(detailsOf('t1', { ...not, text: ' ' }, questions)).toBeNull()
    expect(detailsOf('t1', { ...not, reasons: ['slow'], reception: 3, more: { tidy: false } }, questions)).toEqual({
      ticketId: 't1',
      idempotencyKey: 'key-00000001',
      reception: 3,
      reasons: ['slow'],
      more: { tidy: false },
    })
  })
})
