import {
  callsOf,
  emptyCall,
  isLastQuestion,
  mayGoOn,
  nextAfter,
  questionOf,
  recordOf,
  type Call,
  type CallDraft,
} from './call-form'

const draft = (part: Partial<CallDraft> = {}, answers: Partial<CallDraft['answers']> = {}): CallDraft => {
  const empty = emptyCall('key-00000001')
  return { ...empty, ...part, answers: { ...empty.answers, ...answers } }
}
const task = 't1:1.1'
const record = (of: CallDraft) => {
  const checked = recordOf(task, of)
  return checked.ok ? checked.record : checked.say
}

describe('what is written down of a call (D-CB-12)', () => {
  const whole = { solved: true, reception: 5, measures: 5, result: 4 }

  it('everything answered is complete, and in which way they were asked goes with it', () =>
    expect(record(draft({ began: 'asked', method: 'visit' }, { ...whole, suggestion: ' 多巡查 ' }))).toEqual({
      taskId: task,
      method: 'visit',
      outcome: 'complete',
      answers: { ...whole, suggestion: '多巡查' },
    }))

  it('broken off, what was answered is kept as a part', () =>
    expect(record(draft({ began: 'asked' }, { solved: false, reasons: ['notFixed'], text: '还在滴' }))).toEqual({
      taskId: task,
      method: 'phone',
      outcome: 'partial',
      answers: { solved: false, reasons: ['notFixed'], text: '还在滴' },
    }))

  it('the answers to the questions of the center go with a part as well', () => {
    const own = [{ id: 'tidy', type: 'rating', words: '干净吗？' }] as const
    const checked = recordOf(task, draft({ began: 'asked' }, { solved: true, result: 4, more: { tidy: 3 } }), own)
    expect(checked).toEqual({
      ok: true,
      record: {
        taskId: task,
        method: 'phone',
        outcome: 'partial',
        answers: { solved: true, result: 4, more: { tidy: 3 } },
      },
    })
  })

  it.each([
    ['nothing chosen', draft(), '请先选联系的结果'],
    ['asked, and nothing said', draft({ began: 'asked' }), '还没有记下任何回答'],
    ['later, without a time', draft({ began: 'later' }), '请选约好的时间'],
    ['later', draft({ began: 'later', callAt: 9 }), { taskId: task, method: 'phone', outcome: 'later', callAt: 9 }],
    [
      'refused, with a word',
      draft({ began: 'refused', note: ' 太忙 ' }, { solved: true }),
      { taskId: task, method: 'phone', outcome: 'refused', text: '太忙' },
    ],
  ] as const)('%s', (_name, of, expected) => expect(record(of)).toEqual(expected))
})

it('goes through the same questions as the survey, and a broken draft stays within them', () => {
  const asked = draft({ began: 'asked' })
  expect([questionOf(asked), mayGoOn(asked), isLastQuestion(asked)]).toEqual(['solved', false, false])
  const end = draft({ began: 'asked', position: 99 }, { solved: true })
  expect([questionOf(end), mayGoOn(end), isLastQuestion(end)]).toEqual(['last', true, true])
})

const call = (taskId: string, ownerId: string | null, mine = false) => ({ taskId, ownerId, mine }) as Call

it('one’s own calls stand apart, and what belongs to nobody is everybody’s', () => {
  const calls = [call('a', 'me', true), call('b', 'other'), call('c', null)]
  expect(callsOf(calls, 'mine').map(({ taskId }) => taskId)).toEqual(['a', 'c'])
  expect(callsOf(calls, 'others').map(({ taskId }) => taskId)).toEqual(['b'])
})

it.each([
  ['a', 'b'],
  ['b', 'c'],
  ['c', 'b'],
  ['gone', 'a'],
])('after %s comes %s', (done, next) =>
  expect(nextAfter([call('a', null), call('b', null), call('c', null)], done)).toBe(next),
)

it('after the last there is none', () => expect(nextAfter([call('a', null)], 'a')).toBeNull())
