import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { CallError } from '@/data/call/call-error'
import { call } from '@/data/call/client'
import { ask, say, sayError } from '@/shell/feedback'
import type { Health } from '../hooks/use-health'
import { ParkedRow } from './parked-row'

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
const parked = (some: Partial<Health['parked'][number]> = {}): Health['parked'][number] => ({
  ticketId: `t${(tickets += 1)}`,
  number: '20260302-0001',
  work: 'timer',
  kind: '完成处理',
  attempts: 5,
  since: 1_772_412_000_000,
  technical: error,
  mayRelease: true,
  ...some,
})

let root: Root
let page: HTMLElement
const onDone = jest.fn()
const draw = (one: Health['parked'][number]) =>
  act(() => root.render(<ParkedRow parked={one} now={1_772_412_600_000} onDone={onDone} />))
const tap = (id: string) => act(async () => page.querySelector<HTMLElement>(`#${id}`)?.click())
beforeEach(() => {
  jest.resetAllMocks()
  jest.mocked(ask).mockResolvedValue(true)
  page = document.createElement('div')
  root = createRoot(page)
})
afterEach(() => act(() => root.unmount()))

it('says what it means; the words of the program stand behind 技术详情', async () => {
  const one = parked()
  draw(one)
  expect(page.textContent).toContain('工单 20260302-0001 · 完成处理')
  expect(page.textContent).toContain('先放在一边')
  expect(page.textContent).not.toContain(error)
  await tap(`technical-timer-${one.ticketId}`)
  expect(page.textContent).toContain(error)
})

it('tries again once it is confirmed, says so and reads again', async () => {
  const one = parked()
  asked.mockResolvedValue({ ticketId: one.ticketId, number: one.number, released: true })
  draw(one)
  jest.mocked(ask).mockResolvedValueOnce(false)
  await tap(`release-timer-${one.ticketId}`)
  expect([asked.mock.calls.length, onDone.mock.calls.length]).toEqual([0, 0])
  await tap(`release-timer-${one.ticketId}`)
  expect(asked.mock.calls[0]?.slice(0, 3)).toEqual([
    'center',
    'releaseParked',
    { idempotencyKey: expect.any(String) as string, ticketId: one.ticketId },
  ])
  expect(say).toHaveBeenCalledWith('好的，一分钟内会再试一次')
  expect(onDone).toHaveBeenCalledTimes(1)
})

it('says when somebody else was first', async () => {
  const one = parked({ work: 'rollOut' })
  asked.mockResolvedValue({ ticketId: one.ticketId, number: one.number, released: false })
  draw(one)
  await tap(`release-rollOut-${one.ticketId}`)
  expect(say).toHaveBeenCalledWith('这张工单已经不在这里了，可能刚有人处理过')
  expect(onDone).toHaveBeenCalledTimes(1)
})

it('a lost answer is said, and asked for again under the same key', async () => {
  const one = parked()
  asked.mockRejectedValueOnce(CallError.fromClient('offline'))
  asked.mockResolvedValueOnce({ ticketId: one.ticketId, number: one.number, released: true })
  draw(one)
  await tap(`release-timer-${one.ticketId}`)
  expect(sayError).toHaveBeenCalledTimes(1)
  expect(onDone).not.toHaveBeenCalled()
  await tap(`release-timer-${one.ticketId}`)
  const keys = asked.mock.calls.map(([, , data]) => (data as { idempotencyKey: string }).idempotencyKey)
  expect(keys).toEqual([keys[0], keys[0]])
})

it('offers nothing to whoever may only look', () => {
  const one = parked({ mayRelease: false, technical: null })
  draw(one)
  expect(page.querySelector('x-button')).toBeNull()
  expect(page.textContent).toContain('请本中心的经理或管理员重新尝试')
  expect(page.textContent).not.toContain('技术详情')
})
