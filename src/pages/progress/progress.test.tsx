import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { CallError } from '@/data/call/call-error'
import { call } from '@/data/call/client'
import ProgressPage from './index'

jest.mock('@/data/device/device', () => ({
  device: { get: () => '', set: () => undefined, remove: () => undefined, keys: () => [] },
}))
jest.mock('@/shell/page', () => ({ Page: ({ children }: { children: unknown }) => children }))
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {},
  useDidShow: () => undefined,
  useDidHide: () => undefined,
}))
jest.mock('@/data/call/client', () => ({ call: jest.fn() }))
const asked = jest.mocked(call as jest.Mock)

let page: HTMLElement
let root: Root
const settle = () => act(async () => void (await new Promise(done => setTimeout(done, 0))))
const write = (id: string, value: string) =>
  act(() => {
    const field = page.querySelector<HTMLInputElement>(`#${id}`)
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value)
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })
async function ask() {
  act(() => page.querySelector<HTMLElement>('#progress-ask')?.click())
  await settle()
}

beforeEach(() => {
  asked.mockReset()
  page = document.body.appendChild(document.createElement('div'))
  root = createRoot(page)
  act(() => root.render(<ProgressPage />))
})
afterEach(() => act(() => root.unmount()))

it('says where it stands and what is promised', async () => {
  asked.mockResolvedValue({ state: '正在处理', promise: '王建国将在今天 24:00 前处理完', promiseSaidAt: Date.now() })
  write('progress-number', '2603 0212 3456')
  write('progress-digits', '4321')
  await ask()
  expect(asked.mock.calls[0]?.slice(0, 3)).toEqual(['ticket', 'progress', { number: '2603 0212 3456', digits: '4321' }])
  expect(page.querySelector('#progress-answer')?.textContent).toBe('正在处理王建国将在今天 24:00 前处理完')
  // An answer belongs to what was asked.
  write('progress-digits', '4322')
  expect(page.querySelector('#progress-answer')).toBeNull()
})

it('names what is missing before anything is sent', async () => {
  write('progress-number', '2603')
  await ask()
  expect(asked).not.toHaveBeenCalled()
  for (const words of ['编号的格式不正确', '请补充电话后四位']) expect(page.textContent).toContain(words)
})

it('says that nothing was found, or that it was asked too often, and asks again', async () => {
  write('progress-number', '260302123456')
  write('progress-digits', '4321')
  for (const [code, message] of [
    ['notFound', '没有查到，请核对编号'],
    ['rateLimited', '查得太频繁了'],
  ] as const) {
    asked.mockRejectedValueOnce(new CallError(code, message))
    await ask()
    expect(page.querySelector('#progress-failure')?.textContent).toBe(message)
  }
  expect(asked).toHaveBeenCalledTimes(2)
})
