import { CallError } from '@/data/call/call-error'
import type { ActRequest } from '../../../types/contract/commands'
import { thenDispatch } from '@/ticket/forms/act-forms'
import { createActSession, type ActDraft, type ActSessionParts } from './act-session'

function session(part: Partial<ActSessionParts> = {}) {
  const sent: ActRequest[] = []
  const drafts: (ActDraft | null)[] = []
  let keys = 0
  const answers: (() => Promise<unknown>)[] = []
  const made = createActSession({
    ticketId: 'ticket-1',
    command: 'reply',
    initial: {},
    draft: null,
    keepDraft: draft => drafts.push(draft),
    send: request => {
      sent.push(request)
      return (answers.shift() ?? (() => Promise.resolve({})))()
    },
    newKey: () => `key-0000000${++keys}`,
    ...part,
  })
  return { made, sent, drafts, answers, lastDraft: () => drafts[drafts.length - 1] }
}

const lost = () => Promise.reject(CallError.fromClient('timeout'))
const refused =
  (code: 'wrongState' | 'idempotencyConflict' | 'invalidRequest', fields = {}) =>
  () =>
    Promise.reject(new CallError(code, '情况刚刚有了变化', fields))

describe('a form on its way', () => {
  it('says what is missing and sends nothing', async () => {
    const { made, sent } = session()
    expect(await made.submit([])).toMatchObject({ kind: 'invalid', messages: { text: '请补充内容' } })
    expect(made.state.get().messages['text']).toBe('请补充内容')
    made.change('text', '好')
    expect(made.state.get().messages).toEqual({})
    expect(sent).toEqual([])
  })

  it('is sent with its photos and leaves no draft', async () => {
    const { made, sent, lastDraft } = session()
    made.change('text', '马上到')
    expect(lastDraft()).toMatchObject({ values: { text: '马上到' } })
    expect(await made.submit(['photo-1'])).toEqual({ kind: 'done' })
    expect(sent).toMatchObject([{ command: 'reply', text: '马上到', photos: ['photo-1'] }])
    expect(lastDraft()).toBeNull()
  })

  it('keeps its key through a lost answer, also after a restart (D-IN-5)', async () => {
    const first = session()
    first.answers.push(lost)
    first.made.change('text', '马上到')
    expect(await first.made.submit([])).toMatchObject({ kind: 'refused', outdated: false })
    const draft = first.lastDraft() as ActDraft
    const again = session({ draft: JSON.parse(JSON.stringify(draft)) as ActDraft, newKey: () => 'other-key-1' })
    expect(await again.made.submit([])).toEqual({ kind: 'done' })
    expect(again.sent[0]?.idempotencyKey).toBe(first.sent[0]?.idempotencyKey)
    expect(again.sent[0]).toMatchObject({ text: '马上到' })
  })

  it('takes a new key after a refusal, which wrote nothing', async () => {
    const { made, sent, answers } = session()
    answers.push(refused('wrongState'))
    made.change('text', '马上到')
    expect(await made.submit([])).toMatchObject({ kind: 'refused', outdated: true })
    await made.submit([])
    expect(sent[0]?.idempotencyKey).not.toBe(sent[1]?.idempotencyKey)
  })

  it('shows the messages of the server at the fields', async () => {
    const { made, answers } = session()
    answers.push(refused('invalidRequest', { text: '内容里有无法保存的字符' }))
    made.change('text', '好')
    await made.submit([])
    expect(made.state.get().messages['text']).toBe('内容里有无法保存的字符')
  })

  it('is sent once by a double tap', async () => {
    const { made, sent } = session()
    made.change('text', '马上到')
    await Promise.all([made.submit([]), made.submit([])])
    expect(sent).toHaveLength(1)
  })

  it('repeats only the dispatch when the triage before it went through', async () => {
    const { made, sent, answers, lastDraft } = session({
      command: 'triage',
      initial: { category: 'lift', urgency: 'urgent', [thenDispatch]: true, 'dispatch.assigneeId': 's1' },
    })
    answers.push(() => Promise.resolve({}), lost)
    expect(await made.submit([])).toMatchObject({ kind: 'refused' })
    expect(made.state.get().finished).toEqual(['triage'])
    expect(lastDraft()).toMatchObject({ finished: ['triage'] })
    expect(await made.submit([])).toEqual({ kind: 'done' })
    expect(sent.map(({ command }) => command)).toEqual(['triage', 'dispatch', 'dispatch'])
    expect(sent[1]?.idempotencyKey).toBe(sent[2]?.idempotencyKey)
  })
})
