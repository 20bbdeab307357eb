import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { NeighboursCard } from './neighbours-card'
import { useNeighbours, type Told } from './use-neighbours'

const mockCall = jest.fn()
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))
jest.mock('@tarojs/components', () => jest.requireActual('../../../test/support/plain-components'))
jest.mock('@/data/device/device', () => jest.requireActual('@/data/device/device.fixture'))
jest.mock('@/data/call/client', () => ({ call: (...said: unknown[]) => mockCall(...said) }))

const near = { incidentId: 'i1', title: '3栋 · 电梯', place: '3栋', households: 3, since: 0 }
const draft: Told = { kind: 'complaint', category: 'lift', placeId: 'room-1', text: '', emergency: false }

const onJoin = jest.fn()
const Form = ({ told }: { told: Told }) => <NeighboursCard found={useNeighbours(told)} busy={false} onJoin={onJoin} />

async function shown(told: Told): Promise<HTMLElement> {
  const page = document.createElement('div')
  await act(async () => createRoot(page).render(<Form told={told} />))
  return page
}

beforeEach(() => {
  mockCall.mockReset()
  mockCall.mockResolvedValue({ items: [near] })
})

test('what neighbours have reported stands there once place and category are chosen, and one tap joins', async () => {
  const page = await shown(draft)
  expect(mockCall.mock.calls[0]?.slice(0, 3)).toEqual(['incident', 'nearby', { category: 'lift', placeId: 'room-1' }])
  expect(page.textContent).toContain('3 户邻居已反映：3栋 · 电梯')
  page.querySelector<HTMLElement>('#file-near-i1 [role="button"]')?.click()
  expect(onJoin).toHaveBeenCalledWith('i1')
})

test.each<[string, Partial<Told>]>([
  ['without a category', { category: null }],
  ['in danger', { emergency: true }],
  ['with a praise', { kind: 'praise' }],
])('nothing is asked for %s', async (_, part) => {
  expect((await shown({ ...draft, ...part })).textContent).toBe('')
  expect(mockCall).not.toHaveBeenCalled()
})

test('the form goes on where it can’t be known', async () => {
  mockCall.mockRejectedValue(new Error('no network'))
  expect((await shown(draft)).textContent).toBe('')
})
