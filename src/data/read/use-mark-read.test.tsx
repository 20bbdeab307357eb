import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { TicketView } from '../../../types/contract/ticket-views'
import { call } from '../call/client'
import { useMarkRead } from './use-mark-read'

const mockUnread = { shown: [] as number[] }
jest.mock('../call/client', () => ({ call: jest.fn() }))
jest.mock('../session/unread', () => ({ showUnread: (unread: number) => mockUnread.shown.push(unread) }))
const asked = jest.mocked(call as jest.Mock)

type Seen = { value: TicketView | null; seenAt: number | null }
const Page = ({ seen }: { seen: Seen }) => {
  useMarkRead(seen)
  return null
}
const ticket = (updatedAt: number) => ({ ticketId: 'ticket-1', updatedAt }) as TicketView

async function shown(...states: readonly Seen[]) {
  const root = createRoot(document.createElement('div'))
  for (const seen of states) await act(async () => root.render(<Page seen={seen} />))
  act(() => root.unmount())
}

beforeEach(() => {
  asked.mockReset()
  mockUnread.shown = []
})

test('a ticket that the server has answered with is read, once, and again when it has moved on', async () => {
  asked.mockResolvedValue({ unread: 2 })
  const [first, later] = [ticket(100), ticket(300)]
  await shown(
    { value: null, seenAt: null },
    { value: first, seenAt: 1 },
    { value: first, seenAt: 2 },
    { value: later, seenAt: 3 },
  )
  expect(asked.mock.calls.map(([, , data]) => data as unknown)).toEqual([
    { ticketId: 'ticket-1', until: 100 },
    { ticketId: 'ticket-1', until: 300 },
  ])
  expect(mockUnread.shown).toEqual([2, 2])
})

test('what only the device has kept marks nothing, until the answer comes', async () => {
  asked.mockResolvedValue({ unread: 0 })
  const kept = { value: ticket(100), seenAt: 5 }
  await shown(kept, kept)
  expect(asked).not.toHaveBeenCalled()
  await shown(kept, { value: ticket(100), seenAt: 9 })
  expect(asked).toHaveBeenCalledTimes(1)
})

test('that it could not be marked disturbs nobody', async () => {
  asked.mockRejectedValue(new Error('no network'))
  await shown({ value: null, seenAt: null }, { value: ticket(100), seenAt: 1 })
  expect([asked.mock.calls.length, mockUnread.shown]).toEqual([1, []])
})
