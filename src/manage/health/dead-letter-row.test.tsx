import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { CallError } from '@/data/call/call-error'
import { call } from '@/data/call/client'
import { ask, say, sayError } from '@/shell/feedback'
import type { Health } from '../hooks/use-health'
import { DeadLetterRow } from './dead-letter-row'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {},
  useDidShow: () => undefined,
  useDidHide: () => undefined,
}))
jest.mock('@/ui/primary-button', () => ({ PrimaryButton: 'x-button' }))
jest.mock('@/data/call/client', () => ({ call: jest.fn() }))
jest.mock('@/shell/feedback', () => ({ ask: jest.fn(), say: jest.fn(), sayError: jest.fn() }))

const asked = jest.mocked(call)
const error = 'cannot read properties of undefined'
let tickets = 0
type Letter = Health['deadLetters'][number]
const aLetter = (some: Partial<Letter> = {}): Letter => ({
  itemId: `t${(tickets += 1)}`,
  ticketId: 't',
  number: '20260302-0001',
  work: 'deadline',
  attempts: 5,
  since: 1_772_412_000_000,
  technical: error,
  mayRetry: true,
  ...some,
})

let root: Root
let page: HTMLElement
const onDone = jest.fn()
const draw = (one: Letter) =>
  act(() => root.render(<DeadLetterRow letter={one} now={1_772_412_600_000} onDone={onDone} />))
const tap = (id: string) => act(async () => page.querySelector<HTMLElement>(`#${id}`)?.click())
beforeEach(() => {
  jest.resetAllMocks()
  jest.mocked(ask).mockResolvedValue(true)
  page = document.createElement('div')
  root = createRoot(page)
})
afterEach(() => act(() => root.unmount()))

it('says what it means; the words of the program stand behind 技术详情', async () => {
  const one = aLetter()
  draw(one)
  expect(page.textContent).toContain('工单 20260302-0001 · 到点提醒与上报')
  expect(page.textContent).toContain('没有做成')
  expect(page.textContent).not.toContain(error)
  await tap(`technical-deadline-${one.itemId}`)
  expect(page.textContent).toContain(error)
})

it('tries again once it is confirmed, says so and reads again', async () => {
  const one = aLetter()
  asked.mockResolvedValue({ work: one.work, itemId: one.itemId, number: one.number, retried: true })
  draw(one)
  jest.mocked(ask).mockResolvedValueOnce(false)
  await tap(`retry-deadline-${one.itemId}`)
  expect([asked.mock.calls.length, onDone.mock.calls.length]).toEqual([0, 0])
  await tap(`retry-deadline-${one.itemId}`)
  expect(asked.mock.calls[0]?.slice(0, 3)).toEqual([
    'center',
    'retryDeadLetter',
    { idempotencyKey: expect.any(String) as string, work: 'deadline', itemId: one.itemId },
  ])
  expect(say).toHaveBeenCalledWith('好的，一分钟内会再试一次')
  expect(onDone).toHaveBeenCalledTimes(1)
})

it('says when somebody else was first', async () => {
  const one = aLetter({ work: 'policy' })
  asked.mockResolvedValue({ work: one.work, itemId: one.itemId, number: one.number, retried: false })
  draw(one)
  await tap(`retry-policy-${one.itemId}`)
  expect(say).toHaveBeenCalledWith('这一项已经不在这里了，可能刚有人处理过')
  expect(onDone).toHaveBeenCalledTimes(1)
})

it('a lost answer is said, and asked for again under the same key', async () => {
  const one = aLetter()
  asked.mockRejectedValueOnce(CallError.fromClient('offline'))
  asked.mockResolvedValueOnce({ work: one.work, itemId: one.itemId, number: one.number, retried: true })
  draw(one)
  await tap(`retry-deadline-${one.itemId}`)
  expect(sayError).toHaveBeenCalledTimes(1)
  expect(onDone).not.toHaveBeenCalled()
  await tap(`retry-deadline-${one.itemId}`)
  const keys = asked.mock.calls.map(([, , data]) => (data as { idempotencyKey: string }).idempotencyKey)
  expect(keys).toEqual([keys[0], keys[0]])
})

it('offers nothing to whoever may only look', () => {
  const one = aLetter({ mayRetry: false })
  draw(one)
  expect(page.querySelector('x-button')).toBeNull()
  expect(page.textContent).toContain('请本中心的经理或管理员重新尝试')
})
