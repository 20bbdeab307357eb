import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import type { TicketView } from '../../../types/contract/ticket-views'
import { call } from '@/data/call/client'
import { queryClient } from '@/data/read/query-client'
import { settle } from '@/data/read/settle.fixture'
import type { Call } from './call-form'
import { CallPane } from './call-pane'

jest.mock('@/data/device/device', () => {
  const kept = new Map<string, unknown>()
  return {
    device: {
      get: (key: string) => kept.get(key) ?? '',
      set: (key: string, value: unknown) => void kept.set(key, value),
      remove: (key: string) => void kept.delete(key),
      keys: () => [...kept.keys()],
    },
  }
})
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getAppBaseInfo: () => ({}),
    getWindowInfo: () => ({ windowWidth: 1280 }),
    onWindowResize: () => undefined,
    offWindowResize: () => undefined,
    showToast: () => Promise.resolve(),
    getCurrentPages: () => [],
  },
  useDidShow: () => undefined,
  useDidHide: () => undefined,
}))
jest.mock('@/data/call/client', () => ({ call: jest.fn() }))
const asked = jest.mocked(call as jest.Mock)

const task = {
  taskId: 't1:1.1',
  ticketId: 't1',
  complainant: 't1',
  attempts: 0,
  questionnaire: { words: {}, questions: [] },
} as Partial<Call> as Call
const ticket = {
  ticketId: 't1',
  text: '厨房漏水',
  expectation: null,
  categoryName: '漏水渗水',
  cycle: 1,
  place: { placeId: null, name: '3号楼1201室' },
  completion: { summary: '换了接头。', at: 1_772_412_000_000 },
  proposal: null,
  news: null,
  timeline: [
    {
      seq: 9,
      at: 1_772_498_400_000,
      type: 'callbackAttempted',
      title: '电话回访：没有人接',
      text: null,
      actor: { name: '小李' },
    },
  ],
  complainants: [{ complainant: 't1', number: '2603', name: '王阿姨', phone: '139****1234', since: 1_772_402_000_000 }],
} as unknown as TicketView

let root: Root
let page: HTMLElement
const happened: string[] = []
const answers: Record<string, unknown> = { get: ticket, record: { state: 'closed' } }

const press = async (...keys: string[]) => {
  for (const key of keys) {
    act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))
    await settle()
  }
}
const sent = () => asked.mock.calls.filter(([, action]) => action === 'record').map(([, , data]) => data as unknown)
const key = expect.any(String) as string

beforeEach(async () => {
  asked.mockReset()
  asked.mockImplementation((_fn: string, action: string) => Promise.resolve(answers[action]))
  happened.length = 0
  page = document.body.appendChild(document.createElement('div'))
  root = createRoot(page)
  act(() =>
    root.render(
      <CallPane
        task={task}
        last={false}
        onStep={step => happened.push(step)}
        onRecorded={() => happened.push('recorded')}
        onOutdated={() => happened.push('outdated')}
      />,
    ),
  )
  await settle()
})
afterEach(() => {
  act(() => root.unmount())
  page.remove()
  queryClient.clear()
})

it('has on one screen whom to call, what to say, what was done and who has tried', () => {
  for (const words of [
    '王阿姨',
    '139****1234',
    '请问是王阿姨吗',
    '换了接头。',
    '厨房漏水',
    '小李 · 电话回访：没有人接',
  ])
    expect(page.textContent).toContain(words)
})

it('is done by keys alone: who is there, solved, content, written down', async () => {
  await press('1', '1', '5', 'Enter')
  expect(sent()).toEqual([
    {
      taskId: 't1:1.1',
      method: 'phone',
      outcome: 'complete',
      answers: { solved: true, reception: 5, measures: 5, result: 5 },
      idempotencyKey: key,
    },
  ])
  await press('Enter', 'ArrowDown', 'ArrowUp')
  expect([happened, sent().length]).toEqual([['recorded', 'down', 'up'], 1])
})

it('a step back, another outcome, and nothing is sent before there is something to send', async () => {
  await press('Enter', '1', 'Enter', 'ArrowLeft')
  expect(sent()).toEqual([])
  await press('2', 'Enter')
  expect(sent()).toEqual([{ taskId: 't1:1.1', method: 'phone', outcome: 'noAnswer', idempotencyKey: key }])
})

it('the next attempt at the same person begins anew, though the first left the page as it was written down', async () => {
  const show = (attempts: number) =>
    root.render(
      <CallPane
        key={attempts}
        task={{ ...task, attempts }}
        last
        onStep={() => undefined}
        onRecorded={() => root.render(null)}
        onOutdated={() => undefined}
      />,
    )
  act(() => show(0))
  await settle()
  await press('2', 'Enter')
  act(() => show(1))
  await settle()
  expect(page.querySelector('#call-outcome')).toBeNull()
  await press('1', '1', '5', 'Enter')
  const keys = (sent() as { idempotencyKey: string }[]).map(({ idempotencyKey }) => idempotencyKey)
  expect(new Set(keys).size).toBe(2)
})
