import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { clean, whyUnclean } from '../../../test/builders/questions'
import { CallError } from '@/data/call/call-error'
import { kept } from '@/data/device/device.fixture'
import { settle } from '@/data/read/settle.fixture'
import { useAnswering } from './use-answering'

const mockSaid: string[] = []
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { showToast: ({ title }: { title: string }) => mockSaid.push(title) },
}))
jest.mock('@/data/device/device', () => jest.requireActual('@/data/device/device.fixture'))
const mockSent: { answers: unknown; idempotencyKey: string }[] = []
let mockRefusal: CallError | null = null
jest.mock('@/data/call/client', () => ({
  call: async (_function: string, _action: string, data: (typeof mockSent)[number]) => {
    mockSent.push(data)
    if (mockRefusal) throw mockRefusal
    return { done: true }
  },
}))

const campaign = {
  campaignId: 'c1',
  householdId: 'h1',
  kind: 'quarterly' as const,
  title: '一季度',
  place: '1号楼101室',
  untilAt: 1,
  questions: [{ ...clean }, { ...whyUnclean }],
} as Parameters<typeof useAnswering>[0]

let form: ReturnType<typeof useAnswering>
const Form = () => {
  const here = useAnswering(campaign)
  useEffect(() => {
    form = here
  })
  return null
}

let root: Root
const does = async (work: () => unknown): Promise<void> => {
  await act(async () => void (await work()))
  await settle()
}

beforeEach(() => {
  mockSent.length = 0
  mockSaid.length = 0
  mockRefusal = null
  kept.clear()
  root = createRoot(document.createElement('div'))
  act(() => root.render(<Form />))
})
afterEach(() => act(() => root.unmount()))

const drafts = () => [...kept.keys()].filter(key => key.includes('campaign:'))

test('a question that hangs on an answer comes with it; what is not asked any more is not sent', async () => {
  await does(() => form.answer('clean', 1))
  expect(form.count).toBe(3)
  await does(() => form.answer('why', '楼梯'))
  await does(() => form.answer('clean', 5))
  expect(form.count).toBe(2)
  expect(drafts()).toHaveLength(1)
  await does(() => form.submit())
  expect(mockSent).toMatchObject([{ answers: { clean: 5 }, anonymous: false, householdId: 'h1' }])
  expect(form.ending).toBe('thanks')
  expect(drafts()).toEqual([])
})

test('nothing answered is not sent; the first question is shown again', async () => {
  await does(() => form.next())
  expect(form.question).toBeUndefined()
  await does(() => form.submit())
  expect(mockSent).toEqual([])
  expect(mockSaid).toEqual(['还没有答，请至少答一题'])
  expect(form.question?.id).toBe('clean')
})

test.each([
  ['alreadyAnswered', 'answered'],
  ['wrongState', 'ended'],
  ['notFound', 'unknown'],
] as const)('a refusal %s ends it as %s', async (code, ending) => {
  mockRefusal = new CallError(code, '')
  await does(() => form.answer('clean', 4))
  await does(() => form.submit())
  expect(form.ending).toBe(ending)
})

test('without a network the answers stay, and go again under the same key (D-IN-5)', async () => {
  mockRefusal = CallError.fromClient('offline')
  await does(() => form.answer('clean', 4))
  await does(() => form.submit())
  expect(form.ending).toBeNull()
  expect(drafts()).toHaveLength(1)
  mockRefusal = null
  await does(() => form.submit())
  expect(form.ending).toBe('thanks')
  expect(new Set(mockSent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
})
