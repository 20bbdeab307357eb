import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { TicketView } from '../../../types/contract/ticket-views'
import type { State } from '../../../types/vocabulary'
import { StandingCard } from './standing-card'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {},
  useDidShow: () => undefined,
  useDidHide: () => undefined,
}))
jest.mock('@/data/device/device', () => ({
  device: { get: () => '', set: () => undefined, remove: () => undefined, keys: () => [] },
}))

function shown(state: State): string {
  const page = document.createElement('div')
  const ticket = {
    state,
    categoryName: '电梯',
    number: '260302123456',
    place: { placeId: null, name: '3栋1201' },
    assignee: { id: null, name: '张师傅', role: 'handler' },
    department: null,
    hold: null,
    promised: null,
    promise: state === 'callback' ? '请您说说处理得怎么样' : null,
    promiseSaidAt: 0,
    acknowledged: true,
  } as unknown as TicketView
  act(() => createRoot(page).render(<StandingCard ticket={ticket} now={0} />))
  return page.textContent ?? ''
}

it.each([
  ['callback', '请您评价'],
  ['completed', '已处理，正在复核'],
  ['inProgress', '张师傅正在处理'],
] as const)('a ticket that is %s says so once', (state, words) => {
  expect(shown(state).split(words)).toHaveLength(2)
})
