import { CallError } from '../call/call-error'
import { createSender } from './sender'
import { createSenders } from './senders'
import { onWritten } from './written'

let written = 0
onWritten(() => written++)
beforeEach(() => (written = 0))

const lost = CallError.fromClient('timeout')
const refused = (code: 'wrongState' | 'invalidRequest') => new CallError(code, '不行')

test('a repeat after a lost answer carries the same key, what is intended next another', async () => {
  const keys: string[] = []
  const answers: (Error | string)[] = [lost, 'done', 'done']
  const sender = createSender(async (_data: null, key) => {
    keys.push(key)
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    return answer
  })
  expect(await sender.submit(null)).toMatchObject({ ok: false, outdated: false })
  expect(await sender.submit(null)).toMatchObject({ ok: true, answer: 'done' })
  await sender.submit(null)
  expect(keys[0]).toBe(keys[1])
  expect(keys[2]).not.toBe(keys[0])
  const before = sender.key()
  sender.renew()
  expect(sender.key()).not.toBe(before)
})

test('a double tap is one command', async () => {
  const send = jest.fn(async () => 'done')
  const sender = createSender(send)
  const [first, second] = await Promise.all([sender.submit(null), sender.submit(null)])
  expect(first).toBe(second)
  expect(send).toHaveBeenCalledTimes(1)
})

test('what is shown is read again after a success, and where a refusal says that it is out of date', async () => {
  const answers: (Error | string)[] = [lost, refused('invalidRequest'), refused('wrongState'), 'done']
  const sender = createSender(async () => {
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    return answer
  })
  const counts: number[] = []
  for (let n = 0; n < 4; n++) {
    await sender.submit(null)
    counts.push(written)
  }
  expect(counts).toEqual([0, 0, 1, 2])
})

test('the same intention has one sender, another has its own', () => {
  const senders = createSenders<string>()
  const send = async () => 'done'
  expect(senders.of('accept:1', send)).toBe(senders.of('accept:1', send))
  expect(senders.of('accept:2', send)).not.toBe(senders.of('accept:1', send))
})
