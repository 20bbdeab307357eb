import { withPart } from './whole-export'

const ticket = (number: string, ...texts: readonly string[]) => ({
  number,
  filedAt: 1,
  state: 'closed',
  place: '1 栋 101',
  text: '漏水',
  contact: null,
  messages: texts.map((text, at) => ({ at, text })),
})
const part = (tickets: ReturnType<typeof ticket>[], nextCursor: string | null) => ({
  exportedAt: 1,
  person: { name: '王女士', phone: null, rooms: [] },
  tickets,
  surveys: [{ number: 'A', answeredAt: 1, answers: {} }],
  householdSurveys: [{ title: '一季度', channel: 'miniProgram' as const, answers: [] }],
  notices: [],
  nextCursor,
})

test('parts become one document, a ticket whose messages go on stays one ticket', () => {
  const first = withPart(null, part([ticket('A', '一'), ticket('B', '二')], '9'))
  const whole = withPart(first, part([ticket('B', '三'), ticket('C')], null))
  expect(whole.tickets.map(({ number, messages }) => [number, messages.map(({ text }) => text)])).toEqual([
    ['A', ['一']],
    ['B', ['二', '三']],
    ['C', []],
  ])
  expect(whole.surveys).toHaveLength(2)
  expect(whole.householdSurveys).toHaveLength(2)
  expect(whole).not.toHaveProperty('nextCursor')
})
