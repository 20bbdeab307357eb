import { CallError, type CallErrorCode } from '../call/call-error'
import { createObservable } from '../device/observable'
import { aPhoto } from '../upload/picked-media.fixture'
import { createOutbox, keyOf, type OutboxParts, type StoredAct, type StoredWrite } from './outbox'

const act = (command: 'accept' | 'reply', part: Partial<StoredAct> = {}): StoredAct => {
  const envelope = { ticketId: 'ticket-1', idempotencyKey: `key-of-${command}` }
  return {
    does: 'act',
    request: command === 'accept' ? { ...envelope, command } : { ...envelope, command, text: '到了' },
    owner: 'steward-1',
    media: [],
    at: 0,
    word: command,
    about: '1 幢',
    draft: null,
    refusal: null,
    ...part,
  }
}
const photo = (key: string) => aPhoto({ key, localPath: `kept:${key}` })
const error = (code: CallErrorCode) => new CallError(code, code)

function phone(part: Partial<OutboxParts> = {}) {
  const connected = createObservable(true)
  const owner = createObservable<string | null>('steward-1')
  const sent: StoredWrite[] = []
  const kept: (readonly StoredWrite[])[] = []
  const dropped: string[] = []
  const pauses: { ms: number; over: () => void }[] = []
  /** What the server says next; nothing: it takes it. */
  const answers: (CallError | null)[] = []
  const told: string[] = []
  const outbox = createOutbox({
    initial: [],
    keep: writes => {
      kept.push(writes)
      return true
    },
    send: async write => {
      const failure = answers.shift()
      if (failure) throw failure
      sent.push(write)
      return 'answer'
    },
    upload: async localPath => ({ mediaId: `id-of-${localPath}`, kind: 'image', url: '', thumbUrl: null }) as never,
    exists: async () => true,
    drop: path => void dropped.push(path),
    connected,
    owner,
    later: (over, ms) => {
      pauses.push({ over, ms })
      return () => undefined
    },
    onSent: ({ word }) => void told.push(`sent ${word}`),
    onRefused: () => void told.push('refused'),
    ...part,
  })
  outbox.start()
  const settle = async () => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
  }
  return { outbox, connected, owner, sent, kept, dropped, pauses, answers, told, settle }
}
const words = (writes: readonly StoredWrite[]) => writes.map(({ word }) => word)

it('sends what it is given, in order, and keeps nothing of it', async () => {
  const { outbox, sent, kept, told, settle } = phone()
  outbox.put(act('accept'))
  outbox.put(act('reply'))
  await settle()
  expect(words(sent)).toEqual(['accept', 'reply'])
  expect(outbox.writes.get()).toEqual([])
  expect(kept.at(-1)).toEqual([])
  expect(told).toEqual(['sent accept', 'sent reply'])
})

it('waits for the network, and goes on by itself in the order in which things were meant', async () => {
  const { outbox, connected, sent, settle } = phone()
  connected.set(false)
  outbox.put(act('accept'))
  outbox.put(act('reply'))
  await settle()
  expect(sent).toEqual([])
  connected.set(true)
  await settle()
  expect(words(sent)).toEqual(['accept', 'reply'])
})

it('does not let a later write overtake one whose answer was lost, and repeats it under the same key', async () => {
  const { outbox, sent, pauses, answers, settle } = phone()
  answers.push(error('timeout'))
  outbox.put(act('accept'))
  outbox.put(act('reply'))
  await settle()
  expect(sent).toEqual([])
  pauses[0]?.over()
  await settle()
  expect(sent.map(keyOf)).toEqual(['key-of-accept', 'key-of-reply'])
})

it('keeps what the server refuses, says why, and sends the rest', async () => {
  const { outbox, sent, answers, told, settle } = phone()
  answers.push(new CallError('wrongState', '工单已经转给别人了'))
  outbox.put(act('accept'))
  outbox.put(act('reply'))
  await settle()
  expect(words(sent)).toEqual(['reply'])
  expect(outbox.writes.get()).toMatchObject([{ word: 'accept', refusal: '工单已经转给别人了' }])
  expect(told).toEqual(['refused', 'sent reply'])
})

it('sends the photos first, each once, and frees their room on the phone', async () => {
  const uploads: string[] = []
  const { outbox, sent, pauses, dropped, settle } = phone({
    upload: async localPath => {
      uploads.push(localPath)
      if (uploads.length === 2) throw error('offline')
      return { mediaId: `id-of-${localPath}`, kind: 'image', url: '', thumbUrl: null } as never
    },
  })
  outbox.put(act('reply', { media: [photo('1'), photo('2')] }))
  await settle()
  expect(sent).toEqual([])
  pauses[0]?.over()
  await settle()
  expect(uploads).toEqual(['kept:1', 'kept:2', 'kept:2'])
  expect(sent).toMatchObject([{ request: { photos: ['id-of-kept:1', 'id-of-kept:2'] } }])
  expect(dropped).toEqual(['kept:1', 'kept:2'])
})

it('says so when a photo is no longer on the phone', async () => {
  const { outbox, settle } = phone({ exists: async () => false })
  outbox.put(act('reply', { media: [photo('1')] }))
  await settle()
  expect(outbox.writes.get()[0]?.refusal).toBe('手机上找不到照片了，请打开后重新添加')
})

it('keeps its order by what was meant first, whatever the phone’s clock has said in between', async () => {
  const { outbox, connected, sent, settle } = phone()
  connected.set(false)
  outbox.put(act('accept', { at: Date.UTC(2026, 2, 3) }))
  // The clock has been put back by two days since: the reply is still the second.
  outbox.put(act('reply', { at: Date.UTC(2026, 2, 1) }))
  connected.set(true)
  await settle()
  expect(words(sent)).toEqual(['accept', 'reply'])
})

it('goes on after a restart with what the device kept', async () => {
  const before = phone({ connected: createObservable(false) })
  before.outbox.put(act('accept'))
  const kept = JSON.parse(JSON.stringify(before.kept.at(-1))) as StoredWrite[]
  const after = phone({ initial: kept })
  await after.settle()
  expect(after.sent.map(keyOf)).toEqual(['key-of-accept'])
})

it('sends nothing for somebody else on the same phone, and nothing once nobody is signed in', async () => {
  const { outbox, owner, sent, settle } = phone()
  owner.set('steward-2')
  outbox.put(act('accept'))
  await settle()
  owner.set(null)
  await settle()
  expect(sent).toEqual([])
  owner.set('steward-1')
  await settle()
  expect(words(sent)).toEqual(['accept'])
})

it('takes the same key once', async () => {
  const { outbox, connected } = phone()
  connected.set(false)
  outbox.put(act('accept'))
  outbox.put(act('accept'))
  expect(outbox.writes.get()).toHaveLength(1)
})

it('says when the phone has no room for it', () => {
  const { outbox } = phone({ keep: () => false, connected: createObservable(false) })
  expect(outbox.put(act('accept'))).toBe(false)
  expect(outbox.writes.get()).toEqual([])
})

it('lets nothing be changed or given up while it is being sent', async () => {
  let arrive = () => {}
  const { outbox, settle } = phone({ send: () => new Promise<void>(done => (arrive = done)) })
  outbox.put(act('accept'))
  await settle()
  expect(outbox.take('key-of-accept')).toBeNull()
  expect(outbox.remove('key-of-accept')).toBe(false)
  arrive()
  await settle()
  expect(outbox.writes.get()).toEqual([])
})

it('frees the files of what is given up, and leaves those of what is taken back', () => {
  const { outbox, connected, dropped } = phone()
  connected.set(false)
  outbox.put(act('accept', { media: [photo('1')] }))
  outbox.put(act('reply', { media: [photo('2')] }))
  outbox.remove('key-of-accept')
  expect(outbox.take('key-of-reply')).toMatchObject({ word: 'reply' })
  expect(dropped).toEqual(['kept:1'])
  expect(outbox.writes.get()).toEqual([])
})
