import { act, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { openQuestion } from '@/shell/question'
import { useAskAgain } from './ask-again'

const mockCall = jest.fn()
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))
jest.mock('@/data/device/device', () => jest.requireActual('@/data/device/device.fixture'))
jest.mock('@/data/call/client', () => ({ call: (...said: unknown[]) => mockCall(...said) }))

const matter = {
  ticketId: 't1',
  number: '260302000001',
  place: '3栋101',
  categoryName: '漏水渗水',
  filedAt: 0,
  doneAt: 0,
}

type AskAgain = ReturnType<typeof useAskAgain>
interface FormProps {
  category: string | null
  placeId: string | null
  onAsk: (again: AskAgain) => void
}
let again: AskAgain
const Form = ({ category, placeId, onAsk }: FormProps) => {
  const asking = useAskAgain({ category, placeId, anonymous: false })
  useEffect(() => onAsk(asking))
  return null
}

async function shown(some: Partial<FormProps> = {}) {
  await act(async () => {
    createRoot(document.createElement('div')).render(
      <Form category="leak" placeId="room-101" {...some} onAsk={asking => void (again = asking)} />,
    )
  })
}

beforeEach(() => {
  mockCall.mockReset()
  mockCall.mockResolvedValue({ items: [matter] })
})

test.each([
  [true, { sameAs: 't1' }],
  [false, { another: true }],
])('the matter that was finished lately is asked about once: %s', async (yes, said) => {
  await shown()
  const first = again.ask()
  expect(openQuestion.get()).toMatchObject({
    title: '还是上次那件事吗？',
    text: expect.stringContaining('3栋101 · 漏水渗水'),
  })
  openQuestion.get()?.answer(yes)
  expect(await first).toEqual(said)
  // A second try under the same key says the same.
  expect(await again.ask()).toEqual(said)
  expect(openQuestion.get()).toBeNull()
})

test('nobody is asked where there is none, where it can’t be known, or before place and category are chosen', async () => {
  mockCall.mockResolvedValue({ items: [] })
  await shown()
  expect(await again.ask()).toEqual({})
  mockCall.mockRejectedValue(new Error('no network'))
  await shown()
  expect(await again.ask()).toEqual({})
  mockCall.mockClear()
  await shown({ placeId: null })
  await shown({ category: null })
  expect(await again.ask()).toEqual({})
  expect(mockCall).not.toHaveBeenCalled()
})

test('after a refusal the next try is a filing of its own', async () => {
  await shown()
  const first = again.ask()
  openQuestion.get()?.answer(true)
  await first
  again.forget()
  expect(await again.ask()).toEqual({})
})
