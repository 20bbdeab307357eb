import type { TimelineEntry } from '../../../types/contract/ticket-views'
import { grouped, headingOf, isMessage } from './grouped'

const minute = 60_000
const entry = (part: Partial<TimelineEntry>): TimelineEntry => ({
  seq: 1,
  at: 0,
  type: 'replied',
  title: '回复',
  text: '马上到',
  actor: { id: null, name: '张师傅', role: 'handler' },
  mine: false,
  internal: false,
  media: [],
  ...part,
})

test('the time is said at the start and after each pause', () => {
  const entries = [0, 5, 15, 16].map((minutes, index) => entry({ seq: index, at: minutes * minute }))
  expect(grouped(entries).map(({ withTime }) => withTime)).toEqual([true, false, true, false])
})

test.each([
  ['a reply', entry({}), true],
  ['a reply of nobody', entry({ actor: null }), false],
  ['words of the system by a person', entry({ type: 'triaged', text: '漏水 · 加急' }), false],
  ['urging without words', entry({ type: 'urged', text: null }), false],
  ['an unknown type', entry({ type: 'later' }), false],
])('%s is a message: %#', (_name, given, expected) => expect(isMessage(given)).toBe(expected))

test('plain talk needs no heading, a rating does', () => {
  expect(headingOf(entry({}))).toBe('')
  expect(headingOf(entry({ type: 'surveyAnswered', title: '评价' }))).toBe('评价')
})
