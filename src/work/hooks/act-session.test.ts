import { CallError } from '@/data/call/call-error'
import type { ActRequest } from '../../../types/contract/commands'
import { thenDispatch } from '@/ticket/forms/act-forms'
import { aPhoto } from '@/data/upload/picked-media.fixture'
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

const photo = (mediaId: string | null) => aPhoto({ mediaId, status: mediaId === null ? 'waiting' : 'done' })
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
    expect(await made.submit([photo('photo-1')])).toEqual({ kind: 'done' })
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

describe('without a network (D-HD-10)', () => {
  const storing = (part: Partial<ActSessionParts> = {}) => {
    const stored: [ActRequest, ActDraft][] = []
    const made = session({
      store: (request, draft) => {
        stored.push([request, draft])
        return true
      },
      connected: () => true,
      ...part,
    })
    made.made.change('text', '马上到')
    return { ...made, stored }
  }

  it('is laid by at once, with what was typed, and no draft is left', async () => {
    const { made, sent, stored, lastDraft } = storing({ connected: () => false })
    expect(await made.submit([])).toEqual({ kind: 'stored' })
    expect(sent).toEqual([])
    expect(stored).toMatchObject([[{ command: 'reply', text: '马上到' }, { values: { text: '马上到' } }]])
    expect(lastDraft()).toBeNull()
    made.keepPhotos([photo('late')])
    expect(lastDraft()).toBeNull()
  })

  it('is laid by after a lost answer under the key that may have arrived', async () => {
    const { made, sent, stored, answers } = storing()
    answers.push(lost)
    expect(await made.submit([])).toEqual({ kind: 'stored' })
    expect(stored[0]?.[0].idempotencyKey).toBe(sent[0]?.idempotencyKey)
  })

  it('does not wait for a photo that is still on its way', async () => {
    const { made, sent, stored } = storing()
    expect(await made.submit([photo('photo-1'), photo(null)])).toEqual({ kind: 'stored' })
    expect(sent).toEqual([])
    expect(stored[0]?.[0]).toMatchObject({ photos: ['photo-1'] })
  })

  it('tells what the server refuses, and keeps the form', async () => {
    const { made, answers, stored, lastDraft } = storing()
    answers.push(refused('wrongState'))
    expect(await made.submit([])).toMatchObject({ kind: 'refused' })
    expect(stored).toEqual([])
    expect(lastDraft()).toMatchObject({ values: { text: '马上到' } })
  })

  it('says that it was lost where the phone has no room left', async () => {
    const { made, answers, lastDraft } = storing({ store: () => false })
    answers.push(lost)
    expect(await made.submit([])).toMatchObject({ kind: 'refused' })
    expect(lastDraft()).toMatchObject({ values: { text: '马上到' } })
  })
})
