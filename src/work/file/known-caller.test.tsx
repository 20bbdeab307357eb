import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { CallError } from '@/data/call/call-error'
import { call } from '@/data/call/client'
import { queryClient } from '@/data/read/query-client'
import type { KnownCaller as Found } from '../hooks/use-known-caller'
import { KnownCaller } from './known-caller'

jest.mock('@/data/device/device', () => ({
  device: { get: () => '', set: () => undefined, remove: () => undefined, keys: () => [] },
}))
const mockOpened: string[] = []
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    navigateTo: ({ url }: { url: string }) => {
      mockOpened.push(url)
      return Promise.resolve()
    },
    showToast: () => Promise.resolve(),
    getCurrentPages: () => [],
  },
  useDidShow: () => undefined,
  useDidHide: () => undefined,
}))
jest.mock('@/data/call/client', () => ({ call: jest.fn() }))
const asked = jest.mocked(call as jest.Mock)

const nobody: Found = { people: [], name: null, matters: [] }
const known: Found = {
  people: [{ name: '王芳', rooms: [{ placeId: 'r1201', name: '3号楼1单元1201室', relation: 'owner' }] }],
  name: null,
  matters: [
    {
      ticketId: 't1',
      number: '260302123456',
      complainant: 't0',
      categoryName: '漏水渗水',
      place: '3号楼1单元1201室',
      state: 'inProgress',
      since: 1_772_412_000_000,
      mayUrge: true,
    },
  ],
}

let root: Root
let page: HTMLElement
const taken: unknown[] = []
const settle = () =>
  act(async () => {
    for (let round = 0; round < 20; round++) await new Promise(done => setTimeout(done, 0))
  })
const press = async (id: string) => {
  act(() => page.querySelector<HTMLElement>(`#${id}`)?.click())
  await settle()
}
async function typed(phone: string) {
  page = document.createElement('div')
  root = createRoot(page)
  act(() => root.render(<KnownCaller phone={phone} placeId={null} onTake={part => taken.push(part)} />))
  await settle()
}

beforeEach(() => {
  asked.mockReset()
  taken.length = 0
  mockOpened.length = 0
})
afterEach(() => {
  act(() => root.unmount())
  queryClient.clear()
})

it('asks for nobody while the number is being typed', async () => {
  await typed('1380000')
  expect([asked.mock.calls.length, page.textContent]).toEqual([0, ''])
})

it('says plainly that a number is unknown', async () => {
  asked.mockResolvedValue(nobody)
  await typed('138 0000 0000')
  expect(asked.mock.calls[0]?.[2]).toEqual({ phone: '13800000000' })
  expect(page.querySelector('#caller-unknown')?.textContent).toContain('没有登记过')
})

it('takes name and room with one tap', async () => {
  asked.mockResolvedValue(known)
  await typed('13800000000')
  await press('caller-0-r1201')
  expect(taken).toEqual([{ name: '王芳', relation: 'owner', placeId: 'r1201', placeText: '3号楼1单元1201室' }])
})

it('shows open matters, to be opened or urged, once each', async () => {
  asked.mockResolvedValue(known)
  await typed('13800000000')
  for (const words of ['漏水渗水 · 处理中', '2603 0212 3456', '3月2日']) expect(page.textContent).toContain(words)
  await press('caller-open-t1')
  expect(mockOpened.map(url => url.split('/'))).toEqual([['', 'work', 'ticket', 'index?ticketId=t1']])
  await press('caller-urge-t1')
  await press('caller-urge-t1')
  const acts = asked.mock.calls.filter(([, action]) => action === 'act')
  expect(acts.map(([, , data]) => data as unknown)).toEqual([
    { ticketId: 't1', command: 'urge', complainant: 't0', idempotencyKey: expect.any(String) as string },
  ])
  expect(page.querySelector('#caller-urge-t1')?.textContent).toBe('已催办')
})

it('whatever goes wrong, the filing goes on, and too many looks are said', async () => {
  asked.mockRejectedValue(new Error('no network'))
  await typed('13800000000')
  expect(page.querySelector('#caller-unfound')?.textContent).toBe('没有查到来电人，不影响登记')
  act(() => root.unmount())
  queryClient.clear()
  asked.mockRejectedValue(new CallError('rateLimited', '查得太频繁了'))
  await typed('13800000000')
  expect(page.querySelector('#caller-unfound')?.textContent).toBe('查得太频繁了')
})
