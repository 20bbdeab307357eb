import { act, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { settle } from '@/data/read/settle.fixture'
import { kept } from '@/data/device/device.fixture'
import { CallError } from '@/data/call/call-error'
import { online } from '@/data/device/network'
import { outbox } from '@/data/send/stored-writes'
import { me, owner, type Me } from '@/data/session/session'
import { useQuickAct } from './use-quick-act'

const mockSaid: string[] = []
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { showToast: ({ title }: { title: string }) => Promise.resolve(mockSaid.push(title)) },
}))
jest.mock('@/data/device/device', () => jest.requireActual('@/data/device/device.fixture'))
interface Asked {
  action: string
  idempotencyKey?: string
  answer: (value: unknown) => void
  fail: (error: Error) => void
}
const mockAsked: Asked[] = []
jest.mock('@/data/call/client', () => ({
  call: (_function: string, action: string, data: { idempotencyKey?: string }) =>
    new Promise((answer, fail) => void mockAsked.push({ ...data, action, answer, fail })),
}))

const ticket = { ticketId: 'ticket-1', place: '1 幢' }
let acts: ReturnType<typeof useQuickAct>
let reload: { read: number; done: () => void }
const Screen = () => {
  const quick = useQuickAct(() => new Promise<void>(done => (reload = { read: (reload?.read ?? 0) + 1, done })))
  useEffect(() => {
    acts = quick
  })
  return null
}

/** A tap on 接单, with everything that can happen at once. */
async function tap(): Promise<{ done: Promise<boolean> }> {
  let done: Promise<boolean> = Promise.resolve(false)
  act(() => void (done = acts.quickAct(ticket, 'accept')))
  await settle()
  return { done }
}

beforeEach(async () => {
  mockSaid.length = 0
  mockAsked.length = 0
  kept.clear()
  reload = { read: 0, done: () => undefined }
  online.set(true)
  me.set({ id: 'steward-1' } as Me)
  owner.set('steward-1')
  act(() => createRoot(document.createElement('div')).render(<Screen />))
  await settle()
})

it('takes a second tap for the first, until what is shown has been read again', async () => {
  await tap()
  await tap()
  expect(mockAsked).toHaveLength(1)
  mockAsked[0]?.answer({})
  await settle()
  expect(mockSaid).toHaveLength(1)
  expect(acts.busy).toBe('ticket-1:accept')
  await tap()
  expect(mockAsked).toHaveLength(1)
  reload.done()
  await settle()
  expect(acts.busy).toBeNull()
  expect(reload.read).toBe(1)
})

it('finds an acceptance of one’s own done, as by another phone, and says no error', async () => {
  const { done } = await tap()
  mockAsked[0]?.fail(new CallError('wrongState', '工单现在是“处理中”'))
  await settle()
  expect(mockAsked[1]?.action).toBe('get')
  mockAsked[1]?.answer({ state: 'inProgress', version: 3, allowedActions: [], assignee: { id: 'steward-1' } })
  await settle()
  reload.done()
  await settle()
  await expect(done).resolves.toBe(true)
  expect(mockSaid).not.toContain('工单现在是“处理中”')
})

it('says plainly that somebody else has it by now', async () => {
  const { done } = await tap()
  mockAsked[0]?.fail(new CallError('wrongState', '工单现在是“处理中”'))
  await settle()
  mockAsked[1]?.answer({ state: 'inProgress', version: 3, allowedActions: [], assignee: { id: 'steward-2' } })
  await settle()
  reload.done()
  await settle()
  await expect(done).resolves.toBe(false)
  expect(mockSaid).toEqual(['工单现在是“处理中”'])
})

it('lays an acceptance by whose answer was lost, under the key that may have arrived', async () => {
  const { done } = await tap()
  const first = mockAsked[0]?.idempotencyKey
  online.set(false)
  mockAsked[0]?.fail(CallError.fromClient('timeout'))
  await settle()
  await expect(done).resolves.toBe(true)
  expect(mockSaid).toEqual(['已存在手机上，联网后自动发送'])
  expect(outbox.writes.get().map(({ request }) => request.idempotencyKey)).toEqual([first])
})
